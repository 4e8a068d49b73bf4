import { type Figure, FIGURE_MEASURES, FIGURE_QUALIFIERS } from "../core/dataset.ts";
import { type CsvRow, parseCsv } from "./csv.ts";
import { getValue, readFields } from "./fields.ts";
import type { Reporter } from "./problem.ts";
import {
  checkContradiction,
  checkDays,
  checkReferences,
  parseIds,
  parseStatement,
  type StatementReferences,
} from "./statement.ts";
import { isFirstOfId, type StoryContext } from "./story-context.ts";

export const FIGURE_COLUMNS = [
  "id",
  "measure",
  "value",
  "value_high",
  "unit",
  "qualifier",
  "first_day",
  "last_day",
  "day_basis",
  "concerns",
  "settlement",
  "attribution",
  "certainty",
  "source",
  "paragraph",
  "offset",
  "spelling",
  "contradicts",
  "summary",
] as const;

/** The sound figures of a CSV file, in file order. */
export function parseFigures(text: string, context: StoryContext, references: StatementReferences): Figure[] {
  const rows = parseCsv(text, FIGURE_COLUMNS, context);
  const ids = new Set(rows.map(({ cells }) => getValue(cells, "id")));
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const { reporter } = row;
    const figure = parseFigure(row);
    checkReferences(figure, references, reporter);
    for (const contradicted of figure.contradicts)
      checkContradiction(figure.id, contradicted, { noun: "figure", ids }, reporter);
    checkRange(figure, reporter);
    checkDays(figure, context, reporter);
    return reporter.hasFailed() || !isFirstOfId(figure.id, seen, reporter) ? [] : [figure];
  });
}

// Not Infinity: "1e999" would be read as that.
const COUNTABLE = { min: 0, max: 1e12 } as const;

function parseFigure({ cells, reporter }: CsvRow): Figure {
  const fields = readFields(cells, reporter);
  const isRange = getValue(cells, "value_high") !== undefined;
  return {
    measure: fields.choice("measure", FIGURE_MEASURES),
    value: fields.number("value", COUNTABLE),
    valueHigh: isRange ? fields.number("value_high", COUNTABLE) : undefined,
    unit: fields.text("unit"),
    qualifier: fields.choice("qualifier", FIGURE_QUALIFIERS),
    concerns: fields.optionalText("concerns"),
    settlement: fields.optionalText("settlement") || undefined,
    ...parseStatement(fields),
    contradicts: parseIds(fields, "contradicts"),
  };
}

function checkRange({ value, valueHigh }: Figure, reporter: Reporter): void {
  if (reporter.hasFailed() || valueHigh === undefined || valueHigh > value) return;
  reporter.error(
    `value ${value} and value_high ${valueHigh}`,
    "value_high above value",
    "swap them, or leave value_high empty where there is no range",
  );
}
