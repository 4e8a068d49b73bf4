import type { Figure } from "../../src/core/records.ts";
import { type AreaChange, traceAreas } from "../../src/core/history/area-trace.ts";
import type { Day } from "../../src/core/day.ts";
import { describeDifference, writeFigure } from "./report-difference.ts";
import type { ReportInput } from "./report-input.ts";
import { writeDay, writeDays, writeNumber, writeTable } from "./report-text.ts";

/** Places that went over to a side on some days. No place counts twice. */
interface CountedPlaces {
  /** Changes that a document states or reports. */
  readonly told: number;
  /** Other places of the record: implied by what the documents say, or inferred from the areas. */
  readonly derived: number;
  /** Villages that no document names. */
  readonly unnamed: number;
}

/** Counts the places that a figure of captured settlements would be about, had it the reconstruction before it. */
function countCaptured(
  { atlas }: ReportInput,
  villageChanges: readonly AreaChange[],
  { firstDay, lastDay, concerns }: Pick<Figure, "firstDay" | "lastDay" | "concerns">,
): CountedPlaces {
  const changes = atlas.changes.filter(
    ({ day, to, settlement }) =>
      firstDay <= day &&
      day <= lastDay &&
      to === concerns &&
      !atlas.settlementById.get(settlement)?.isContext,
  );
  const isTold = (certainty: string) => certainty !== "implied" && certainty !== "inferred";
  const told = new Set(
    changes.filter(({ certainty }) => isTold(certainty)).map((change) => change.settlement),
  );
  const all = new Set(changes.map((change) => change.settlement));
  const unnamed = new Set(
    villageChanges
      .filter(({ day, to }) => firstDay <= day && day <= lastDay && to === concerns)
      .map((change) => change.settlement),
  );
  return { told: told.size, derived: all.size - told.size, unnamed: unnamed.size };
}

/** Criterion 5, the counts of captured places that the documents give, mostly without names. */
export function reportCounts(input: ReportInput): string {
  const { figures, sides, control } = input.atlas.dataset;
  const villageChanges = traceAreas(control, input.villages).changes;
  const holders = new Set(sides.filter(({ holdsGround }) => holdsGround).map(({ id }) => id));
  const counted = figures.filter(
    ({ measure, concerns }) => measure === "settlements-captured" && holders.has(concerns),
  );
  const rows = counted.map((figure) => {
    const { told, derived, unnamed } = countCaptured(input, villageChanges, figure);
    const computed = told + derived + unnamed;
    return [
      `${writeFigure(figure)} (${figure.id}, by ${figure.concerns})`,
      figure.attribution,
      writeDays(figure.firstDay, figure.lastDay),
      writeNumber(told),
      writeNumber(derived),
      writeNumber(unnamed),
      writeNumber(computed),
      describeDifference(figure, computed),
      computed < figure.value ? findStart(input, villageChanges, figure) : "",
    ];
  });
  return `### Places captured

What the documents count, mostly without naming it, beside what the reconstruction has going over to that side in the
same days: *told*, changes of which a document speaks; *derived*, other settlements of the record, implied by what the
documents say or inferred from the areas; *unnamed*, villages of \`geodata/reconstruction/villages.csv\`, each by the
area in which it lies. The list of villages is not that of the claimants: their counts can have farms and hills in
them that no gazetteer has, or leave out hamlets. A count "as of" a day without a start is compared with that day
alone; *reached from* is the latest day from which on the reconstruction has as many.

${writeTable(
  [
    "published",
    "who says so",
    "days",
    "told>",
    "derived>",
    "unnamed>",
    "together>",
    "difference",
    "reached from",
  ],
  rows,
)}`;
}

/** The latest day from which on, up to the figure's last, as many places go over as the figure counts. */
function findStart(input: ReportInput, villageChanges: readonly AreaChange[], figure: Figure): string {
  const isReached = (firstDay: Day) => {
    const { told, derived, unnamed } = countCaptured(input, villageChanges, { ...figure, firstDay });
    return told + derived + unnamed >= figure.value;
  };
  const start = input.atlas.days.findLast((day) => day <= figure.firstDay && isReached(day));
  return start === undefined ? "never" : writeDay(start);
}
