import { expect, it } from "vitest";
import { area } from "@turf/area";
import { multiPolygon } from "@turf/helpers";
import { findInferredTint } from "../../../src/core/measure/inferred-tint.ts";
import { measureGround } from "../../../src/core/measure/ground.ts";
import { inferredTint } from "../../../src/layers/inferred-tint.ts";
import { listLegend } from "../../../src/layers/layers.ts";
import { describeShown } from "../../../src/words/view-sentence.ts";
import { wordsOf } from "../../../src/words/index.ts";
import { NO_FILTER } from "../../../src/core/filter.ts";
import { claim, nth, tell } from "../../ui/story.ts";

const story = () =>
  tell([
    claim("c1", "alpha", "red", nth(1), { action: "held" }),
    claim("c2", "bravo", "blue", nth(1), { action: "held" }),
    claim("c3", "alpha", "blue", nth(6)),
  ]);

it("The tint has a cell for each place whose holder is known on any day, coloured by the day", async () => {
  const atlas = story();
  const tint = findInferredTint(atlas);
  expect(tint.listGround(nth(3))).toBeUndefined();
  let told = 0;
  tint.watch(() => told++);
  await Promise.all([tint.load(), tint.load()]);
  expect(told).toBe(1);
  expect([...(tint.listGround(nth(3))?.keys() ?? [])].toSorted()).toEqual(["blue", "red"]);
  expect([...(tint.listGround(nth(7))?.keys() ?? [])]).toEqual(["blue"]);
  expect(tint.listGround(nth(7))?.get("blue")).toHaveLength(2);
});

it("The tint is drawn only where it is asked for, with its own lines in the legend, and measured never", async () => {
  const atlas = story();
  await findInferredTint(atlas).load();
  const source = inferredTint.sources["inferred"];
  if (source?.kind !== "daily") throw new Error("no source by the day");
  const scene = { atlas, day: nth(3) };
  expect(source.nameContent?.(scene)).toBeUndefined();
  const shown = { ...scene, ground: "places" } as const;
  const drawn = source.draw(shown);
  const km2 = drawn.features.map(({ geometry }) =>
    geometry.type === "MultiPolygon" ? area(multiPolygon(geometry.coordinates)) : 0,
  );
  expect(drawn.features.map(({ properties }) => properties?.["side"])).toEqual(["red", "blue"]);
  expect(Math.min(...km2)).toBeGreaterThan(1e6);
  const english = wordsOf("en");
  const legend = listLegend(atlas, { ...shown, hidden: [] }).filter(({ kind }) => kind === "inferred");
  expect(legend.map((entry) => entry.describe(english))).toEqual([
    expect.stringMatching(/inferred from the nearest place, not drawn by a source$/),
    expect.stringMatching(/inferred from the nearest place, not drawn by a source$/),
  ]);
  const said = describeShown(
    {
      ...shown,
      compared: undefined,
      compare: "difference",
      since: undefined,
      trail: 1,
      filter: NO_FILTER,
    } as never,
    atlas.dataset,
    english,
  );
  expect(said.join(" ")).toContain("inferred, not drawn by a source");
  expect([...measureGround(atlas, nth(3)).areaKm2.values()].every((amount) => amount === 0)).toBe(true);
});
