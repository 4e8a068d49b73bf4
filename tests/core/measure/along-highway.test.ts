import { lineString, point } from "@turf/helpers";
import { distance } from "@turf/distance";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../../src/core/atlas.ts";
import { addDays, day } from "../../../src/core/day.ts";
import {
  ALONG_KM,
  listEventsAlong,
  listNamedStretches,
  traceHighway,
} from "../../../src/core/measure/along-highway.ts";
import { measureGround } from "../../../src/core/measure/ground.ts";
import type { Highway } from "../../../src/core/records.ts";
import { loadBundled } from "../../geodata/bundled.ts";

let atlas: Atlas;
let highways: readonly Highway[];
beforeAll(async () => {
  atlas = buildAtlas((await loadBundled()).dataset);
  ({ highways } = atlas.dataset);
});

/** By walking the course in steps of some ten metres: slow, and by another way than the program's. */
function walkKm(position: readonly [number, number], course: Highway["course"]): number {
  const { coordinates } = lineString(course.map((at) => [...at])).geometry;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < coordinates.length; index++) {
    const [[x = 0, y = 0] = [], [u = 0, v = 0] = []] = [coordinates[index - 1], coordinates[index]];
    const steps = Math.ceil(distance([x, y], [u, v]) / 0.05);
    for (let step = 0; step <= steps; step++) {
      const at = point([x + ((u - x) * step) / steps, y + ((v - y) * step) / steps]);
      least = Math.min(least, distance(at, [...position]));
    }
  }
  return least;
}

describe("events along a highway", () => {
  it("are those that name it and those about highways and patrols at places near it, and no others", () => {
    for (const highway of highways) {
      const expected = atlas.dataset.events
        .filter(({ title, summary, kind, settlement }) => {
          const words = `${title} ${summary}`.split(/[^\p{L}\p{N}]+/u);
          if (words.includes(highway.name)) return true;
          const place = atlas.settlementById.get(settlement ?? "");
          if ((kind !== "highway" && kind !== "patrol") || !place) return false;
          return walkKm(place.position, highway.course) <= ALONG_KM;
        })
        .map(({ id }) => id);
      const found = listEventsAlong(atlas, highway);
      expect(found.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      const days = found.map(({ firstDay }) => firstDay);
      expect(days).toEqual(days.toSorted());
    }
  });

  it("are some of either highway of the story, the patrols on the M4 among them", () => {
    const titlesOf = (id: string) =>
      highways
        .filter((highway) => highway.id === id)
        .flatMap((highway) => listEventsAlong(atlas, highway).map(({ title }) => title));
    expect(titlesOf("m5")).toContain("M5 cut north of Maarrat al-Numan");
    expect(titlesOf("m4")).toContain("Joint Turkish-Russian patrols on the M4 begin");
    expect(titlesOf("m5")).not.toContain("Joint Turkish-Russian patrols on the M4 begin");
  });
});

describe("a highway over the story", () => {
  it("is told for every day once, as that day is measured by itself", () => {
    const spans = [...traceHighway(atlas, "m5")];
    expect(spans[0]?.from).toBe(atlas.dataset.firstDay);
    expect(spans.at(-1)?.to).toBe(addDays(atlas.dataset.lastDay, 1));
    spans.slice(1).forEach(({ from }, index) => expect(from).toBe(spans[index]?.to));
    for (const on of ["2019-11-24", "2020-01-29", "2020-02-12", "2020-03-19"].map(day)) {
      const span = spans.find(({ from, to }) => from <= on && on < to);
      for (const [side, km] of measureGround(atlas, on).highways.get("m5")?.km ?? [])
        expect(span?.km.get(side) ?? 0).toBeCloseTo(km, 6);
    }
  });

  it("has its stretches between the settlements nearest to their ends", () => {
    const stretches = listNamedStretches(atlas, "m5", day("2020-02-06"));
    expect(stretches.length).toBeGreaterThan(1);
    for (const { stretch, start, end } of stretches) {
      for (const [at, place] of [
        [stretch.course[0], start],
        [stretch.course.at(-1), end],
      ] as const) {
        const [nearest] = atlas.dataset.settlements
          .map(({ id, position }) => ({ id, km: distance([...position], [...(at ?? [0, 0])]) }))
          .toSorted((a, b) => a.km - b.km);
        expect(place?.id).toBe(nearest?.id);
      }
    }
  });
});
