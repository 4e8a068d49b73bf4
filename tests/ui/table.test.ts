import fc from "fast-check";
import { laterWordsOf } from "../../src/words/words-of-later.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas, findControl } from "../../src/core/atlas.ts";
import type { Day } from "../../src/core/day.ts";
import { NO_FILTER } from "../../src/core/filter.ts";
import { markSettlements } from "../../src/core/filter-settlements.ts";
import { listControls } from "../../src/core/history/all-controls.ts";
import { nameGovernorate, pickName } from "../../src/core/names.ts";
import { nameSide } from "../../src/core/sides.ts";
import type { Settlement } from "../../src/core/records.ts";
import {
  type Column,
  COLUMNS,
  countBySide,
  findNameOrder,
  NOTHING,
  orderRows,
  pickRows,
  sortByKeys,
} from "../../src/ui/table/table-rows.ts";
import { loadWords } from "../../src/words/index.ts";
import type { Words } from "../../src/words/types.ts";
import { loadBundled } from "../geodata/bundled.ts";
import { dataset } from "../map/small-story.ts";

const [west] = dataset.settlements;
if (!west) throw new Error("The small story has no settlement");

function nameTowns(names: readonly string[]): Settlement[] {
  return names.map((name, index) => ({
    ...(west as Settlement),
    id: `t${index}`,
    name,
    names: { en: name },
  }));
}

/** All steps at once. */
function finishOrder(settlements: readonly Settlement[], language: string, which: 0 | 1): readonly number[] {
  const order = findNameOrder(settlements, language, which);
  while (!order.isDone()) order.workOn();
  return [...order.list()];
}

let atlas: Atlas;
beforeAll(async () => {
  atlas = buildAtlas((await loadBundled()).dataset);
});

describe("the order of names", () => {
  it.each(["en", "ar", "fr", "uk"])("is that of the language, whatever the names are: %s", (language) => {
    const letters = "abzéÈœ الأبتثآзєїґ-'".split("");
    const anyName = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 });
    const { compare } = new Intl.Collator(language);
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 70 }), (names) => {
        const inOrder = finishOrder(nameTowns(names), language, 0).map((row) => names[row]);
        expect(inOrder).toEqual(names.toSorted(compare));
      }),
    );
  });

  it("puts those without a second name last, and is that of the data set until all is done", () => {
    const [one, other] = nameTowns(["Zar", "Ab"]);
    const towns = [one, { ...other, names: { en: "Ab", ar: "آب" } }] as Settlement[];
    expect([...findNameOrder(towns, "en", 1).list()]).toEqual([0, 1]);
    expect(finishOrder(towns, "en", 1)).toEqual([1, 0]);
    expect(findNameOrder(towns, "en", 1).share()).toBe(1);
  });

  it("is worked out a little at a time", () => {
    const order = findNameOrder(nameTowns(Array.from({ length: 5000 }, (_, index) => `n${index}`)), "en", 0);
    let steps = 0;
    let share = 0;
    while (!order.isDone()) {
      order.workOn();
      steps++;
      expect(order.share()).toBeGreaterThanOrEqual(share);
      share = order.share();
    }
    expect(steps).toBeGreaterThan(100);
  });
});

describe("rows by their keys", () => {
  it("are sorted as any sort does it that keeps equal ones, nothing last either way", () => {
    const anyKeys = fc.array(fc.integer({ min: NOTHING, max: 6 }), { maxLength: 40 });
    fc.assert(
      fc.property(anyKeys, fc.boolean(), (given, isDescending) => {
        const rows = Uint32Array.from(given, (_, index) => index).reverse();
        const keyOf = (row: number) => {
          const key = given[row] ?? NOTHING;
          if (key === NOTHING) return Number.POSITIVE_INFINITY;
          return isDescending ? -key : key;
        };
        const expected = [...rows].toSorted((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) - keyOf(b)));
        expect([...sortByKeys(rows, Int32Array.from(given), isDescending)]).toEqual(expected);
      }),
    );
  });
});

describe("the columns of the story's table", () => {
  /** What is read in a column, as it is compared: asked of the atlas one settlement at a time. */
  function readCell(settlement: Settlement, column: Column, day: Day, words: Words): string | number {
    const changes = atlas.changes.filter(
      (change) => change.settlement === settlement.id && change.day <= day,
    );
    const control = findControl(atlas, settlement.id, day);
    const side = atlas.dataset.sides.find(({ id }) => control.kind !== "unknown" && id === control.by);
    switch (column) {
      case "name":
        return pickName(settlement.names, words.language);
      case "otherName":
        return (
          Object.values(settlement.names).find(
            (name) => name !== pickName(settlement.names, words.language),
          ) ?? ""
        );
      case "control":
        return control.kind === "contested"
          ? laterWordsOf(words).table.contested(side && nameSide(atlas.dataset, side.id, words.language))
          : side
            ? nameSide(atlas.dataset, side.id, words.language)
            : "";
      case "since":
        return changes.at(-1)?.day ?? "";
      case "changes":
        return changes.length;
      case "kind":
        return words.settlement.kind(settlement.kind);
      case "governorate":
        return nameGovernorate(atlas.dataset.regions, settlement.governorate, words.language);
    }
  }

  it.each(["en", "ar"])("sort as their cells are read, upwards and downwards: %s", async (language) => {
    const words = await loadWords(language);
    const { settlements } = atlas.dataset;
    const { compare } = new Intl.Collator(language);
    finishOrder(settlements, language, 0);
    finishOrder(settlements, language, 1);
    const byName = findNameOrder(settlements, language, 0);
    const compareCells = (one: string | number, other: string | number) =>
      typeof one === "number" ? one - Number(other) : compare(one, String(other));
    for (const day of ["2019-12-20", "2020-02-12", "2020-03-19"] as Day[]) {
      const state = { atlas, words, day, controls: listControls(atlas, day) };
      for (const column of COLUMNS) {
        for (const isDescending of [false, true]) {
          const order = [...orderRows(state, byName, { column, isDescending })];
          expect(new Set(order).size).toBe(settlements.length);
          const cells = order.map((row) => readCell(settlements[row] as Settlement, column, day, words));
          const there = cells.filter((cell) => cell !== "");
          // Nothing comes last either way.
          expect(cells.slice(0, there.length)).toEqual(there);
          const sorted = there.toSorted(compareCells);
          expect([column, there]).toEqual([column, isDescending ? sorted.toReversed() : sorted]);
        }
      }
    }
  });
});

describe("the rows that are left", () => {
  const day = "2020-02-12" as Day;
  const namesFor = (text: string, towns: readonly Settlement[]) => {
    const order = Uint32Array.from(finishOrder(towns, "en", 0));
    const marks = markSettlements(
      { ...atlas, dataset: { ...atlas.dataset, settlements: towns } },
      { ...NO_FILTER, text },
      day,
    );
    return [...pickRows(order, marks)].map((row) => towns[row]?.name);
  };

  it("have the words that are looked for in any of their names, with or without accents, in their order", () => {
    const [zar, eclair, bab] = nameTowns(["Zar", "Éclair", "al-Bab"]);
    const towns = [{ ...zar, names: { en: "Zar", ar: "زار" } }, eclair, bab] as Settlement[];
    expect(namesFor("ecl", towns)).toEqual(["Éclair"]);
    expect(namesFor("زا", towns)).toEqual(["Zar"]);
    expect(namesFor("nowhere", towns)).toEqual([]);
    expect(namesFor("  ", towns)).toEqual(["al-Bab", "Éclair", "Zar"]);
  });

  it("are counted by side as a filter for each side leaves them", () => {
    const counts = countBySide(
      listControls(atlas, day),
      markSettlements(atlas, { ...NO_FILTER, text: "kafr" }, day),
    );
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5);
    for (const { id } of atlas.dataset.sides) {
      const left = markSettlements(atlas, { ...NO_FILTER, text: "kafr", sides: [id] }, day);
      expect([id, counts.get(id) ?? 0]).toEqual([id, left.filter((mark) => mark === 1).length]);
    }
  });
});
