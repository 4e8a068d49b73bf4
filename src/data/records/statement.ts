import type * as v from "valibot";
import { OWN_WORDS, type Statement } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import type { ToldRecords } from "../../core/translations.ts";
import type { StatementsFile } from "../declaration/parse-files.ts";
import type { ToldTexts } from "../gather-translations.ts";
import { describeValue, type Reporter } from "../problem.ts";
import type { STATEMENT } from "../schema/statements.ts";
import { EXPECTED_DAY } from "../schema/values.ts";
import { checkSource, isFirstOfId, type StoryContext } from "../story-context.ts";
import type { CsvRow } from "../text/csv.ts";
import { getValue, type RawRecord } from "../text/record.ts";
import { WEB_ADDRESS } from "../web-address.ts";
import type { FindSettlements } from "./find-settlement.ts";
import type { DocumentGatherer } from "./gather-documents.ts";
import {
  CONTENT_WORDS,
  DAY_WORDS,
  readStatementTable,
  type StatementTable,
  type TableKind,
} from "./statement-table.ts";

/** What statements refer to. `undefined`: that file could not be read, so references into it are left unchecked. */
export interface StatementReferences {
  readonly findSettlements: FindSettlements;
  readonly settlementIds: ReadonlySet<string> | undefined;
  readonly sourceIds: ReadonlySet<string> | undefined;
  /** Takes what is named as a source and stands in no list: web addresses, and any text where there is no list. */
  readonly documents: DocumentGatherer;
  readonly hasDocumentList: boolean;
}

/** The columns that claims, events and figures share, as read. */
export type StatementRow = {
  readonly [Column in keyof typeof STATEMENT]: v.InferOutput<(typeof STATEMENT)[Column]>;
};

/** What a record refers to, as far as it was found, and its days. */
export interface CheckedStatement {
  readonly settlement: string | undefined;
  readonly source: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * What the rows of claims, events and figures have in common, by our names. What a row leaves out follows from the rest: a single
 * day was stated, two are a window; what nobody is named for, the document says itself, as a fact.
 */
export function toStatement(row: StatementRow, { source, firstDay, lastDay }: CheckedStatement): Statement {
  return {
    id: row.id ?? "", // Never left blank: see readStatementTable.
    firstDay,
    lastDay,
    dayBasis: row.day_basis ?? (firstDay === lastDay ? "stated" : "window"),
    attribution: row.attribution || (source === "" ? "" : OWN_WORDS),
    certainty: row.certainty ?? (row.attribution === "" ? "stated" : "reported"),
    source,
    paragraph: row.paragraph,
    offset: row.offset,
    spelling: row.spelling,
    summary: row.summary,
  };
}

type CheckedMembers = Partial<
  Pick<StatementRow, "source" | "day" | "first_day" | "last_day"> & { readonly settlement: string }
>;

interface Checking {
  readonly record: RawRecord;
  readonly nameOf: StatementTable["nameOf"];
  readonly context: StoryContext;
  readonly references: StatementReferences;
  readonly reporter: Reporter;
}

/**
 * What a record refers to, found by id or by name, and its days; `undefined` after reporting that there is none of them, a
 * settlement or document that the data set does not have, days in the wrong order, or no word of who says so or what.
 * Warns of days outside the story. Members that could not be read are passed over.
 */
export function checkStatement(members: CheckedMembers, checking: Checking): CheckedStatement | undefined {
  const { references, reporter } = checking;
  const settlement = findSettlement(members.settlement, checking);
  const source = findSource(members.source, references, reporter);
  const days = findDays(members, checking);
  checkContent(checking);
  return days && !reporter.hasFailed() ? { settlement, source, ...days } : undefined;
}

function findSettlement(
  settlement: string | undefined,
  { references: { findSettlements, settlementIds }, nameOf, reporter }: Checking,
): string | undefined {
  if (settlement === undefined || settlement === "") return undefined;
  if (!settlementIds || settlementIds.has(settlement)) return settlement;
  const [id, ...others] = findSettlements(settlement);
  if (id !== undefined && others.length === 0) return id;
  const expected = "the id of a settlement of the data set, or a name that only one has";
  const found = `${nameOf("settlement")} ${describeValue(settlement)}`;
  if (id === undefined)
    reporter.error("unknown-settlement", found, expected, "correct it or add the settlement");
  else {
    const all = [id, ...others].slice(0, MOST_NAMED).join(", ");
    reporter.error(
      "ambiguous-settlement",
      `${found}, of which there are ${others.length + 1}`,
      expected,
      `write one of ${all}`,
    );
  }
  return undefined;
}

/** Settlements of one name that a problem lists. */
const MOST_NAMED = 5;

function findSource(source: string | undefined, references: StatementReferences, reporter: Reporter): string {
  if (source === undefined || source === "") return "";
  const { sourceIds, hasDocumentList, documents } = references;
  if (sourceIds?.has(source)) return source;
  if (!hasDocumentList || WEB_ADDRESS.test(source)) return documents.take(source);
  checkSource(source, sourceIds, reporter);
  return source;
}

function findDays(
  members: CheckedMembers,
  { record, nameOf, context, reporter }: Checking,
): { readonly firstDay: Day; readonly lastDay: Day } | undefined {
  const firstDay = members.first_day ?? members.day ?? members.last_day;
  const lastDay = members.last_day ?? members.day ?? members.first_day;
  // A day that could not be read has been reported.
  if (DAY_WORDS.some((word) => getValue(record, word) !== undefined && !Object.hasOwn(members, word)))
    return undefined;
  if (firstDay === undefined || lastDay === undefined) {
    const names = [...new Set(["first_day", "last_day"].map(nameOf))].join(" and no ");
    reporter.about(nameOf("day")).error("missing-member", `no ${names}`, EXPECTED_DAY, "add the day");
    return undefined;
  }
  if (firstDay > lastDay) {
    const found = `${nameOf("first_day")} ${firstDay} after ${nameOf("last_day")} ${lastDay}`;
    reporter.error("days-reversed", found, "first_day on or before last_day", "swap or correct them");
  } else if (firstDay < context.firstDay || lastDay > context.lastDay) {
    const expected = `days from ${context.firstDay} to ${context.lastDay}`;
    reporter.warn("outside-story", `days ${firstDay} to ${lastDay}`, expected, "check the two days");
  }
  return { firstDay, lastDay };
}

function checkContent({ record, nameOf, reporter }: Checking): void {
  const words = Object.hasOwn(record, "title") ? ["title", ...CONTENT_WORDS] : CONTENT_WORDS;
  if (words.some((word) => getValue(record, word) !== undefined)) return;
  const names = CONTENT_WORDS.map(nameOf).join(", ");
  reporter
    .about(nameOf("summary"))
    .error("missing-member", `none of ${names}`, "who says so, or what it says", `add ${nameOf("summary")}`);
}

/** What reading one row of a table needs. */
export interface RowContext extends Omit<Checking, "reporter"> {
  readonly row: CsvRow;
  /** The ids of all rows of the table, also of those at fault. */
  readonly ids: ReadonlySet<unknown>;
}

export interface StatementsReading {
  readonly context: StoryContext;
  readonly references: StatementReferences;
  readonly file: StatementsFile;
}

/** The sound records of a CSV table, in file order: `parseRow` gives one, or `undefined` after reporting what is wrong with it. */
export function parseStatements<Record extends ToldTexts>(
  text: string,
  { name, ...kind }: TableKind & { readonly name: ToldRecords },
  { context, references, file }: StatementsReading,
  parseRow: (reading: RowContext) => Record | undefined,
): Record[] {
  const { rows, nameOf, idOf, toRecord } = readStatementTable(text, kind, context, file);
  const ids = new Set(rows.map(idOf));
  const seen = new Set<string>();
  const takeTexts = context.translations?.open(name, rows, context);
  return rows.flatMap((row) => {
    const parsed = parseRow({ row, record: toRecord(row), nameOf, context, references, ids });
    if (!parsed || !isFirstOfId(parsed.id, seen, row.reporter)) return [];
    takeTexts?.(parsed, row);
    return [parsed];
  });
}

/** Reports a contradicted record that the file does not have, or that is the record itself; `noun` names its kind. */
export function checkContradiction(
  id: string | undefined,
  contradicted: string,
  { noun, ids }: { readonly noun: string; readonly ids: ReadonlySet<unknown> },
  reporter: Reporter,
): void {
  if (contradicted !== id && ids.has(contradicted)) return;
  const found = `contradicts ${describeValue(contradicted)}`;
  reporter.error("unknown-record", found, `the id of another ${noun}`, "correct it or leave it empty");
}
