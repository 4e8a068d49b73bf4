import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "../../src/core/day.ts";
import { indexByDay } from "../../src/core/day-index.ts";

const START = day("2020-01-01");
/** Mostly short, some for months: at the marks something lasts, and much of it ends before the next. */
const span = fc.tuple(fc.nat(400), fc.oneof(fc.nat(3), fc.nat(200)));

describe("items by the days on which they last", () => {
  it("are those that a scan of the whole list finds, in its order, however long they last", () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 0, maxLength: 2500, size: "max" }), (spans) => {
        const items = spans.map(([first, length], id) => ({
          id,
          firstDay: addDays(START, first),
          lastDay: addDays(START, first + length),
        }));
        const find = indexByDay(items);
        for (let at = -1; at <= 602; at += 9) {
          const asked: Day = addDays(START, at);
          const wanted = items.filter(({ firstDay, lastDay }) => firstDay <= asked && asked <= lastDay);
          expect(find(asked)).toEqual(wanted);
        }
      }),
      { numRuns: 30 },
    );
  });
});
