import process from "node:process";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { addDays, type Day, day, toDayNumber } from "../../src/core/day.ts";
import { type DayAnswers, type DayReading, understandDays } from "../../src/import/days.ts";

/** A reading in a word: the day, the two ends of a window, or why there is none. */
function tell(reading: DayReading | undefined): string {
  switch (reading?.kind) {
    case "day":
      return reading.day;
    case "window":
      return `${reading.first}..${reading.last}`;
    case "unread":
      return reading.why;
    default:
      return "none";
  }
}

const readOne = (value: string | number, answers?: DayAnswers) =>
  tell(understandDays([value], answers).readings[0]);
const anyDay = fc.nat(300_000).map((count) => addDays(day("1500-01-01"), count));
const anyDays = fc.array(anyDay, { minLength: 1, maxLength: 20 });
const recentDays = fc.array(
  fc.nat(12_000).map((count) => addDays(day("1990-01-01"), count)),
  { minLength: 1, maxLength: 20 },
);

/** As another program writes it. */
function write(value: Day, language: string, options: Intl.DateTimeFormatOptions): string {
  const instant = toDayNumber(value) * 86_400_000;
  return new Intl.DateTimeFormat(language, { timeZone: "UTC", calendar: "gregory", ...options }).format(
    instant,
  );
}
const NUMERIC = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
const isProof = (value: Day) => Number(value.slice(8)) > 12;
const isSame = (value: Day) => value.slice(8) === value.slice(5, 7);

describe("days of which the month is a number", () => {
  it.each([
    ["day-first", "en-GB"],
    ["day-first", "de-DE"],
    ["month-first", "en-US"],
  ] as const)("are read where one of them proves that they are %s, as %s writes them", (order, language) => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const texts = days.map((value) => write(value, language, NUMERIC));
        const understood = understandDays(texts);
        const isProven = days.some(isProof);
        const expected = days.map((value) => (isProven || isSame(value) ? value : "order-unknown"));
        expect(understood.readings.map(tell)).toEqual(expected);
        expect(understood.dayOrder).toBe(isProven ? order : undefined);
        expect(understood.questions).toEqual(isProven || days.every(isSame) ? [] : ["order"]);
        expect(understandDays(texts, { order }).readings.map(tell)).toEqual(days);
      }),
    );
  });

  it("of both orders prove nothing for the others", () => {
    const { readings, order, dayOrder } = understandDays(["25/01/2020", "01/25/2020", "05/02/2020"], {
      order: "day-first",
    });
    expect([order, dayOrder, readings.map(tell)]).toEqual([
      "contradicted",
      undefined,
      ["2020-01-25", "2020-01-25", "order-unknown"],
    ]);
  });

  it("with a year of two digits are read once the century is said", () => {
    const { readings, questions } = understandDays(["25.1.20", "5.2.20"]);
    expect([questions, readings.map(tell)]).toEqual([["century"], ["century-unknown", "century-unknown"]]);
    expect(understandDays(["25.1.20", "5.2.20"], { century: "19" }).readings.map(tell)).toEqual([
      "1920-01-25",
      "1920-02-05",
    ]);
  });

  it("do not depend on the order in which they stand", () => {
    fc.assert(
      fc.property(anyDays, fc.nat(), (days, turn) => {
        const texts = days.map((value) => write(value, "en-US", NUMERIC));
        const at = turn % texts.length;
        const turned = [...texts.slice(at), ...texts.slice(0, at)];
        const readings = understandDays(texts).readings.map(tell);
        expect(understandDays(turned).readings.map(tell)).toEqual([
          ...readings.slice(at),
          ...readings.slice(0, at),
        ]);
      }),
    );
  });
});

describe("days in other writing", () => {
  it.each(["en-GB", "en-US", "fr", "uk", "ru", "ar-EG", "ar-SY", "es", "de"])(
    "with the month's name, as %s writes them",
    (language) => {
      fc.assert(
        fc.property(anyDay, fc.constantFrom("long" as const, "short" as const), (value, month) => {
          const text = write(value, language, { day: "numeric", month, year: "numeric" });
          expect([text, readOne(text)]).toEqual([text, value]);
        }),
      );
    },
  );

  it("of numbers are told by their size, and the same whatever is counted", () => {
    fc.assert(
      fc.property(recentDays, fc.nat(86_399), (days, second) => {
        const seconds = days.map((value) => toDayNumber(value) * 86_400 + second);
        const expected = days.map(String);
        for (const [kind, numbers] of [
          ["seconds", seconds],
          ["milliseconds", seconds.map((count) => count * 1000 + 999)],
          ["excel", days.map((value) => toDayNumber(value) + 25_569 + second / 86_400)],
          ["YYYYMMDD", days.map((value) => Number(value.replaceAll("-", "")))],
        ] as const) {
          const understood = understandDays(numbers);
          expect([understood.numbers, understood.readings.map(tell)]).toEqual([kind, expected]);
          expect(understandDays(numbers.map(String)).readings.map(tell)).toEqual(expected);
        }
      }),
    );
  });

  it.each([
    ["2020-02", "2020-02-01..2020-02-29"],
    ["02/2021", "2021-02-01..2021-02-28"],
    ["Feb 2020", "2020-02-01..2020-02-29"],
    ["December 1916", "1916-12-01..1916-12-31"],
    ["شباط 2020", "2020-02-01..2020-02-29"],
    ["2020", "2020-01-01..2020-12-31"],
    [1916, "1916-01-01..1916-12-31"],
    ["2020-02-05/2020-02-07", "2020-02-05..2020-02-07"],
    ["2020-2-5", "2020-02-05"],
    ["2020-02-05T23:59:59-11:00", "2020-02-05"],
    ["26 January 2020", "2020-01-26"],
    ["1st of March 1899", "1899-03-01"],
    ["٢٠٢٠-٠٢-٠٥", "2020-02-05"],
    ["30/02/2020", "no-such-day"],
    ["2020-02-30", "no-such-day"],
    ["1900-02-29", "no-such-day"],
    ["31/31/2020", "no-such-day"],
    ["-0216-08-02", "before-year-1"],
    ["2 August 216 BC", "before-year-1"],
    ["0000-01-01", "before-year-1"],
    ["early morning", "no-day"],
    ["Smarch 2020", "no-day"],
    ["3", "number-unknown"],
    ["", "none"],
    ["  ", "none"],
  ])("%j is %s", (value, expected) => {
    expect(readOne(value)).toBe(expected);
  });

  it("of six digits are read where all agree", () => {
    const { readings, numbers } = understandDays(["221209", "221231", "230115"]);
    expect([numbers, readings.map(tell)]).toEqual(["YYMMDD", ["2022-12-09", "2022-12-31", "2023-01-15"]]);
    expect(understandDays(["010203", "020304"]).questions).toEqual(["numbers"]);
    expect(readOne("010203", { numbers: "DDMMYY", century: "19" })).toBe("1903-02-01");
  });

  it("of mixed sizes are asked for, and then those that fit are read", () => {
    const values = [1_580_860_800, 43_866];
    expect(understandDays(values)).toMatchObject({ numbers: undefined, questions: ["numbers"] });
    expect(understandDays(values, { numbers: "seconds" }).readings.map(tell)).toEqual([
      "2020-02-05",
      "1970-01-01",
    ]);
    expect(readOne(59, { numbers: "excel" })).toBe("1900-02-28");
    expect(readOne(61, { numbers: "excel" })).toBe("1900-03-01");
  });

  it("that are days already stay so, whatever else is in the column", () => {
    const { readings, questions } = understandDays([
      { day: day("1899-12-31") },
      undefined,
      true,
      "2020-02-05",
    ]);
    expect([questions, readings.map(tell)]).toEqual([[], ["1899-12-31", "none", "no-day", "2020-02-05"]]);
  });

  it("whatever they are, never make an error, and have one reading each", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.integer().map(String),
      fc.stringMatching(/^[\d/.: -]{0,20}$/),
    );
    fc.assert(
      fc.property(fc.array(cell), (values) => {
        expect(understandDays(values).readings).toHaveLength(values.length);
      }),
    );
  });
});

describe("in another zone", () => {
  const zone = process.env["TZ"];
  afterEach(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  it("the days are the same", () => {
    const values = ["2020-02-05T23:30:00Z", "5 February 2020", "25/02/2020"];
    for (const other of ["Pacific/Kiritimati", "America/St_Johns", "Pacific/Pago_Pago"]) {
      process.env["TZ"] = other;
      expect(understandDays(values).readings.map(tell)).toEqual(["2020-02-05", "2020-02-05", "2020-02-25"]);
      expect(readOne(1_580_947_199)).toBe("2020-02-05");
    }
  });
});
