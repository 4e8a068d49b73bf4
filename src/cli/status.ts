import type { Atlas } from "../core/atlas.ts";
import { listContents } from "../core/contents.ts";
import type { Day } from "../core/day.ts";
import { measureGround } from "../core/measure/ground.ts";
import { countSettlements } from "../core/measure/settlements.ts";
import { withNameFields } from "../export/records.ts";
import { STATUS_FIELDS, type StatusRecord, toStatusRecord } from "../export/status-record.ts";
import { writeKm2 } from "../core/km2.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import { UsageError } from "./io.ts";
import { nameSide } from "./name-side.ts";
import { formatTable } from "./table.ts";

/**
 * Who holds each settlement at the end of `day`, in order of name, and how many each side holds of those that the
 * documents name, as `measure` counts them. Of a data set of ground alone also how much of that each side holds; its settlements are
 * then places of a gazetteer, which is said.
 *
 * @throws UsageError if the day lies outside the story, of which the data set knows nothing.
 */
export function printStatus(atlas: Atlas, { day, format }: { day: Day; format: OutputFormat }): string {
  const { firstDay, lastDay } = atlas.dataset;
  if (day < firstDay || day > lastDay) {
    throw new UsageError(`--day ${day} is outside the story, which runs from ${firstDay} to ${lastDay}`);
  }
  const records = atlas.dataset.settlements
    .map((settlement) => toStatusRecord(atlas, settlement, day))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  const { documented, held, contested, unknown } = countSettlements(atlas, day);
  const counts = Object.fromEntries(atlas.dataset.sides.map(({ id }) => [id, held.get(id) ?? 0]));
  const { gazetteer } = atlas.dataset;
  const ground = listContents(atlas.dataset).isOfGround ? measureGround(atlas, day).areaKm2 : undefined;
  switch (format) {
    case "json":
      return formatJson({
        day,
        settlements: records,
        documented,
        counts,
        contested,
        unknown,
        ...(ground && { area_km2: Object.fromEntries(ground), gazetteer: gazetteer ?? null }),
      });
    case "csv":
      return formatCsv(withNameFields(atlas, STATUS_FIELDS), records);
    case "table": {
      const holders = Object.entries(counts).filter(([, count]) => count > 0);
      const parts = holders.map(([side, count]) => `${nameSide(atlas, side)} ${count}`);
      const counted = [...parts, `contested ${contested}`, `unknown ${unknown}`].join(", ");
      const places = records.length > 0 ? `${formatStatusTable(atlas, records)}${counted}\n` : "";
      if (!ground) return `${formatStatusTable(atlas, records)}${counted}\n`;
      const areas = [...ground].map(([side, km2]) => `${nameSide(atlas, side)} ${writeKm2(km2, "en")} km²`);
      return `${places}${tellWhosePlaces(atlas)}Area: ${areas.join(", ")}\n`;
    }
  }
}

/** Whose the places of a data set of ground alone are, as a line; nothing where it has settlements of its own. */
export function tellWhosePlaces({ dataset }: Atlas): string {
  if (!listContents(dataset).isOfGround) return "";
  return dataset.gazetteer === undefined
    ? "The data set has areas and no settlements.\n"
    : `Places of the gazetteer ${dataset.gazetteer}, not of the data set.\n`;
}

function formatStatusTable(atlas: Atlas, records: readonly StatusRecord[]): string {
  const columns = [
    { title: "Place", maxWidth: 28 },
    { title: "Id", maxWidth: 32 },
    { title: "Control", maxWidth: 9 },
    { title: "By", maxWidth: 14 },
    { title: "Since", maxWidth: 10 },
  ];
  const rows = records.map(({ id, name, control, by, since }) => [
    name,
    id,
    control,
    control === "unknown" ? "" : nameSide(atlas, by),
    since ?? "the start",
  ]);
  return formatTable(columns, rows);
}
