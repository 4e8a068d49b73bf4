import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, listDays } from "../../src/core/day.ts";
import type { Figure } from "../../src/core/records.ts";
import { type DotShape, labelDots, layOutChart, spreadLabels, thinLine } from "../../src/ui/charts/layout.ts";
import { findReported, findReportedDay } from "../../src/ui/charts/readings.ts";

const FIRST = day("2020-01-01");
const nth = (step: number) => addDays(FIRST, step);
const axis = { days: listDays(FIRST, nth(10)) };

function figure(id: string, value: number, step: number, more: Partial<Figure> = {}): Figure {
  return {
    id,
    measure: "displaced",
    value,
    valueHigh: undefined,
    unit: "persons",
    qualifier: "exactly",
    firstDay: nth(step),
    lastDay: nth(step),
    dayBasis: "stated",
    concerns: "",
    settlement: undefined,
    attribution: "article",
    certainty: "stated",
    source: "d1",
    paragraph: 1,
    offset: 0,
    spelling: "",
    contradicts: [],
    summary: id,
    ...more,
  };
}

/** The strokes of a path: the x of their begin and end. */
function readStrokes(path: string): [number, number][] {
  return path
    .split("M")
    .slice(1)
    .map((stroke) => {
      // Every second number of "M0,50L5,50": those of x.
      const numbers = [...stroke.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
      const across = numbers.filter((_, index) => index % 2 === 0);
      return [Math.min(...across), Math.max(...across)];
    });
}

describe("the line of a chart", () => {
  it("is never drawn over days of which nothing is known, and a lone day is drawn", () => {
    const values = [5, 6, undefined, undefined, 7, undefined, 8, 8, 9, 9, undefined];
    const [shape] = layOutChart(axis, FIRST, [{ side: "red", values }], []).lines;
    expect(readStrokes(shape?.path ?? "")).toEqual([
      [0, 10],
      [40, 40],
      [60, 90],
    ]);
    expect(shape?.first).toMatchObject({ x: 0, value: 5 });
    expect(shape?.last).toMatchObject({ x: 90, value: 9 });
  });

  it("stands at its value on each day, on a scale that begins at 0 and keeps still when the axis is zoomed", () => {
    const lines = [{ side: "red", values: axis.days.map((_, index) => 10 * index) }];
    const whole = layOutChart(axis, FIRST, lines, []);
    const zoomed = layOutChart({ days: axis.days.slice(2, 5) }, FIRST, lines, []);
    expect(zoomed.grid).toEqual(whole.grid);
    expect(whole.grid[0]).toEqual({ value: 0, y: 100 });
    expect(zoomed.lines[0]?.first).toMatchObject({ x: 0, value: 20, y: 80 });
    expect(zoomed.lines[0]?.last).toMatchObject({ x: 100, value: 40, y: 60 });
  });

  it("keeps of many days the lowest and the highest of each column, every gap, and some two points a column", () => {
    const anyValues = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined, freq: 12 }), {
      minLength: 1,
      maxLength: 400,
    });
    fc.assert(
      fc.property(anyValues, fc.integer({ min: 1, max: 40 }), (values, columns) => {
        const points = values.map((value, x) => (value === undefined ? undefined : { x, y: -value, value }));
        const kept = thinLine(points, columns);
        const gaps = values.filter((value, at) => value === undefined && values[at - 1] !== undefined).length;
        const most = points.length > 2 * columns ? 2 * columns + 3 * gaps : points.length;
        expect(kept.length).toBeLessThanOrEqual(most);
        for (let column = 0; column < columns; column++) {
          const within = (x: number) => Math.floor((x * columns) / points.length) === column;
          const extremes = (list: readonly ({ x: number; value: number } | undefined)[]) => {
            const here = list.filter((point) => point !== undefined).filter(({ x }) => within(x));
            const found = here.map(({ value }) => value);
            return found.length === 0 ? [] : [Math.min(...found), Math.max(...found)];
          };
          expect(extremes(kept)).toEqual(extremes(points));
        }
        // What is known on both sides of a gap stays parted by it.
        const order = kept.map((point) => point?.x);
        for (const [at, x] of order.entries()) {
          const next = order[at + 1];
          if (x === undefined || next === undefined) continue;
          expect(x).toBeLessThan(next);
          expect(values.slice(x, next).includes(undefined)).toBe(false);
        }
      }),
    );
  });

  it("is none for a side of which nothing is known on the axis", () => {
    const values = axis.days.map((_, index) => (index < 3 ? 4 : undefined));
    expect(layOutChart({ days: axis.days.slice(5) }, FIRST, [{ side: "red", values }], []).lines).toEqual([]);
  });
});

describe("the dots of a chart", () => {
  it("stand at the last day of a number, with its days and its range, and not off the axis", () => {
    const figures = [
      figure("one", 50, 5),
      figure("range", 20, 8, { firstDay: nth(6), valueHigh: 100 }),
      figure("late", 10, 14),
    ];
    const { dots } = layOutChart(axis, FIRST, [], figures);
    expect(dots.map(({ x, y, from, yHigh }) => ({ x, y, from, yHigh }))).toEqual([
      { x: 50, y: 50, from: 50, yHigh: 50 },
      { x: 80, y: 80, from: 60, yHigh: 0 },
    ]);
  });

  it("are named where there is room, no name over another nor over a dot", () => {
    const anyDot = fc.record({
      x: fc.integer({ min: 0, max: 100 }),
      y: fc.integer({ min: 0, max: 100 }),
      value: fc.nat(1000),
      length: fc.integer({ min: 10, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(anyDot, { maxLength: 30 }), (given) => {
        const dots = given.map((dot, index) => ({
          ...dot,
          figure: { id: String(index) },
        })) as unknown as (DotShape & {
          length: number;
        })[];
        const measure = (dot: DotShape) => (dot as DotShape & { length: number }).length;
        const boxes = labelDots(dots, 600, 88, measure).map(({ dot, isBefore }) => {
          const [x, y] = [dot.x * 6, dot.y * 0.88];
          return isBefore
            ? { left: x - 7 - measure(dot), right: x - 7, y }
            : { left: x + 7, right: x + 7 + measure(dot), y };
        });
        for (const [index, box] of boxes.entries()) {
          expect(box.left >= 0 && box.right <= 600).toBe(true);
          for (const other of boxes.slice(index + 1)) {
            const isApart =
              box.right <= other.left || other.right <= box.left || Math.abs(box.y - other.y) >= 14;
            expect(isApart).toBe(true);
          }
          for (const dot of dots) {
            const isUnder =
              dot.x * 6 > box.left && dot.x * 6 < box.right && Math.abs(dot.y * 0.88 - box.y) < 14;
            expect(isUnder).toBe(false);
          }
        }
      }),
    );
  });
});

describe("labels at the ends of lines", () => {
  it("keep their order, never touch, and stay on the plot where there is room for all", () => {
    const heights = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = spreadLabels(wanted, 12, 100);
        const order = wanted.map((at, index) => ({ at, here: placed[index] ?? Number.NaN }));
        const sorted = order.toSorted((a, b) => a.at - b.at || a.here - b.here);
        for (const [index, { here }] of sorted.entries()) {
          expect(here).toBeGreaterThanOrEqual(-1e-9);
          expect(here).toBeLessThanOrEqual(100 + 1e-9);
          const next = sorted[index + 1]?.here ?? Number.POSITIVE_INFINITY;
          expect(next - here).toBeGreaterThanOrEqual(12 - 1e-9);
        }
      }),
    );
  });
});

describe("the reading of a day", () => {
  const figures = [figure("a", 1, 2), figure("b", 2, 2), figure("c", 3, 6)];

  it("has the numbers of that day, or the latest before it", () => {
    const read = (step: number) => findReported(figures, nth(step)).map(({ id }) => id);
    expect([1, 2, 4, 6, 9].map(read)).toEqual([[], ["a", "b"], ["a", "b"], ["c"], ["c"]]);
  });

  it("goes from number to number", () => {
    expect(findReportedDay(figures, nth(0), 1)).toBe(nth(2));
    expect(findReportedDay(figures, nth(2), 1)).toBe(nth(6));
    expect(findReportedDay(figures, nth(6), 1)).toBeUndefined();
    expect(findReportedDay(figures, nth(6), -1)).toBe(nth(2));
  });
});
