import { beforeAll, describe, expect, it } from "vitest";
import type { Feature } from "geojson";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { day } from "../../src/core/day.ts";
import { findAdvance } from "../../src/core/measure/advance.ts";
import { GROUNDS, TRAILS, type View } from "../../src/core/view.ts";
import type { ShownView } from "../../src/layers/layer.ts";
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
    ["previous", undefined, has("trail", { age: 1 })],
    ["trail", undefined, drawn("trail").some(({ properties }) => properties?.["age"] > 1)],
    ["advance", undefined, [...drawn("advance-past"), ...drawn("advance-now")].some(isOfSide)],
    ["advance-cuts", undefined, drawn("advance-cuts").length > 0],
    ["since", undefined, drawn("since").length > 0],
    ["since-line", undefined, drawn("since-line").length > 0],
    ["since-settlements", undefined, drawn("since-settlements").length > 0],
    ["gains", "gains", drawn("gains").length > 0],
    ["changed", "towns", picture.townStates.changed.size > 0],
    ["contested", "towns", drawn("contested").length > 0],
    ["highways", "highways", drawn("highways").length > 0],
    ["corridor", "highways", drawn("corridor").length > 0],
    ["patrols", "highways", drawn("patrols").length > 0],
    ["difference", "difference", drawn("difference").length > 0],
    ["compared-line", "difference", drawn("compared-line").length > 0],
    ["compared-settlements", "difference", drawn("compared-settlements").length > 0],
    ["event", "events", drawn("events").length + drawn("event-spots").length > 0],
    ["event-ring", "events", drawn("event-rings").length > 0],
    ["post", "posts", has("posts", { isEncircled: false })],
    ["encircled", "posts", has("posts", { isEncircled: true })],
  ];
  const seen = marks.filter(([, layer, isDrawn]) => isDrawn && !(layer && hidden.includes(layer)));
  return new Set([
    ...seen.map(([kind]) => kind),
    ...drawn("areas").map(({ properties }) => `side ${properties?.["side"]}`),
  ]);
}

const isOfSide = ({ properties }: Feature) => properties?.["side"] !== "";

/** The same of the legend; sides that are there for their settlements alone are told by the map's discs instead. */
function nameItems(atlas: Atlas, view: ShownView & Pick<View, "hidden">, picture: Picture): Set<string> {
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

  it("names what is drawn of every way to show the ground, and of trails of every length", () => {
    const advance = findAdvance(story);
    while (advance.workOn());
    const pictures = createPictures(story, base);
    const kinds = new Set<string>();
    for (const ground of GROUNDS) {
      for (const trail of TRAILS) {
        for (const asked of ["2019-11-24", "2019-12-01", "2020-01-25", "2020-02-20", "2020-03-19"]) {
          const view = { day: day(asked), ground, trail, since: day("2020-01-20"), hidden: [] };
          const picture = pictures.draw(view);
          const found = nameItems(story, view, picture);
          expect([ground, trail, asked, [...found].toSorted()]).toEqual([
            ground,
            trail,
            asked,
            [...findMarks(pictures, picture, [])].toSorted(),
          ]);
          found.forEach((kind) => kinds.add(kind));
        }
      }
    }
    const all = ["trail", "previous", "advance", "advance-cuts", "since", "since-line", "since-settlements"];
    expect([...kinds]).toEqual(expect.arrayContaining(all));
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

  it("explains what either of two maps shows, each sign once, and a ramp by the later day", () => {
    const advance = findAdvance(story);
    while (advance.workOn());
    const [first, last] = [day("2020-02-01"), day("2020-03-05")];
    const keysOf = (view: ShownView) => listLegend(story, { ...view, hidden: [] }).map(({ key }) => key);
    for (const ground of ["holder", "changed"] as const) {
      const both = keysOf({ day: last, compared: first, compare: "swipe", ground });
      expect(new Set(both).size).toBe(both.length);
      expect(keysOf({ day: first, compared: last, compare: "beside", ground })).toEqual(both);
      const ofLater = keysOf({ day: last, ground });
      expect(both).toEqual(expect.arrayContaining(ofLater));
      const isRamp = (key: string) => /^advance (?!cuts)/.test(key);
      expect(both.filter(isRamp)).toEqual(ofLater.filter(isRamp));
      const others = keysOf({ day: first, ground }).filter((key) => !isRamp(key));
      expect(both).toEqual(expect.arrayContaining(others));
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
