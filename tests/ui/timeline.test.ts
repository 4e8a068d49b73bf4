import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, type Day, fromDayNumber, listDays } from "../../src/core/day.ts";
import {
  type Axis,
  type AxisSpan,
  findDayAt,
  percentOf,
  turnAxis,
  zoomAxis,
} from "../../src/ui/state/axis.ts";
import { countGains, layOutBars } from "../../src/ui/timeline/bars.ts";
import { layOutFlags } from "../../src/ui/timeline/flags.ts";
import { layOutTicks } from "../../src/ui/timeline/ticks.ts";
import { loadWords, wordsOf } from "../../src/words/index.ts";
import { claim, nth, tell } from "./story.ts";

const en = wordsOf("en");

const story = tell([
  claim("c1", "alpha", "red", nth(3)),
  claim("c2", "bravo", "red", nth(3), { certainty: "reported" }),
  claim("c3", "charlie", "green", nth(3)),
  claim("c4", "alpha", "blue", nth(6)),
  // Recaptured with no loss told before: the loss is implied.
  claim("c5", "delta", "red", nth(9), { action: "recaptured" }),
]);

describe("gains per day", () => {
  it("counts places by day and side, and apart those that nobody states", () => {
    const gains = countGains(story);
    expect(gains).toContainEqual({ day: nth(3), side: "red", certain: 2, uncertain: 0 });
    expect(gains).toContainEqual({ day: nth(3), side: "green", certain: 1, uncertain: 0 });
    expect(gains).toContainEqual({ day: nth(6), side: "blue", certain: 1, uncertain: 0 });
    const implied = gains.filter((gain) => gain.uncertain > 0);
    expect(implied.map((gain) => gain.side)).toContain("blue");
  });

  it("is drawn up for the first side and its ally, down for whom they fight, from one line", () => {
    const { bars, baseline } = layOutBars(story);
    const beginAt = bars.filter((bar) => Math.abs(bar.y - baseline) < 1e-9);
    const endAt = bars.filter((bar) => bar.y + bar.height < baseline + 1e-9);
    expect(new Set(beginAt.map((bar) => bar.side))).toEqual(new Set(["blue"]));
    expect(new Set(endAt.map((bar) => bar.side))).toEqual(new Set(["red", "green"]));
    expect(beginAt.length + endAt.length).toBe(bars.length);
  });

  it("stacks sides that point the same way without overlap, and stays within the chart", () => {
    const { bars } = layOutBars(story);
    const stacked = bars.filter((bar) => bar.day === nth(3)).toSorted((a, b) => a.y - b.y);
    expect(stacked.length).toBe(2);
    const [upper, lower] = stacked;
    expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeCloseTo(lower?.y ?? Number.NaN);
    for (const bar of bars) {
      expect(bar.y).toBeGreaterThanOrEqual(-1e-9);
      expect(bar.y + bar.height).toBeLessThanOrEqual(100 + 1e-9);
    }
  });

  it("leaves out, of days that would lie over each other, all but those with most either way, at the same heights", () => {
    const all = layOutBars(story).bars;
    const heightOf = (bars: typeof all, day: Day) =>
      bars.filter((bar) => bar.day === day && bar.side !== "blue").reduce((sum, bar) => sum + bar.height, 0);
    const { bars } = layOutBars(story, story, 1);
    const tallest = Math.max(...story.days.map((day) => heightOf(all, day)));
    const days = new Set(bars.filter(({ side }) => side !== "blue").map((bar) => bar.day));
    expect([...days].map((day) => heightOf(bars, day))).toEqual([tallest]);
    for (const bar of bars) expect(all).toContainEqual(bar);
    expect(layOutBars(story, story, 1000).bars).toEqual(all);
  });

  it("has no bars, and no division by zero, in a story without changes", () => {
    const { bars, baseline } = layOutBars(tell([]));
    expect(bars).toEqual([]);
    expect(Number.isFinite(baseline)).toBe(true);
  });
});

describe("positions along the line of time", () => {
  it("run from 0 on the first day to 100 on the last", () => {
    expect(percentOf(story, nth(1))).toBe(0);
    expect(percentOf(story, nth(12))).toBe(100);
  });

  it("lead back to the day they were made from", () => {
    for (const day of story.days) expect(findDayAt(story, percentOf(story, day) / 100)).toBe(day);
  });

  it("beyond either end give that end", () => {
    expect(findDayAt(story, -0.4)).toBe(nth(1));
    expect(findDayAt(story, 1.2)).toBe(nth(12));
  });
});

/** As wide as a text is in some font: seven pixels or so a letter. */
const measureText = (text: string) => 4 + 6.7 * text.length;

const anySpan = fc
  .tuple(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: 1, max: 5000 }))
  .map(([start, count]) => ({ days: listDays(fromDayNumber(start), fromDayNumber(start + count - 1)) }));

const SLACK = 8;
const tickLeft = (axis: Axis, width: number, day: Day) => (percentOf(axis, day) / 100) * width;

describe("dates below the axis", () => {
  it.each(["en", "ar", "fr", "uk"])(
    "never run into each other nor off the end, and one is there at least: %s",
    async (language) => {
      const { dates } = await loadWords(language);
      fc.assert(
        fc.property(anySpan, fc.integer({ min: 150, max: 2600 }), (axis, width) => {
          const ticks = layOutTicks(axis, width, dates, measureText, SLACK);
          expect(ticks.length).toBeGreaterThan(0);
          let reached = Number.NEGATIVE_INFINITY;
          for (const { day, text } of ticks) {
            const left = tickLeft(axis, width, day);
            expect(left).toBeGreaterThanOrEqual(reached);
            reached = left + measureText(text);
          }
          expect(reached).toBeLessThanOrEqual(width + SLACK);
          expect(ticks.every(({ day }) => axis.days.includes(day))).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each([
    [3, 350],
    [31, 350],
    [31, 1000],
    [117, 350],
    [117, 1000],
    [769, 350],
    [769, 1000],
    [3650, 350],
    [3650, 1000],
  ])(
    "are a scale that can be read over %d days on %d pixels: two at least, twenty at most",
    (count, width) => {
      for (const start of ["2022-02-24", "2019-11-24", "2020-01-02"]) {
        const axis = { days: listDays(day(start), addDays(day(start), count - 1)) };
        const ticks = layOutTicks(axis, width, en.dates, measureText, SLACK);
        expect([count, width, ticks.length >= 2 && ticks.length <= 20]).toEqual([count, width, true]);
      }
    },
  );

  it.each(["en", "ar", "fr", "uk"])(
    "never collide over 3, 31, 769 and 3,650 days at any width, in narrow and in wide letters: %s",
    async (language) => {
      const { dates } = await loadWords(language);
      for (const count of [3, 31, 769, 3650]) {
        const axis = { days: listDays(day("2019-11-24"), addDays(day("2019-11-24"), count - 1)) };
        for (const letterPx of [4.5, 6.7, 11]) {
          const measure = (text: string) => 4 + letterPx * text.length;
          for (let width = 160; width <= 2560; width += 80) {
            const ticks = layOutTicks(axis, width, dates, measure, SLACK);
            const ends = ticks.map(({ day, text }) => tickLeft(axis, width, day) + measure(text));
            const touching = ticks.filter(
              ({ day }, index) => index > 0 && tickLeft(axis, width, day) < (ends[index - 1] ?? 0),
            );
            const where = [count, letterPx, width];
            expect([...where, ticks.length > 0, touching]).toEqual([...where, true, []]);
            // One date alone may be wider than a phone's axis.
            const end = ticks.length > 1 ? (ends.at(-1) ?? 0) : 0;
            expect(end).toBeLessThanOrEqual(width + SLACK);
          }
        }
      }
    },
  );

  it("name the year with the first month and with each January", () => {
    const axis = { days: listDays(day("2019-11-24"), day("2020-03-19")) };
    const texts = layOutTicks(axis, 1000, en.dates, measureText).map(({ text }) => text);
    expect(texts).toEqual(["Dec 2019", "Jan 2020", "Feb", "Mar"]);
  });
});

describe("zoom", () => {
  const all = { days: listDays(day("2022-02-24"), day("2024-04-02")) };
  const axisOf = (span: AxisSpan | undefined): Axis =>
    span ? { days: listDays(span.first, span.last) } : all;

  it("keeps the day under the pointer where it is, stays within the story, and leads back", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
          {
            maxLength: 12,
          },
        ),
        (steps) => {
          let axis = all as Axis;
          for (const [factor, fraction] of steps) {
            const before = axis;
            const held = findDayAt(before, fraction) as Day;
            axis = axisOf(zoomAxis(all, axis, factor, fraction));
            expect(axis.days.every((day) => all.days.includes(day))).toBe(true);
            expect(axis.days.length).toBeGreaterThanOrEqual(7);
            const isAtEdge = axis.days[0] === all.days[0] || axis.days.at(-1) === all.days.at(-1);
            if (isAtEdge) continue;
            const stepPercent = 100 / (axis.days.length - 1);
            const moved = Math.abs(percentOf(axis, held) - percentOf(before, held));
            expect(moved).toBeLessThanOrEqual(2 * stepPercent);
          }
          expect(zoomAxis(all, axis, 1000, 0.5)).toBeUndefined();
        },
      ),
    );
  });

  it("moves at every step, however short the axis", () => {
    let axis = axisOf(zoomAxis(all, all, 0.001, 0.5));
    expect(axis.days.length).toBe(7);
    axis = axisOf(zoomAxis(all, axis, 1.02, 0.5));
    expect(axis.days.length).toBe(8);
  });

  it("turns the page when the day leaves it, so that the day is always on it", () => {
    const axis = axisOf({ first: day("2022-06-01"), last: day("2022-07-31") });
    for (const there of [
      all.days[0],
      all.days.at(-1),
      day("2022-08-01"),
      day("2022-05-31"),
      day("2022-07-01"),
    ]) {
      const turned = axisOf(turnAxis(all, axis, there as Day));
      expect(turned.days).toContain(there);
      expect(turned.days.length).toBe(axis.days.length);
    }
    expect(turnAxis(all, axis, day("2022-07-01"))).toEqual({ first: axis.days[0], last: axis.days.at(-1) });
  });
});

describe("event flags", () => {
  const anyDays = fc.uniqueArray(fc.nat(99), { maxLength: 60 }).map((numbers) =>
    numbers
      .toSorted((a, b) => a - b)
      .map((number) => ({
        day: addDays(day("2020-01-01"), number),
        kinds: [
          {
            kind: (number % 3 ? "strike" : "talks") as "strike" | "talks",
            count: 1,
            rank: number % 3 ? 6 : 1,
          },
        ],
      })),
  );
  const axis = { days: listDays(day("2020-01-01"), day("2020-04-09")) };

  it("stand on every day with events, no sign over another, and none is left out for one that holds for less", () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 100, max: 1500 }), (days, width) => {
        const flags = layOutFlags(days, axis, width, 24);
        expect(flags.map(({ day }) => day)).toEqual(days.map(({ day }) => day));
        const at = (x: number) => (x / 100) * width;
        const signed = flags.filter(({ kind }) => kind !== undefined);
        for (const [index, { x }] of signed.entries()) {
          const next = signed[index + 1]?.x ?? Number.POSITIVE_INFINITY;
          expect(at(next) - at(x)).toBeGreaterThanOrEqual(24 - 1e-6);
        }
        // Whatever has no sign has one of its rank or above within reach.
        for (const { day: bare, x } of flags.filter(({ kind }) => kind === undefined)) {
          const rankOf = (day: Day) => days.find((events) => events.day === day)?.kinds[0]?.rank ?? 99;
          const near = signed.filter((flag) => Math.abs(at(flag.x) - at(x)) < 24);
          expect(near.some((flag) => rankOf(flag.day) <= rankOf(bare))).toBe(true);
        }
      }),
    );
  });
});
