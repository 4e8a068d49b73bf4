import type { Figure } from "../../core/records.ts";
import type { StatementsFile } from "../declaration/parse-files.ts";
import { readRecord } from "../schema/read-record.ts";
import { FIGURE } from "../schema/statements.ts";
import { checkContradiction, checkStatement, type StatementReferences, toStatement } from "./statement.ts";
import {
  CONTENT_WORDS,
  NEEDED_DAYS,
  readStatementTable,
  type StatementTable,
  type StatementTableRow,
  type TableKind,
} from "./statement-table.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";

const KIND: TableKind = {
  words: Object.keys(FIGURE.entries),
  needed: [["value"], NEEDED_DAYS, CONTENT_WORDS],
};

/** The sound figures of a CSV file, in file order. */
export function parseFigures(
  text: string,
  context: StoryContext,
  references: StatementReferences,
  file: StatementsFile,
): Figure[] {
  const { rows, nameOf } = readStatementTable(text, KIND, context, file);
  const ids = new Set(rows.map(({ record }) => record["id"]));
  const seen = new Set<string>();
  const takeTexts = context.translations?.open("figures", rows, context);
  return rows.flatMap((row) => {
    const figure = parseFigure(row, nameOf, context, { ...references, ids });
    if (!figure || !isFirstOfId(figure.id, seen, row.reporter)) return [];
    takeTexts?.(figure, row);
    return [figure];
  });
}

function parseFigure(
  { record, reporter }: StatementTableRow,
  nameOf: StatementTable["nameOf"],
  context: StoryContext,
  references: StatementReferences & { readonly ids: ReadonlySet<unknown> },
): Figure | undefined {
  const { members, whole } = readRecord(FIGURE, record, reporter, { nameOf });
  const found = checkStatement(members, { record, nameOf, context, references, reporter });
  for (const contradicted of members.contradicts ?? [])
    checkContradiction(members.id, contradicted, { noun: "figure", ids: references.ids }, reporter);
  const { value, value_high: valueHigh } = members;
  if (value !== undefined && valueHigh !== undefined && valueHigh <= value) {
    const range = `value ${value} and value_high ${valueHigh}`;
    const remedy = "swap them, or leave value_high empty where there is no range";
    reporter.error("range-reversed", range, "value_high above value", remedy);
  }
  if (!whole || !found || reporter.hasFailed()) return undefined;
  return {
    measure: whole.measure,
    value: whole.value,
    valueHigh: whole.value_high,
    unit: whole.unit,
    qualifier: whole.qualifier,
    concerns: whole.concerns,
    settlement: found.settlement,
    ...toStatement(whole, found),
    contradicts: whole.contradicts,
  };
}
