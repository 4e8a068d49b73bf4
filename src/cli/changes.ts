import type { Atlas } from "../core/atlas.ts";
import { listContents } from "../core/contents.ts";
import type { Day } from "../core/day.ts";
import { measureGainedArea } from "../core/measure/gained-area.ts";
import { CHANGE_FIELDS, type ChangeRecord, toChangeRecord, withNameFields } from "../export/records.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import { nameSide } from "./name-side.ts";
import { tellWhosePlaces } from "./status.ts";
import { formatTable } from "./table.ts";

/**
 * The changes of every day from `from` to `to`, both included; all of them where either is not given. Of a data set of ground without any
 * places, the ground that each side gained.
 */
export function printChanges(
  atlas: Atlas,
  { from, to, format }: { from: Day | undefined; to: Day | undefined; format: OutputFormat },
): string {
  if (!listContents(atlas.dataset).hasPlaces && listContents(atlas.dataset).hasGround)
    return printGainedGround(atlas, { from, to, format });
  const records = atlas.changes
    .filter((change) => (!from || change.day >= from) && (!to || change.day <= to))
    .map((change) => toChangeRecord(atlas, change));
  switch (format) {
    case "json":
      return formatJson(records);
    case "csv":
      return formatCsv(withNameFields(atlas, CHANGE_FIELDS), records);
    case "table":
      return `${formatChangeTable(atlas, records)}${records.length === 1 ? "1 change" : `${records.length} changes`}\n${tellWhosePlaces(atlas)}`;
  }
}

const GROUND_FIELDS = ["date", "side", "gained_km2"] as const;

/** Square kilometres to the hectare, in order of day and then of the sides. */
function printGainedGround(
  atlas: Atlas,
  { from, to, format }: { from: Day | undefined; to: Day | undefined; format: OutputFormat },
): string {
  const records = atlas.days
    .filter((day) => (!from || day >= from) && (!to || day <= to))
    .flatMap((day) =>
      measureGainedArea(atlas, day).gains.map(({ side, km2 }) => ({
        date: day,
        side,
        gained_km2: Math.round(km2 * 100) / 100,
      })),
    );
  switch (format) {
    case "json":
      return formatJson(records);
    case "csv":
      return formatCsv(GROUND_FIELDS, records);
    case "table": {
      const columns = [
        { title: "Day", maxWidth: 10 },
        { title: "Side", maxWidth: 24 },
        { title: "Gained, km2", maxWidth: 14 },
      ];
      const rows = records.map(({ date, side, gained_km2: km2 }) => [
        date,
        nameSide(atlas, side),
        km2.toFixed(2),
      ]);
      const days = new Set(records.map(({ date }) => date)).size;
      return `${formatTable(columns, rows)}Ground changed hands on ${days === 1 ? "1 day" : `${days} days`}.\n${tellWhosePlaces(atlas)}`;
    }
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
