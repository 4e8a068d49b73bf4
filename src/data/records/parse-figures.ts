import type { Figure } from "../../core/records.ts";
import { type CsvRow, parseCsv } from "../text/csv.ts";
import { readRecord } from "../schema/read-record.ts";
import { getValue } from "../text/record.ts";
import { FIGURE } from "../schema/statements.ts";
import { checkContradiction, checkStatement, type StatementReferences, toStatement } from "./statement.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";

/** The sound figures of a CSV file, in file order. */
export function parseFigures(text: string, context: StoryContext, references: StatementReferences): Figure[] {
  const rows = parseCsv(text, Object.keys(FIGURE.entries), context);
  const ids = new Set(rows.map(({ cells }) => getValue(cells, "id")));
  const seen = new Set<string>();
  const takeTexts = context.translations?.open("figures", rows, context);
  return rows.flatMap((row) => {
    const figure = parseFigure(row, context, { ...references, ids });
    if (!figure || !isFirstOfId(figure.id, seen, row.reporter)) return [];
    takeTexts?.(figure, row);
    return [figure];
  });
}

function parseFigure(
  { cells, reporter }: CsvRow,
  context: StoryContext,
  references: StatementReferences & { readonly ids: ReadonlySet<unknown> },
): Figure | undefined {
  const { members, whole } = readRecord(FIGURE, cells, reporter);
  checkStatement(members, context, references, reporter);
  for (const contradicted of members.contradicts ?? [])
    checkContradiction(members.id, contradicted, { noun: "figure", ids: references.ids }, reporter);
  const { value, value_high: valueHigh } = members;
  if (value !== undefined && valueHigh !== undefined && valueHigh <= value) {
    const found = `value ${value} and value_high ${valueHigh}`;
    const remedy = "swap them, or leave value_high empty where there is no range";
    reporter.error("range-reversed", found, "value_high above value", remedy);
  }
  if (!whole || reporter.hasFailed()) return undefined;
  return {
    measure: whole.measure,
    value: whole.value,
    valueHigh: whole.value_high,
    unit: whole.unit,
    qualifier: whole.qualifier,
    concerns: whole.concerns,
    settlement: whole.settlement || undefined,
    ...toStatement(whole),
    contradicts: whole.contradicts,
  };
}
