import type { Figure } from "../../core/records.ts";
import { readRecord } from "../schema/read-record.ts";
import { FIGURE } from "../schema/statements.ts";
import {
  checkContradiction,
  checkStatement,
  parseStatements,
  type RowContext,
  type StatementsReading,
  toStatement,
} from "./statement.ts";
import { CONTENT_WORDS, DAY_WORDS } from "./statement-table.ts";

const KIND = {
  name: "figures",
  words: Object.keys(FIGURE.entries),
  needed: [["value"], DAY_WORDS, CONTENT_WORDS],
} as const;

/** The sound figures of a CSV file, in file order. */
export function parseFigures(text: string, reading: StatementsReading): Figure[] {
  return parseStatements(text, KIND, reading, parseFigure);
}

function parseFigure({
  row: { reporter },
  record,
  nameOf,
  context,
  references,
  ids,
}: RowContext): Figure | undefined {
  const { members, whole } = readRecord(FIGURE, record, reporter, { nameOf });
  const found = checkStatement(members, { record, nameOf, context, references, reporter });
  for (const contradicted of members.contradicts ?? [])
    checkContradiction(members.id, contradicted, { noun: "figure", ids }, reporter);
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
