import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { day } from "../../src/core/day.ts";
import type { View } from "../../src/core/view.ts";
import { HIDEABLE, listLegend } from "../../src/layers/layers.ts";
import { createPictures, type Picture, type Pictures } from "../../src/map/pictures.ts";
import { loadWords, wordsOf } from "../../src/words/index.ts";
import { loadBundled } from "../geodata/bundled.ts";
import { atlas as small, base } from "../map/small-story.ts";

/** What a reader of the drawn map finds on it, by looking at the features and at nothing the legend is made from. */
function findMarks({ still }: Pictures, picture: Picture, hidden: readonly string[]): Set<string> {
  const drawn = (source: string) => (picture.sources.get(source) ?? still.get(source))?.features ?? [];
  const has = (source: string, wanted: Record<string, unknown>) =>
    drawn(source).some(({ properties }) =>
      Object.entries(wanted).every(([name, value]) => properties?.[name] === value),
    );
  const marks: readonly (readonly [string, string | undefined, boolean])[] = [
    ["front", undefined, has("front-lines", { kind: "front" })],
    ["inferred", undefined, has("front-lines", { kind: "front", basis: "inferred" })],
    ["quiet", undefined, has("front-lines", { kind: "quiet" })],
    ["previous", "yesterday", drawn("previous-line").length > 0],
    ["gains", "gains", drawn("gains").length > 0],
    ["changed", "towns", picture.townStates.changed.size > 0],
    ["contested", "towns", drawn("contested").length > 0],
    ["highways", "highways", drawn("highways").length > 0],
    ["corridor", "highways", drawn("corridor").length > 0],
    ["patrols", "highways", drawn("patrols").length > 0],
    ["difference", "difference", drawn("difference").length > 0],
    ["compared-line", "difference", drawn("compared-line").length > 0],
    ["compared-settlements", "difference", drawn("compared-settlements").length > 0],
    ["event", "events", drawn("events").length > 0],
    ["post", "posts", has("posts", { isEncircled: false })],
    ["encircled", "posts", has("posts", { isEncircled: true })],
  ];
  const seen = marks.filter(([, layer, isDrawn]) => isDrawn && !(layer && hidden.includes(layer)));
  return new Set([
    ...seen.map(([kind]) => kind),
    ...drawn("areas").map(({ properties }) => `side ${properties?.["side"]}`),
  ]);
}

/** The same of the legend; sides that are there for their settlements alone are told by the map's discs instead. */
function nameItems(atlas: Atlas, view: Pick<View, "day" | "hidden">, picture: Picture): Set<string> {
  const areas = new Set(picture.sources.get("areas")?.features.map(({ properties }) => properties?.["side"]));
  return new Set(
    listLegend(atlas, view).flatMap((item) => {
      if (item.kind !== "side") return [item.kind];
      const isArea = areas.has(item.key.replace("side ", ""));
      return isArea || view.hidden.includes("towns") ? [item.key] : [];
    }),
  );
}

describe("the legend", () => {
  let story: Atlas;
  beforeAll(async () => {
    await loadWords("ar");
    story = buildAtlas((await loadBundled()).dataset);
  });

  it("names what the map shows, and nothing else, on every day and with every set of layers hidden", () => {
    const withLegend = HIDEABLE.filter((layer) => layer !== "labels" && layer !== "roads");
    for (const [atlas, pictures] of [story, small].map((of) => [of, createPictures(of, base)] as const)) {
      for (const shown of atlas.days) {
        const picture = pictures.draw({ day: shown, place: undefined });
        for (let set = 0; set < 2 ** withLegend.length; set++) {
          const hidden = withLegend.filter((_, index) => set & (1 << index));
          const found = nameItems(atlas, { day: shown, hidden }, picture);
          expect([shown, hidden, [...found].toSorted()]).toEqual([
            shown,
            hidden,
            [...findMarks(pictures, picture, hidden)].toSorted(),
          ]);
        }
      }
    }
  });

  it("names what is drawn of a comparison, and nothing of one while its layer is put away", () => {
    const pictures = createPictures(story, base);
    const compared = day("2020-01-20");
    for (const shown of [day("2020-01-10"), day("2020-02-20"), day("2020-03-05")]) {
      const picture = pictures.draw({ day: shown, compared });
      const kindsWith = (hidden: readonly string[]) =>
        listLegend(story, { day: shown, compared, hidden })
          .map(({ kind }) => kind)
          .filter((kind) => /difference|compared/.test(kind));
      expect(new Set(kindsWith([]))).toEqual(
        new Set([...findMarks(pictures, picture, [])].filter((kind) => /difference|compared/.test(kind))),
      );
      expect(kindsWith([]).length).toBeGreaterThan(1);
      expect(kindsWith(["difference"])).toEqual([]);
    }
  });

  it("keeps a side that holds settlements and no ground while settlements are shown", () => {
    const sidesOn = (hidden: readonly string[]) =>
      listLegend(small, { day: day("2020-01-03"), place: undefined, hidden }).filter(
        ({ kind }) => kind === "side",
      ).length;
    expect(sidesOn([])).toBeGreaterThanOrEqual(sidesOn(["towns"]));
  });

  it("shows patrols by the name that the data set gives them, in the reader's language", () => {
    const textsOn = (asked: string, language: "en" | "ar") =>
      listLegend(small, { day: day(asked), place: undefined, hidden: [] }).flatMap((item) =>
        item.kind === "patrols" ? [item.describe(wordsOf(language))] : [],
      );
    expect(textsOn("2020-01-03", "en")).toEqual([]);
    expect(textsOn("2020-01-04", "en")).toEqual(["Joint patrols, M1"]);
    expect(textsOn("2020-01-04", "ar")).toEqual(["دوريات مشتركة، M1"]);
  });
});
