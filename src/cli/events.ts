import type { Atlas } from "../core/atlas.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import { EVENT_FIELDS, type EventRecord, toEventRecord } from "../export/records.ts";
import { type DaySpan, listInSpan } from "../export/span.ts";
import { describeDays } from "./span.ts";
import { formatTable } from "./table.ts";

/** The events that have any of the asked days among theirs, in order of day. */
export function printEvents(
  atlas: Atlas,
  { format, ...span }: DaySpan & { readonly format: OutputFormat },
): string {
  const records = listInSpan(atlas.dataset.events, span).map((event) => toEventRecord(atlas, event));
  switch (format) {
    case "json":
      return formatJson(records);
    case "csv":
      return formatCsv(EVENT_FIELDS, records);
    case "table":
      return `${formatEventTable(records)}${records.length === 1 ? "1 event" : `${records.length} events`}\n`;
  }
}

function formatEventTable(records: readonly EventRecord[]): string {
  const columns = [
    { title: "Days", maxWidth: 23 },
    { title: "Kind", maxWidth: 13 },
    { title: "Event", maxWidth: 40 },
    { title: "Who says so", maxWidth: 0 },
  ];
  const rows = records.map((record) => [
    describeDays(record),
    record.kind,
    record.title,
    record.contradicts.length > 0 ? `${record.attribution}; disputed` : record.attribution,
  ]);
  return formatTable(columns, rows);
}
