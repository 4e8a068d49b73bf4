import { pickName } from "../core/names.ts";
import type { Atlas } from "../core/atlas.ts";
import { type Day, listDays } from "../core/day.ts";
import type { BySide } from "../core/measure/ground.ts";
import { type DayMeasures, measureDay } from "../core/measure/measures.ts";
import type { DaySpan, OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import { UsageError } from "./io.ts";
import { toOneLine } from "../data/problem.ts";
import { listFlatFields, type MeasureRecord, toFlatRecord, toMeasureRecord } from "./measure-records.ts";
import { formatTable } from "./table.ts";

/**
 * What can be measured at the end of each day from `from` to `to`, both included: every day of the story unless told.
 *
 * @throws UsageError if a day lies outside the story, of which the data set knows nothing.
 */
export function printMeasures(
  atlas: Atlas,
  { from, to, format }: DaySpan & { readonly format: OutputFormat },
): string {
  const { firstDay, lastDay } = atlas.dataset;
  checkInStory("--from", from, atlas);
  checkInStory("--to", to, atlas);
  const measured = listDays(from ?? firstDay, to ?? lastDay).map((day) => measureDay(atlas, day));
  switch (format) {
    case "json":
      return formatJson(measured.map((measures) => toMeasureRecord(atlas, measures)));
    case "csv":
      return printCsv(measured.map((measures) => toMeasureRecord(atlas, measures)));
    case "table":
      return formatMeasureTable(atlas, measured);
  }
}

function checkInStory(option: string, day: Day | undefined, { dataset }: Atlas): void {
  const { firstDay, lastDay } = dataset;
  if (day && (day < firstDay || day > lastDay))
    throw new UsageError(`${option} ${day} is outside the story, which runs from ${firstDay} to ${lastDay}`);
}

function printCsv(records: readonly MeasureRecord[]): string {
  const flat = records.map((record) => toFlatRecord(record));
  return formatCsv(listFlatFields(flat), flat);
}

/** One cell holds a number for each side that holds ground, in the order that the line above the table gives. */
function formatMeasureTable(atlas: Atlas, measured: readonly DayMeasures[]): string {
  const { sides, regions, highways, chiefRegion } = atlas.dataset;
  const region = regions.find(({ id }) => id === chiefRegion) ?? regions[0];
  const columns = [
    { title: "Day", maxWidth: 10 },
    { title: "Area, km2", maxWidth: 20 },
    ...(region ? [{ title: `${region.name}, %`, maxWidth: 16 }] : []),
    ...highways.map(({ name }) => ({ title: `${name}, km`, maxWidth: 18 })),
    { title: "Settlements", maxWidth: 0 },
  ];
  const rows = measured.map(({ day, areaKm2, regions, highways, settlements }) => {
    const share = region && regions.get(region.id)?.share;
    const { held, contested } = settlements;
    return [
      day,
      join(areaKm2, 0),
      ...(share ? [join(new Map([...share].map(([side, part]) => [side, part * 100])), 1)] : []),
      ...[...highways.values()].map(({ km }) => join(km, 0)),
      `${join(held, 0)}${contested > 0 ? ` and ${contested} contested` : ""}`,
    ];
  });
  const order = sides
    .filter(({ holdsGround }) => holdsGround)
    .map(({ shortName }) => toOneLine(pickName(shortName, "en")));
  return `${order.join(" / ")}\n\n${formatTable(columns, rows)}`;
}

function join(bySide: BySide, digits: number): string {
  return [...bySide.values()].map((amount) => amount.toFixed(digits)).join("/");
}
