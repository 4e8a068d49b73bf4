import { EVENT_KINDS, type StoryEvent } from "../core/dataset.ts";
import { type CsvRow, parseCsv } from "./csv.ts";
import { getValue, readFields } from "./fields.ts";
import {
  checkContradiction,
  checkDays,
  checkReferences,
  parseIds,
  parseStatement,
  type StatementReferences,
} from "./statement.ts";
import { isFirstOfId, type StoryContext } from "./story-context.ts";

export const EVENT_COLUMNS = [
  "id",
  "kind",
  "first_day",
  "last_day",
  "day_basis",
  "settlement",
  "title",
  "attribution",
  "certainty",
  "source",
  "paragraph",
  "offset",
  "spelling",
  "contradicts",
  "summary",
] as const;

/** The sound events of a CSV file, in file order. */
export function parseEvents(
  text: string,
  context: StoryContext,
  references: StatementReferences,
): StoryEvent[] {
  const rows = parseCsv(text, EVENT_COLUMNS, context);
  const ids = new Set(rows.map(({ cells }) => getValue(cells, "id")));
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const { reporter } = row;
    const event = parseEvent(row);
    checkReferences(event, references, reporter);
    for (const contradicted of event.contradicts)
      checkContradiction(event.id, contradicted, { noun: "event", ids }, reporter);
    checkDays(event, context, reporter);
    return reporter.hasFailed() || !isFirstOfId(event.id, seen, reporter) ? [] : [event];
  });
}

function parseEvent({ cells, reporter }: CsvRow): StoryEvent {
  const fields = readFields(cells, reporter);
  return {
    kind: fields.choice("kind", EVENT_KINDS),
    settlement: fields.optionalText("settlement") || undefined,
    title: fields.text("title"),
    ...parseStatement(fields),
    contradicts: parseIds(fields, "contradicts"),
  };
}
