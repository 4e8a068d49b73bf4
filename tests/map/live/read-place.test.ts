import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas, findControl } from "../../../src/core/atlas.ts";
import { day } from "../../../src/core/day.ts";
import { pickName } from "../../../src/core/names.ts";
import { findSide } from "../../../src/core/sides.ts";
import { readGround, readSettlement } from "../../../src/map/live/read-place.ts";
import { wordsOf } from "../../../src/words/index.ts";
import { loadBundled } from "../../geodata/bundled.ts";

const words = wordsOf("en");
const DAY = day("2020-02-12");
let atlas: Atlas;
beforeAll(async () => {
  atlas = buildAtlas((await loadBundled()).dataset);
});

/** Asks the areas of every day anew, which the reading does not. */
function walkDays(position: readonly [number, number]) {
  const { control } = atlas.dataset;
  const days = atlas.days.filter((known) => known <= DAY);
  const holders = days.map((known) => control.findSide(position, known));
  const last = holders.findLastIndex((holder, index) => index > 0 && holder !== holders[index - 1]);
  return { holder: holders.at(-1), since: days[last], before: holders[last - 1] };
}

describe("pressing ground", () => {
  it("tells whose it is and since which day, as the areas of every day have it", () => {
    const [west, south, east, north] = atlas.dataset.viewBounds;
    let changed = 0;
    for (let step = 0; step < 60; step++) {
      // Scattered without order, away from edges that days share.
      const position = [
        west + (east - west) * ((step * 0.618034) % 1),
        south + (north - south) * ((step * 0.414214) % 1),
      ] as const;
      const { holder, since, before } = walkDays(position);
      const reading = readGround(atlas, position, DAY, words);
      const holderBefore = pickName(findSide(atlas.dataset, before)?.name ?? {}, "en");
      const told = since ? [words.dates.long(since), `before: ${holderBefore}`] : ["on 12 february 2020"];
      const text = reading?.text.toLowerCase() ?? "";
      expect({
        names: reading?.names,
        isTold: reading && told.every((part) => text.includes(part.toLowerCase())),
      }).toEqual({ names: findSide(atlas.dataset, holder)?.name, isTold: holder && true });
      if (since) changed++;
    }
    expect(changed).toBeGreaterThan(3);
  });
});

describe("pressing a settlement", () => {
  it("tells who holds it and when it came to them, and of one that never changed hands only the former", () => {
    const reading = readSettlement(atlas, atlas.settlementById.get("saraqib") ?? fail(), DAY, words);
    expect(findControl(atlas, "saraqib", DAY)).toMatchObject({ kind: "held" });
    expect(reading.names).toMatchObject({ en: "Saraqib" });
    expect(reading.text).toMatch(
      /^Held by government forces on 12 February 2020\nChanged hands: .* February 2020\. Before: opposition/i,
    );
    const quiet = readSettlement(atlas, atlas.settlementById.get("latakia") ?? fail(), DAY, words);
    expect(quiet.text).toMatch(/^Held by government forces on 12 February 2020$/i);
  });
});

function fail(): never {
  throw new Error("The story lacks the settlement");
}
