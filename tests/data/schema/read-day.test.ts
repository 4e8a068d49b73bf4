import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../src/core/day.ts";
import { DAY_PATTERN, readDay } from "../../../src/data/schema/read-day.ts";

/** How other programs write a day: by Intl, not by our own code. */
const WRITERS: readonly Intl.DateTimeFormat[] = [
  ...(["long", "short"] as const).flatMap((month) => [
    new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month, year: "numeric" }),
    new Intl.DateTimeFormat("en-US", { timeZone: "UTC", day: "numeric", month, year: "numeric" }),
    new Intl.DateTimeFormat("en-US", {
      timeZone: "UTC",
      day: "2-digit",
      month,
      year: "numeric",
      weekday: "long",
    }),
  ]),
  new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC", dateStyle: "short" }),
  new Intl.DateTimeFormat("zh-Hans", { timeZone: "UTC", year: "numeric", month: "2-digit", day: "2-digit" }),
];

describe("a day in words or year first", () => {
  it("is the one that Intl wrote, on every day of some years", () => {
    fc.assert(
      fc.property(fc.nat(80_000), fc.constantFrom(...WRITERS), (count, writer) => {
        const expected = addDays(day("1850-01-01"), count);
        const text = writer.format(Date.parse(`${expected}T00:00:00Z`));
        expect(readDay(text), text).toBe(expected);
      }),
    );
  });

  it.each([
    ["26 January 2020", "2020-01-26"],
    ["Jan 26, 2020", "2020-01-26"],
    ["26-Jan-2020", "2020-01-26"],
    ["26 JAN. 2020", "2020-01-26"],
    ["1st of March 2020", "2020-03-01"],
    ["Sept 3, 1939", "1939-09-03"],
    [" 2020-01-26 ", "2020-01-26"],
    ["2020-01-26T23:59:59+03:00", "2020-01-26"],
    ["2020-01-26 00:00:00", "2020-01-26"],
    ["2020-01-26T23:59:59.123Z", "2020-01-26"],
    ["2020/01/26 11:30 PM", "2020-01-26"],
    ["20200126", "2020-01-26"],
    ["0079-08-24", "0079-08-24"],
  ])("reads %j", (text, expected) => {
    expect(readDay(text)).toBe(expected);
    expect(DAY_PATTERN.test(text)).toBe(true);
  });

  it.each([
    "-0216-08-02",
    "\u22120216-08-02",
    "0216-08-02 BC",
    "0216-08-02 12:00 BC",
    "2 August 0216 BC",
    "2 August -0216",
    "BC 0216-08-02",
    "0000-01-01",
    "-000216-08-02",
    "01/02/2020",
    "1.2.2020",
    "26-Jan-20",
    "31 February 2020",
    "26 Janvier 2020",
    "2020-13-01",
    "2020-01-26-27",
    "2020-1-1",
    "1577836800000",
    "",
  ])("refuses %j", (text) => expect(readDay(text)).toBeUndefined());
});
