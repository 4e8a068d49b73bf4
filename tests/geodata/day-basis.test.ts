import { describe, expect, it } from "vitest";
import { type Dated, findBasisFault } from "../../geodata/build/day-basis.ts";
import { day } from "../../src/core/day.ts";
import { DAY_BASES, type DayBasis } from "../../src/core/records.ts";

function dated(firstDay: string, lastDay = firstDay, kind?: Dated["kind"]) {
  return (dayBasis: DayBasis): Dated => ({
    id: "r1",
    dayBasis,
    firstDay: day(firstDay),
    lastDay: day(lastDay),
    ...(kind === undefined ? {} : { kind }),
  });
}

/** The bases that the rule allows for such a record in a sentence that names these days. */
function listAllowed(record: (basis: DayBasis) => Dated, days: readonly string[]): DayBasis[] {
  return DAY_BASES.filter((basis) => findBasisFault(record(basis), days) === undefined);
}

describe("how a day is known, by the days that its sentence names", () => {
  const single = dated("2020-01-27");
  const span = dated("2020-01-24", "2020-01-27");

  it.each([
    ["one day, by its date", single, ["01-27"], ["stated"]],
    ["one day, by its date with the year", single, ["2020-01-27"], ["stated"]],
    ["one day, of another year", single, ["2012-01-27"], ["neighbour"]],
    ["one day, as a limit", single, ["by 01-27"], ["by"]],
    ["one day, counted from one before", single, ["counted"], ["stated"]],
    ["one day of a month that alone is named", single, ["month 01"], ["by", "neighbour"]],
    ["one day, beside others", single, ["by 01-26", "01-27"], ["stated"]],
    ["one day, not named", single, ["01-24"], ["neighbour"]],
    ["one day, in a sentence without any", single, [], ["neighbour"]],
    ["some days, both named", span, ["01-24", "01-27"], ["window", "by"]],
    ["some days, the last one named", span, ["01-27"], ["by"]],
    ["some days, the last one as a limit", span, ["by 01-27"], ["by"]],
    ["some days, the first one named", span, ["01-24"], ["neighbour"]],
    ["some days within a month", span, ["month 01"], ["window", "by", "neighbour"]],
    ["some days, none named", span, [], ["neighbour"]],
    ["a ceasefire by its first day", dated("2020-01-12", "2020-01-15", "ceasefire"), ["01-12"], ["stated"]],
  ] as const)("%s", (_, record, days, allowed) => {
    expect(listAllowed(record, days)).toEqual(allowed);
  });
});
