import type { Atlas } from "../core/atlas.ts";
import { listContents } from "../core/contents.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import { FIGURE_FIELDS, type FigureRecord, toFigureRecord } from "../export/records.ts";
import { type DaySpan, listInSpan } from "../export/span.ts";
import { nameSide } from "./name-side.ts";
import { describeDays } from "./span.ts";
import { formatTable } from "./table.ts";

/** The figures given as of any of the asked days, or for a span with any of them in it, in order of day. */
export function printFigures(
  atlas: Atlas,
  { format, ...span }: DaySpan & { readonly format: OutputFormat },
): string {
  const records = listInSpan(atlas.dataset.figures, span).map((figure) => toFigureRecord(atlas, figure));
  switch (format) {
    case "json":
      return formatJson(records);
    case "csv":
      return formatCsv(FIGURE_FIELDS, records);
    case "table":
      return `${formatFigureTable(atlas, records)}${records.length === 1 ? "1 figure" : `${records.length} figures`}\n${tellComputed(atlas)}`;
  }
}

/** Where a data set has no number that a document gives, and ground to compute some from. */
function tellComputed({ dataset }: Atlas): string {
  const { isOfGround } = listContents(dataset);
  return isOfGround && dataset.figures.length === 0
    ? "Documents give none; areas are computed by: frontline measure\n"
    : "";
}

function formatFigureTable(atlas: Atlas, records: readonly FigureRecord[]): string {
  const columns = [
    { title: "Days", maxWidth: 23 },
    { title: "Measure", maxWidth: 20 },
    { title: "Number", maxWidth: 28 },
    { title: "Of", maxWidth: 14 },
    { title: "Who says so", maxWidth: 0 },
  ];
  const rows = records.map((record) => [
    describeDays(record),
    record.measure,
    describeNumber(record),
    record.concerns === "" ? "" : nameSide(atlas, record.concerns),
    record.contradicts.length > 0 ? `${record.attribution}; disputed` : record.attribution,
  ]);
  return formatTable(columns, rows);
}

/** "at least 25 km", "3-5 vehicles". */
function describeNumber({ qualifier, value, value_high, unit }: FigureRecord): string {
  const words = qualifier === "exactly" ? "" : `${qualifier.replaceAll("-", " ")} `;
  const range = value_high === null ? group(value) : `${group(value)}-${group(value_high)}`;
  return `${words}${range} ${unit}`;
}

function group(value: number): string {
  return value.toLocaleString("en");
}
