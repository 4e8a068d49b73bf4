import type { Atlas } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import { CHANGE_FIELDS, type ChangeRecord, toChangeRecord, withNameFields } from "../export/records.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import { nameSide } from "./name-side.ts";
import { formatTable } from "./table.ts";

/** The changes of every day from `from` to `to`, both included; all of them where either is not given. */
export function printChanges(
  atlas: Atlas,
  { from, to, format }: { from: Day | undefined; to: Day | undefined; format: OutputFormat },
): string {
  const records = atlas.changes
    .filter((change) => (!from || change.day >= from) && (!to || change.day <= to))
    .map((change) => toChangeRecord(atlas, change));
  switch (format) {
    case "json":
      return formatJson(records);
    case "csv":
      return formatCsv(withNameFields(atlas, CHANGE_FIELDS), records);
    case "table":
      return `${formatChangeTable(atlas, records)}${records.length === 1 ? "1 change" : `${records.length} changes`}\n`;
  }
}

function formatChangeTable(atlas: Atlas, records: readonly ChangeRecord[]): string {
  const columns = [
    { title: "Day", maxWidth: 10 },
    { title: "Place", maxWidth: 28 },
    { title: "From", maxWidth: 14 },
    { title: "To", maxWidth: 14 },
    { title: "Certainty", maxWidth: 9 },
    { title: "Who says so", maxWidth: 0 },
  ];
  const rows = records.map((record) => [
    record.date,
    record.name,
    nameSide(atlas, record.from),
    nameSide(atlas, record.to),
    record.certainty,
    describeEvidence(record),
  ]);
  return formatTable(columns, rows);
}

function describeEvidence({ attributions, implied_by, within_day }: ChangeRecord): string {
  const parts = [
    attributions.length > 0 ? attributions.join(", ") : "no document",
    ...(implied_by === null ? [] : [implied_by.replaceAll("-", " ")]),
    ...(within_day ? ["undone the same day"] : []),
  ];
  return parts.join("; ");
}
