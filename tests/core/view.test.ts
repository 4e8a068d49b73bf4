import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CERTAINTIES } from "../../src/core/filter.ts";
import { EVENT_KINDS } from "../../src/core/records.ts";
import {
  select,
  SELECTABLE,
  type Selectable,
  type Selection,
  selectionOf,
} from "../../src/core/selection.ts";
import { addDays, day } from "../../src/core/day.ts";
import {
  carryOver,
  COMPARE_MODES,
  defaultView,
  encodeView,
  findGround,
  GROUNDS,
  parseView,
  TRAILS,
  type View,
} from "../../src/core/view.ts";

const known: Record<Selectable, readonly string[]> = {
  place: ["saraqib", "afs", "m5"],
  post: ["post-09-morek", "saraqib"],
  highway: ["m5"],
  source: ["001"],
};

const speakers = ["001", "SOHR", "one, two & three", "الإعلام"];

const context = {
  firstDay: day("2019-11-24"),
  lastDay: day("2020-03-19"),
  defaultDay: day("2020-02-06"),
  has: ({ kind, id }: Selection) => known[kind].includes(id),
  languages: ["en", "ar", "uk"],
  scripts: ["latin", "arabic"],
  layers: ["gains", "towns", "labels"],
  charts: ["area", "highway:m5"],
  sides: ["red", "green"],
  isSaidBy: (key: string) => speakers.includes(key),
  steps: ["eve", "fall"],
};

const anySelected = fc
  .option(
    fc
      .constantFrom(...SELECTABLE)
      .chain((kind) => fc.record({ kind: fc.constant(kind), id: fc.constantFrom(...known[kind]) })),
    { nil: undefined },
  )
  .map(select);

const anyView: fc.Arbitrary<View> = fc
  .tuple(
    anySelected,
    fc.record({
      day: fc.nat(116).map((step) => addDays(context.firstDay, step)),
      compared: fc.option(
        fc.nat(116).map((step) => addDays(context.firstDay, step)),
        { nil: undefined },
      ),
      compare: fc.constantFrom(...COMPARE_MODES),
      ground: fc.constantFrom(...GROUNDS),
      since: fc.option(
        fc.nat(116).map((step) => addDays(context.firstDay, step)),
        { nil: undefined },
      ),
      trail: fc.constantFrom(...TRAILS),
      range: fc.option(
        fc.tuple(fc.nat(116), fc.nat(116)).map((steps) => {
          const [first = 0, last = 0] = steps.toSorted((a, b) => a - b);
          return { first: addDays(context.firstDay, first), last: addDays(context.firstDay, last) };
        }),
        { nil: undefined },
      ),
      chart: fc.constantFrom("gained", ...context.charts),
      hasDrawer: fc.boolean(),
      language: fc.constantFrom("en", "ar", "uk"),
      theme: fc.constantFrom(undefined, "light" as const, "dark" as const, "contrast" as const),
      filter: fc.record({
        sides: fc.subarray([...context.sides]),
        said: fc.subarray([...speakers]),
        certainties: fc.subarray([...CERTAINTIES]),
        kinds: fc.subarray([...EVENT_KINDS]),
        text: fc.string({ unit: "grapheme" }),
      }),
      labels: fc.constantFrom("latin" as const, "arabic" as const, "both" as const),
      hidden: fc.subarray([...context.layers]),
      step: fc.option(fc.constantFrom(...context.steps), { nil: undefined }),
      wall: fc.boolean(),
      camera: fc.option(
        fc.record({
          lng: fc.integer({ min: -1800, max: 1800 }).map((tenth) => tenth / 10),
          lat: fc.integer({ min: -850, max: 850 }).map((tenth) => tenth / 10),
          zoom: fc.integer({ min: 0, max: 88 }).map((quarter) => quarter / 4),
        }),
        { nil: undefined },
      ),
    }),
  )
  // A wall shows neither the story nor two maps.
  .map(([selected, view]) => ({
    ...view,
    ...selected,
    ...(view.wall && { step: undefined, compare: "difference" as const }),
  }));

describe("encodeView and parseView", () => {
  it("are inverse to each other", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        // A day is not compared with itself.
        fc.pre(view.compared !== view.day);
        expect(parseView(encodeView(view), context)).toEqual({ view, problems: [] });
      }),
    );
  });

  it("open exactly the day and place of a link", () => {
    const { view, problems } = parseView("?day=2020-02-06&place=saraqib", context);
    expect(view).toEqual({ ...defaultView(context), day: "2020-02-06", place: "saraqib" });
    expect(problems).toEqual([]);
  });
});

describe("what is selected", () => {
  it("is one thing at most, of whatever an address names", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...SELECTABLE),
          fc.constantFrom(...Object.values(known).flat(), "atlantis"),
        ),
        (asked) => {
          const { view } = parseView(new URLSearchParams(asked).toString(), context);
          const there = SELECTABLE.filter((kind) => view[kind] !== undefined);
          expect(there.length).toBeLessThanOrEqual(1);
          expect(select(selectionOf(view))).toEqual({
            place: view.place,
            post: view.post,
            highway: view.highway,
            source: view.source,
          });
        },
      ),
    );
  });
});

describe("what a reader has chosen", () => {
  it("is kept in another data set, but for a script that it has no names in", () => {
    fc.assert(
      fc.property(anyView, anyView, (first, before) => {
        const kept = carryOver(first, before, { scripts: ["latin", "cyrillic"] });
        const { language, theme, hidden, trail, ground, compare } = before;
        const labels = before.labels === "arabic" ? first.labels : before.labels;
        expect(kept).toEqual({ ...first, language, theme, hidden, trail, ground, compare, labels });
      }),
    );
  });
});

describe("the compared day", () => {
  it("is none where it is the day itself, and the nearest day of the story where it lies outside, which is told", () => {
    expect(parseView("?day=2020-02-06&with=2020-02-06", context)).toMatchObject({
      view: { compared: undefined },
      problems: [],
    });
    expect(parseView("?day=2020-02-06&with=2030-01-01", context)).toMatchObject({
      view: { compared: context.lastDay },
      problems: [{ parameter: "with", found: "2030-01-01", used: context.lastDay }],
    });
  });
});

describe("the range", () => {
  it("reaches to the end of the story where one end is named", () => {
    expect(parseView("?from=2020-02-10", context).view.range).toEqual({
      first: "2020-02-10",
      last: context.lastDay,
    });
  });
});

describe("former lines", () => {
  it("are put away by a link from before there was a trail, and the other layers with them", () => {
    const { view, problems } = parseView("?hide=yesterday,towns", context);
    expect([view.trail, view.hidden, problems]).toEqual([0, ["towns"], []]);
    expect(encodeView(view)).toBe("day=2020-02-06&trail=0&hide=towns");
    expect(parseView("?hide=towns", context).view.trail).toBe(1);
  });
});

describe("the ground", () => {
  it("shows its holder under a difference, and what was chosen in every other case", () => {
    const chosen = { ...defaultView(context), ground: "changed" } as const;
    const compared = context.lastDay;
    expect(findGround(chosen)).toBe("changed");
    expect(findGround({ ...chosen, compared })).toBe("holder");
    expect(findGround({ ...chosen, compared, compare: "swipe" })).toBe("changed");
  });
});

describe("parseView", () => {
  it("never throws, and gives a day of the story whatever the address says", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(
          "day",
          "place",
          "lang",
          "theme",
          "labels",
          "hide",
          "at",
          "since",
          "trail",
          "from",
          "to",
          "chart",
          "post",
          "highway",
          "source",
          "side",
          "said",
          "sure",
          "kind",
          "text",
        ),
        (text, name) => {
          const { view } = parseView(new URLSearchParams({ [name]: text }).toString(), context);
          expect(view.day >= context.firstDay && view.day <= context.lastDay).toBe(true);
        },
      ),
    );
  });

  it.each([
    ["day=2020-13-40", { parameter: "day", found: "2020-13-40", used: "2020-02-06" }],
    ["day=2021-01-01", { parameter: "day", found: "2021-01-01", used: "2020-03-19" }],
    ["ground=lost", { parameter: "ground", found: "lost", used: "holder" }],
    ["since=2031-01-01", { parameter: "since", found: "2031-01-01", used: "2020-03-19" }],
    ["since=yesterday", { parameter: "since", found: "yesterday", used: "" }],
    ["trail=2", { parameter: "trail", found: "2", used: "1" }],
    ["from=2020-02-30", { parameter: "from", found: "2020-02-30", used: "" }],
    ["from=2020-02-10&to=2020-02-01", { parameter: "to", found: "2020-02-01", used: "" }],
    ["chart=weather", { parameter: "chart", found: "weather", used: "gained" }],
    ["drawer=ajar", { parameter: "drawer", found: "ajar", used: "" }],
    ["wall=high", { parameter: "wall", found: "high", used: "" }],
    ["wall=1&story=eve", { parameter: "wall", found: "1", used: "" }],
    ["wall=1&with=2020-02-01&compare=swipe", { parameter: "wall", found: "1", used: "" }],
    ["compare=blink", { parameter: "compare", found: "blink", used: "difference" }],
    ["place=atlantis", { parameter: "place", found: "atlantis", used: "" }],
    ["side=red,blue", { parameter: "side", found: "red,blue", used: "" }],
    ["said=SOHR&said=nobody", { parameter: "said", found: "nobody", used: "" }],
    ["sure=certain", { parameter: "sure", found: "certain", used: "" }],
    ["kind=miracle", { parameter: "kind", found: "miracle", used: "" }],
    ["post=atlantis", { parameter: "post", found: "atlantis", used: "" }],
    ["highway=m6", { parameter: "highway", found: "m6", used: "" }],
    ["source=002", { parameter: "source", found: "002", used: "" }],
    ["place=afs&highway=m5", { parameter: "highway", found: "m5", used: "" }],
    ["lang=fr", { parameter: "lang", found: "fr", used: "en" }],
    ["hide=towns,oceans", { parameter: "hide", found: "towns,oceans", used: "" }],
    ["at=1,2", { parameter: "at", found: "1,2", used: "" }],
    ["at=,,", { parameter: "at", found: ",,", used: "" }],
    ["at=36,,8", { parameter: "at", found: "36,,8", used: "" }],
    ["at=36,%20,8", { parameter: "at", found: "36, ,8", used: "" }],
    ["day=-0216-08-02", { parameter: "day", found: "-0216-08-02", used: "2020-02-06" }],
    ["day=0000-08-02", { parameter: "day", found: "0000-08-02", used: "2020-02-06" }],
    ["at=0x10,1e1,3", { parameter: "at", found: "0x10,1e1,3", used: "" }],
    ["at=36,Infinity,8", { parameter: "at", found: "36,Infinity,8", used: "" }],
    ["at=abc,2,3", { parameter: "at", found: "abc,2,3", used: "" }],
  ])("names what is wrong with %s and what is used instead", (query, problem) => {
    expect(parseView(query, context).problems).toEqual([problem]);
  });
});
