import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas, findControl, listChangesOn } from "../../src/core/atlas.ts";
import type { Day } from "../../src/core/day.ts";
import {
  CERTAINTIES,
  countAttributions,
  createJudge,
  type Filter,
  isFiltering,
  type Judge,
  NO_FILTER,
} from "../../src/core/filter.ts";
import { isLong, listEventsOn } from "../../src/core/measure/events.ts";
import { EVENT_KINDS, type StoryEvent } from "../../src/core/records.ts";
import { listHoverMarks } from "../../src/layers/layers.ts";
import { events as eventLayer } from "../../src/layers/events.ts";
import { markRows } from "../../src/ui/table/table-rows.ts";
import { countRecords } from "../../src/ui/day/sections.ts";
import { wordsOf } from "../../src/words/index.ts";
import { loadBundled } from "../geodata/bundled.ts";

let atlas: Atlas;
let speakers: readonly string[];
beforeAll(async () => {
  atlas = buildAtlas((await loadBundled()).dataset);
  speakers = [...countAttributions(atlas.dataset).keys()].slice(0, 12);
});

/** Words that stand in the record as they are asked for, so that a plain search tells the same. */
const WORDS = ["", "air", "saraqib", "captured", "M5"];

const anyChoice = fc.record({
  sides: fc.subarray([0, 1, 2, 3]),
  said: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
  certainties: fc.subarray([...CERTAINTIES]),
  kinds: fc.subarray([...EVENT_KINDS]),
  text: fc.constantFrom(...WORDS),
  day: fc.nat(116),
});

/** The ids of the settlements in the table, in the order of the data set. */
function listShown(judge: Judge, on: Day): string[] {
  const { settlements } = atlas.dataset;
  const marks = markRows(settlements, [judge], on);
  return settlements.filter((_, row) => marks[row] === 1).map(({ id }) => id);
}

type Choice = typeof anyChoice extends fc.Arbitrary<infer Value> ? Value : never;

function choose(choice: Choice): { filter: Filter; on: Day } {
  const pick = (all: readonly string[], places: readonly number[]) => places.flatMap((at) => all[at] ?? []);
  const filter = {
    ...choice,
    sides: pick(
      atlas.dataset.sides.map(({ id }) => id),
      choice.sides,
    ),
    said: pick(speakers, choice.said),
  };
  return { filter, on: atlas.days[choice.day] ?? atlas.dataset.firstDay };
}

/** What the words of the filter mean for an event, written anew from the columns of its file. */
function isWanted({ said, certainties, kinds, text }: Filter, event: StoryEvent): boolean {
  const speaker = event.attribution === "article" ? event.source : event.attribution;
  const place = atlas.settlementById.get(event.settlement ?? "");
  const whole = [
    event.title,
    event.summary,
    event.spelling,
    event.attribution === "article" ? "" : event.attribution,
    ...Object.values(place?.names ?? {}),
    ...(place?.spellings ?? []),
    place?.governorate ?? "",
  ].join(" ");
  return (
    (said.length === 0 || said.includes(speaker)) &&
    (certainties.length === 0 || certainties.includes(event.certainty)) &&
    (kinds.length === 0 || kinds.includes(event.kind)) &&
    whole.toLowerCase().includes(text.toLowerCase())
  );
}

describe("a filter", () => {
  it("leaves the same events in the day's list and on the map, those that its words ask for", () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const { filter, on } = choose(choice);
        const wanted = listEventsOn(atlas, on).filter((event) => isWanted(filter, event));
        expect(countRecords(atlas, on, createJudge(atlas, filter)).events).toBe(wanted.length);

        const placed = wanted.filter(
          (event) => !isLong(event) && atlas.settlementById.has(event.settlement ?? ""),
        );
        const marks = listHoverMarks(atlas, {
          day: on,
          filter,
          hidden: ["posts"],
        }).map((mark) => mark.describe(wordsOf("en")));
        for (const { title } of placed) expect(marks.some((mark) => mark.includes(title))).toBe(true);
        const plates = new Set(placed.map(({ kind, settlement }) => `${kind} ${settlement}`));
        expect(marks.length).toBe(plates.size);
        const source = eventLayer.sources["events"];
        const drawn = source?.kind === "daily" ? source.draw({ atlas, day: on, filter }).features : [];
        expect(
          new Set(drawn.map(({ properties }) => `${properties?.["kind"]} ${properties?.["settlement"]}`)),
        ).toEqual(plates);
      }),
    );
  });

  it("leaves the same changes in the day's list and the table, where words and sides ask for no more", () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const asked = choose(choice);
        const filter = { ...asked.filter, sides: [], text: "" };
        const judge = createJudge(atlas, filter);
        const inTable = new Set(listShown(judge, asked.on));
        // Of several changes of a place on a day the last one tells who holds it.
        const last = new Map(listChangesOn(atlas, asked.on).map((change) => [change.settlement, change]));
        for (const change of last.values()) {
          const isListed = isFiltering(filter) ? judge.change(change) : true;
          expect(inTable.has(change.settlement)).toBe(isListed);
        }
      }),
    );
  });

  it("leaves in the table the settlements of the sides that it asks for, and no others", () => {
    for (const { id } of atlas.dataset.sides) {
      for (const on of ["2019-12-20", "2020-02-12"] as Day[]) {
        const judge = createJudge(atlas, { ...NO_FILTER, sides: [id] });
        const held = atlas.dataset.settlements.filter((settlement) => {
          const control = findControl(atlas, settlement.id, on);
          return control.kind !== "unknown" && control.by === id;
        });
        expect(listShown(judge, on)).toEqual(held.map((settlement) => settlement.id));
      }
    }
  });

  it("that asks for more leaves no more", () => {
    fc.assert(
      fc.property(anyChoice, anyChoice, (one, other) => {
        const first = choose(one);
        const both = { ...first.filter, text: "", said: [], kinds: choose(other).filter.kinds };
        const less = { ...both, kinds: [] };
        const count = (filter: Filter) => countRecords(atlas, first.on, createJudge(atlas, filter));
        const [most, least] = [count(less), count(both)];
        expect(least.events).toBeLessThanOrEqual(most.events);
        // A kind of event is nothing that a claim or a figure tells of.
        expect({ ...least, events: 0 }).toEqual({ ...most, events: 0 });
      }),
    );
  });

  it("finds a place by any spelling, and shows all where nothing is asked", () => {
    const find = (text: string) =>
      atlas.dataset.settlements
        .filter((place) =>
          createJudge(atlas, { ...NO_FILTER, text }).settlement(place, atlas.dataset.lastDay),
        )
        .map(({ id }) => id);
    expect(find("Sarakeb")).toContain("saraqib");
    expect(find("سراقب")).toContain("saraqib");
    expect(find("  ").length).toBe(atlas.dataset.settlements.length);
    expect(isFiltering({ ...NO_FILTER, text: "  " })).toBe(false);
  });

  it("by who says so leaves out what nobody says", () => {
    const inferred = atlas.changes.filter(
      ({ claims, contradictedBy }) => claims.length + contradictedBy.length === 0,
    );
    const { change } = createJudge(atlas, { ...NO_FILTER, said: speakers });
    expect(inferred.filter(change)).toEqual([]);
  });
});
