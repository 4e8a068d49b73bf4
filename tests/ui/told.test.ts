import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/core/dataset.ts";
import { day } from "../../src/core/day.ts";
import { NO_FILTER } from "../../src/core/filter.ts";
import { select, SELECTABLE } from "../../src/core/selection.ts";
import { defaultView } from "../../src/core/view.ts";
import { LANGUAGES, loadWords, wordsOf } from "../../src/words/index.ts";
import {
  describeFilter,
  describeSelection,
  describeShown,
  listChips,
} from "../../src/words/view-sentence.ts";
import { loadMini } from "../fixtures/mini.ts";

const languages = Object.keys(LANGUAGES);
const view = defaultView({ defaultDay: day("2020-01-03") } as never);
let dataset: Dataset;
beforeAll(async () => {
  const loaded = await loadMini();
  if (!loaded.dataset) throw new Error("The small data set does not load");
  ({ dataset } = loaded);
  await Promise.all(languages.map((language) => loadWords(language)));
});

describe("what is selected", () => {
  it("is told by name and kind in every language, and with all that the view shows", () => {
    const names = { place: dataset.settlements[0], post: dataset.posts[0], highway: dataset.highways[0] };
    for (const kind of SELECTABLE) {
      const record = kind === "source" ? dataset.sources[0] : names[kind];
      const selected = select({ kind, id: record?.id ?? "" });
      const told = languages.map((language) =>
        describeSelection(selected, dataset, wordsOf(language)).join(),
      );
      expect(new Set(told).size).toBe(languages.length);
      const name = record && "title" in record ? record.title : (record?.name ?? "");
      expect(told[0]).toContain(name);
      expect(describeShown({ ...view, ...selected }, dataset, wordsOf("en"))).toEqual([told[0]]);
    }
    expect(describeSelection(select(undefined), dataset, wordsOf("en"))).toEqual([]);
  });
});

describe("what is left out", () => {
  it("is told with how many of how many pass, in every language", () => {
    const [side] = dataset.sides;
    const filter = { ...NO_FILTER, sides: [side?.id ?? ""], text: " north " };
    const chips = listChips(filter, dataset, wordsOf("en")).map(({ label }) => label);
    expect(chips).toEqual([`Side: 1 of ${dataset.sides.length}`, "“north”"]);
    const told = languages.map((language) => describeFilter(filter, dataset, wordsOf(language)).join());
    expect(new Set(told).size).toBe(languages.length);
    for (const text of told) expect(text).toContain("north");
    expect(describeShown({ ...view, filter }, dataset, wordsOf("en"))).toEqual([told[0]]);
    expect(describeFilter(NO_FILTER, dataset, wordsOf("en"))).toEqual([]);
  });
});
