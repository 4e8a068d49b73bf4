import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayReading, type DayRules, readCellDay } from "../../src/import/days.ts";
import type { Cell } from "../../src/import/sheet.ts";
import { day } from "../../src/core/day.ts";

function tell(reading: DayReading): string {
  switch (reading.kind) {
    case "days":
      return reading.first === reading.last ? reading.first : `${reading.first}..${reading.last}`;
    case "ordered":
      return reading.orders.join(" or ");
    case "number":
      return reading.units.join(" or ");
    default:
      return reading.kind;
  }
}

describe("a day", () => {
  it.each<[Cell, string]>([
    ["2020-02-06", "2020-02-06"],
    ["2020-2-6", "2020-02-06"],
    [" 2020/02/06 23:59:59+05:30 ", "2020-02-06"],
    ["2020-02-06T22:00:00.000Z", "2020-02-06"],
    ["20200206 0930", "2020-02-06"],
    ["06 February 2020", "2020-02-06"],
    ["Thursday, February 6th, 2020", "2020-02-06"],
    ["6-Feb-2020", "2020-02-06"],
    ["6 févr. 2020", "2020-02-06"],
    ["1er août 2020", "2020-08-01"],
    ["٦ شباط ٢٠٢٠", "2020-02-06"],
    ["6 كانون الثاني 2020", "2020-01-06"],
    ["6 تشرين الأول 2020", "2020-10-06"],
    ["6 فبراير، 2020", "2020-02-06"],
    ["6 лютого 2020 р.", "2020-02-06"],
    ["6 февраля 2020 г.", "2020-02-06"],
    [{ day: day("2020-02-06") }, "2020-02-06"],
    ["1453-05-29", "1453-05-29"],
    ["2020-02", "2020-02-01..2020-02-29"],
    ["02/2019", "2019-02-01..2019-02-28"],
    ["December 2020", "2020-12-01..2020-12-31"],
    ["2020", "2020-01-01..2020-12-31"],
    [2020, "2020-01-01..2020-12-31"],
    ["9999-12-31", "open"],
    ["ongoing", "open"],
    ["01/02/2020", "day-month or month-day"],
    ["13.02.2020", "day-month"],
    ["2/13/20", "month-day"],
    [20_200_206, "digits"],
    [1_580_947_200_000, "milliseconds"],
    ["1580947200", "seconds"],
    [43_867, "serial"],
    ["30/02/2020", "none"],
    ["2020-02-30", "none"],
    ["-0216-08-02", "none"],
    ["2 August 216 BC", "none"],
    ["2 August 0216 BCE", "none"],
    ["0000-01-01", "none"],
    ["about 2020", "none"],
    ["in 12 days", "none"],
    ["", "none"],
    [true, "none"],
    [undefined, "none"],
  ])("%j is %s", (cell, expected) => {
    expect(tell(readCellDay(cell))).toBe(expected);
  });

  it.each<[Cell, DayRules, string]>([
    ["01/02/2020", { order: "day-month" }, "2020-02-01"],
    ["01/02/2020", { order: "month-day" }, "2020-01-02"],
    ["13/02/2020", { order: "month-day" }, "none"],
    ["1/2/99 11:30 PM", { order: "month-day" }, "2099-01-02"],
    [1_580_947_199_999, { numbers: "milliseconds" }, "2020-02-05"],
    ["-1", { numbers: "seconds" }, "1969-12-31"],
    [43_867.99, { numbers: "serial" }, "2020-02-06"],
    [-62_200_000_000_000, { numbers: "milliseconds" }, "none"],
    [1e300, { numbers: "milliseconds" }, "none"],
  ])("%j by %j is %s", (cell, rules, expected) => {
    expect(tell(readCellDay(cell, rules))).toBe(expected);
  });
});

/** Any day, with what the platform's own calendar says of it. */
const anyDay = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9998-12-31"), noInvalidDate: true })
  .map((date) => ({
    iso: date.toISOString().slice(0, 10),
    inWords: (locale: string) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: "long",
        timeZone: "UTC",
        calendar: "gregory",
      }).format(date),
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    time: date.getTime(),
  }));

describe("laws of days", () => {
  it.each(["en-GB", "en-US", "fr", "uk", "ru", "ar-EG", "ar-SY"])("words of %s are read back", (locale) => {
    fc.assert(
      fc.property(anyDay, ({ iso, inWords, year }) => {
        fc.pre(year >= 1000);
        expect(tell(readCellDay(inWords(locale)))).toBe(iso);
      }),
      { numRuns: 60 },
    );
  });

  it("instants are their days in UTC", () => {
    fc.assert(
      fc.property(anyDay, ({ iso, time }) => {
        expect(tell(readCellDay(time, { numbers: "milliseconds" }))).toBe(iso);
      }),
    );
  });

  it("numbers are read only in orders in which they are a day, and are told to be ambiguous in any other case", () => {
    fc.assert(
      fc.property(anyDay, ({ iso, year, month, date }) => {
        const text = `${date}/${month}/${String(year).padStart(4, "0")}`;
        const undeclared = readCellDay(text);
        expect(undeclared).toEqual({
          kind: "ordered",
          orders: ["day-month", "month-day"].slice(0, date > 12 ? 1 : 2),
        });
        expect(tell(readCellDay(text, { order: "day-month" }))).toBe(iso);
      }),
    );
  });

  it("no text makes it throw, or gives days that run backwards", () => {
    const anyCell = fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^[\d/. -]{1,12}$/));
    fc.assert(
      fc.property(anyCell, (cell) => {
        const reading = readCellDay(cell);
        const [first, last] = reading.kind === "days" ? [reading.first, reading.last] : ["", ""];
        expect(first <= last).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["America/St_Johns", "Asia/Damascus", "Pacific/Kiritimati"])("days are the same in %s", (zone) => {
    const before = process.env["TZ"];
    const cells: readonly (readonly [Cell, DayRules, string])[] = [
      ["2020-02-06", {}, "2020-02-06"],
      ["6 February 2020 23:30", {}, "2020-02-06"],
      [1_580_947_200_000, { numbers: "milliseconds" }, "2020-02-06"],
      ["2020-03", {}, "2020-03-01..2020-03-31"],
      [43_867, { numbers: "serial" }, "2020-02-06"],
    ];
    try {
      process.env["TZ"] = zone;
      expect(new Date(2020, 0, 1).getUTCHours()).not.toBe(0);
      for (const [cell, rules, expected] of cells) expect(tell(readCellDay(cell, rules))).toBe(expected);
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });
});
