import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addDays,
  clampDay,
  countDaysBetween,
  day,
  formatDay,
  fromDayNumber,
  listDays,
  parseDay,
  toDayNumber,
} from "../../src/core/day.ts";

/** From 0001-01-01 to 9998-12-31, counted by the rule at the end of this file. */
const anyDayNumber = fc.integer({ min: countByRule("0001-01-01"), max: countByRule("9998-12-31") });

describe.each(["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])("a day on a machine in %s", (zone) => {
  const before = process.env["TZ"];
  beforeAll(() => {
    process.env["TZ"] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  });

  it("really runs in that zone", () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });

  it("counts days as the proleptic Gregorian calendar does, by an independent sum", () => {
    fc.assert(
      fc.property(anyDayNumber, (number) => void expect(countByRule(fromDayNumber(number))).toBe(number)),
    );
  });

  it("comes back from its number", () => {
    fc.assert(
      fc.property(anyDayNumber, (number) => void expect(toDayNumber(fromDayNumber(number))).toBe(number)),
    );
  });

  it("sorts as text in the order of time", () => {
    fc.assert(
      fc.property(anyDayNumber, fc.nat(366), (number, step) => {
        expect(fromDayNumber(number) <= fromDayNumber(number + step)).toBe(true);
      }),
    );
  });

  it("crosses leap days and clock changes without losing a day", () => {
    expect(addDays(day("2020-02-28"), 1)).toBe("2020-02-29");
    expect(addDays(day("2020-02-29"), 1)).toBe("2020-03-01");
    expect(countDaysBetween(day("2020-03-27"), day("2020-03-30"))).toBe(3);
    expect(listDays(day("2019-11-24"), day("2020-03-19"))).toHaveLength(117);
  });

  it("is printed as the day it is", () => {
    const options = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
    expect(formatDay(day("2020-02-06"), "en-GB", options)).toBe("Thursday, 6 February 2020");
  });
});

describe("parseDay", () => {
  it.each([
    "2020-02-30",
    "2019-02-29",
    "2020-13-01",
    "9998-25-12",
    "2020-00-10",
    "2020-1-1",
    "20200101",
    "",
    " 2020-01-01",
    "0000-01-01",
    "-0216-08-02",
    "-000216-08-02",
    "+002020-01-01",
    "9999-12-31",
  ])("refuses %j", (text) => expect(parseDay(text)).toBeUndefined());

  it.each(["0001-01-01", "0050-01-01", "0099-12-31", "1066-10-14", "1600-02-29", "1899-12-31", "9998-12-31"])(
    "reads %s as that day and counts it as the calendar does",
    (text) => {
      expect(parseDay(text)).toBe(text);
      expect(toDayNumber(day(text))).toBe(countByRule(text));
      expect(toDayNumber(day(text)) * 86_400_000).toBe(Date.parse(`${text}T00:00:00Z`));
    },
  );

  it("has a day before the first and after the last, which sort where they belong", () => {
    expect(addDays(day("0001-01-01"), -1) < day("0001-01-01")).toBe(true);
    expect(addDays(day("9998-12-31"), 1) > day("9998-12-31")).toBe(true);
    expect(() => addDays(day("9998-12-31"), 400)).toThrow(RangeError);
  });

  it("never throws and never returns another text than it was given", () => {
    fc.assert(fc.property(fc.string(), (text) => void expect([undefined, text]).toContain(parseDay(text))));
  });
});

describe("clampDay and listDays", () => {
  it("keeps a day within the story", () => {
    expect(clampDay(day("2020-01-01"), day("2020-02-01"), day("2020-03-01"))).toBe("2020-02-01");
    expect(clampDay(day("2020-06-01"), day("2020-02-01"), day("2020-03-01"))).toBe("2020-03-01");
  });

  it("lists no day if the last comes before the first", () => {
    expect(listDays(day("2020-02-02"), day("2020-02-01"))).toEqual([]);
  });
});

/** Days since 1970-01-01 counted without Date: whole years, leap days, then months. */
function countByRule(value: string): number {
  const match = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(value);
  const [year, month, date] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const monthDays = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30];
  const leapDays = (before: number) =>
    Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const years = (year - 1970) * 365 + leapDays(year - 1) - leapDays(1969);
  return years + monthDays.slice(0, month - 1).reduce((sum, days) => sum + days, 0) + date - 1;
}
