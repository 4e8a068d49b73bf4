import { area } from "@turf/area";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { kinks } from "@turf/kinks";
import type { Feature, FeatureCollection, Polygon } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { type Advance, measureKmToAdvance, readAdvances } from "../../geodata/build/advances.ts";
import { buildFrontLines } from "../../geodata/build/front-lines.ts";
import { type Atlas, buildAtlas, listAreasOn, listFrontLinesOn } from "../../src/core/atlas.ts";
import { addDays, type Day, day } from "../../src/core/day.ts";
import { listRings } from "../../src/core/geometry.ts";
import { GEODATA, loadBundled, readGeodata } from "./bundled.ts";

let atlas: Atlas;
let theatre: Polygon;
let advances: readonly Advance[];
/** The first day of each stretch of days that share their lines, the eve of the story included. */
let turns: Day[];
beforeAll(async () => {
  atlas = buildAtlas((await loadBundled()).dataset);
  const [feature] = (JSON.parse(await readGeodata("base/theatre.geojson")) as FeatureCollection<Polygon>)
    .features;
  if (!feature) throw new Error("No theatre");
  theatre = feature.geometry;
  advances = readAdvances(await readGeodata("reconstruction/advances.csv"));
  turns = atlas.dataset.control.phases.map(({ from }) => from);
});

describe("advances.csv", () => {
  it("dates each advance by a figure of the record, on the last day of its window", () => {
    for (const { id, day, record, side } of advances) {
      const figure = atlas.dataset.figures.find((candidate) => candidate.id === record);
      expect(figure?.lastDay, id).toBe(day);
      expect(figure?.measure, id).toBe("settlements-captured");
      expect(figure?.concerns, id).toBe(side);
    }
  });
});

describe("front-lines.geojson", () => {
  it("is what the pipeline makes: rebuilding changes nothing", async () => {
    expect((await buildFrontLines(GEODATA)) === (await readGeodata("front-lines.geojson"))).toBe(true);
  });

  it("has one area of each side in force on every day and on the eve of the first", () => {
    for (const value of [addDays(day("2019-11-24"), -1), ...atlas.days]) {
      expect(
        listAreasOn(atlas, value).map(({ side }) => side),
        value,
      ).toEqual(["government", "joint", "opposition"]);
    }
  });

  it("covers the theatre without overlap or gap: the areas add up to it", () => {
    const whole = area(theatre);
    for (const value of turns) {
      const parts = listAreasOn(atlas, value).reduce((sum, { geometry }) => sum + area(geometry), 0);
      // Crossings with the outline are rounded to 6 decimals, about 0.1 m.
      expect(Math.abs(parts - whole) / whole, value).toBeLessThan(1e-7);
    }
  });

  it("gives a grid of points exactly one side each, by Turf", () => {
    for (const value of turns.filter((_, index) => index % 4 === 0)) {
      const areas = listAreasOn(atlas, value);
      for (let lng = 35.75; lng < 37.5; lng += 0.11) {
        for (let lat = 35.1; lat < 36.6; lat += 0.11) {
          if (!booleanPointInPolygon([lng, lat], theatre)) continue;
          const sides = areas.filter(({ geometry }) => booleanPointInPolygon([lng, lat], geometry));
          expect(sides, `${value} at ${lng}, ${lat}`).toHaveLength(1);
        }
      }
    }
  });

  it("keeps each side's ground in one piece, and draws no line that crosses itself", () => {
    for (const value of turns) {
      for (const { side, geometry } of listAreasOn(atlas, value)) {
        const pieces = geometry.type === "Polygon" ? 1 : geometry.coordinates.length;
        expect(pieces, `${value} ${side}`).toBe(1);
      }
      for (const { geometry } of listFrontLinesOn(atlas, value)) {
        const feature: Feature<typeof geometry> = { type: "Feature", properties: {}, geometry };
        expect(kinks(feature).features, value).toEqual([]);
      }
    }
  });

  it("shares every vertex of a front line with the areas on both its sides", () => {
    for (const value of turns) {
      const areas = listAreasOn(atlas, value);
      for (const { between, geometry } of listFrontLinesOn(atlas, value)) {
        const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
        for (const side of between) {
          const rings = areas
            .filter((item) => item.side === side)
            .flatMap((item) => listRings(item.geometry));
          const vertices = new Set(rings.flat().map((vertex) => vertex.join()));
          expect(
            lines.flat().filter((vertex) => !vertices.has(vertex.join())),
            value,
          ).toEqual([]);
        }
      }
    }
  });

  it("does not move on a day on which no place of the record changed hands and no advance is told", () => {
    const withChanges = new Set(
      atlas.changes.filter(({ isWithinDay }) => !isWithinDay).map((change) => change.day),
    );
    for (const advance of advances) withChanges.add(advance.day);
    // The first change is the initial state.
    expect(turns.slice(1).filter((value) => !withChanges.has(value))).toEqual([]);
  });

  it("moves only within 30 km of a place that changed hands, or an advance told of, that day", () => {
    const kmPerDegree = 111.2;
    for (const [index, value] of turns.entries()) {
      const before = turns[index - 1];
      if (before === undefined) continue;
      const places = atlas.changes
        .filter((change) => change.day === value)
        .flatMap((change) => atlas.settlementById.get(change.settlement)?.position ?? []);
      const [then, now] = [listVertices(before), listVertices(value)];
      const changed = [...then]
        .filter((vertex) => !now.has(vertex))
        .concat([...now].filter((vertex) => !then.has(vertex)));
      const positions = chunk(places);
      for (const vertex of changed) {
        const [lng = 0, lat = 0] = vertex.split(",").map(Number);
        const nearest = Math.min(
          ...positions.map(
            ([x, y]) => Math.hypot((lng - x) * Math.cos((lat * Math.PI) / 180), lat - y) * kmPerDegree,
          ),
          ...advances
            .filter((advance) => advance.day === value)
            .map((advance) => measureKmToAdvance([lng, lat], advance)),
        );
        expect(nearest, `${value} at ${vertex}`).toBeLessThan(30);
      }
    }
  });
});

function listVertices(value: Day): Set<string> {
  const lines = listFrontLinesOn(atlas, value).flatMap(({ geometry }) =>
    geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates,
  );
  return new Set(lines.flat().map((vertex) => vertex.join()));
}

function chunk(flat: readonly number[]): [number, number][] {
  return flat.flatMap((value, index) =>
    index % 2 === 0 ? [[value, flat[index + 1] ?? 0] as [number, number]] : [],
  );
}
