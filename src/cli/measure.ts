import { pickName } from "../core/names.ts";
import type { Atlas } from "../core/atlas.ts";
import { listDays } from "../core/day.ts";
import type { BySide, HighwayLengths } from "../core/measure/ground.ts";
import { type DayMeasures, measureDay } from "../core/measure/measures.ts";
import type { SettlementCounts } from "../core/measure/settlements.ts";
import type { Highway, Region } from "../core/records.ts";
import type { DaySpan } from "../export/span.ts";
import type { OutputFormat } from "./arguments.ts";
import { formatCsv, formatJson } from "./format.ts";
import { checkInStory } from "./span.ts";
import { toOneLine } from "../data/problem.ts";
import {
  listFlatFields,
  type MeasureRecord,
  toFlatRecord,
  toMeasureRecord,
} from "../export/measure-records.ts";
import { type Column, formatTable } from "./table.ts";

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

function printCsv(records: readonly MeasureRecord[]): string {
  const flat = records.map((record) => toFlatRecord(record));
  return formatCsv(listFlatFields(flat), flat);
}

/** One cell holds a number for each side that holds ground, in the order that the line above the table gives. */
function formatMeasureTable(atlas: Atlas, measured: readonly DayMeasures[]): string {
  const { sides, regions, highways, chiefRegion } = atlas.dataset;
  const region = regions.find(({ id }) => id === chiefRegion) ?? regions[0];
  const columns: readonly MeasureColumn[] = [
    { title: "Day", maxWidth: 10, write: ({ day }) => day },
    { title: "Area, km2", maxWidth: 20, write: ({ areaKm2 }) => join(areaKm2) },
    ...(region ? [columnOfShare(region)] : []),
    ...highways.flatMap((highway) => columnsOfHighway(highway, region, measured)),
    { title: "Settlements", maxWidth: 0, write: ({ settlements }) => writeSettlements(settlements) },
  ];
  const rows = measured.map((measures) => columns.map(({ write }) => write(measures)));
  const order = sides
    .filter(({ holdsGround }) => holdsGround)
    .map(({ shortName }) => toOneLine(pickName(shortName, "en")));
  return `${order.join(" / ")}\n\n${formatTable(columns, rows)}`;
}

interface MeasureColumn extends Column {
  readonly write: (measures: DayMeasures) => string;
}

function columnOfShare({ id, name }: Region): MeasureColumn {
  return {
    title: `${name}, %`,
    maxWidth: 16,
    write: ({ regions }) => join(mapAmounts(regions.get(id)?.share ?? new Map(), (share) => share * 100)),
  };
}

/** The whole highway and, where it passes through the region, the part inside it. */
function columnsOfHighway(
  { id, name }: Highway,
  region: Region | undefined,
  measured: readonly DayMeasures[],
): MeasureColumn[] {
  const findWithin = ({ regions }: DayMeasures) => region && regions.get(region.id)?.highways.get(id);
  const isWithin = measured.some((measures) => measureLengthKm(findWithin(measures)) > 0);
  const whole: MeasureColumn = {
    title: `${name}, km`,
    maxWidth: 18,
    write: ({ highways }) => join(highways.get(id)?.km ?? new Map()),
  };
  const within: MeasureColumn = {
    title: `in ${region?.name}`,
    maxWidth: 18,
    write: (measures) => join(findWithin(measures)?.km ?? new Map()),
  };
  return isWithin ? [whole, within] : [whole];
}

function measureLengthKm(lengths: HighwayLengths | undefined): number {
  return lengths ? [...lengths.km.values()].reduce((sum, km) => sum + km, lengths.outsideKm) : 0;
}

function writeSettlements({ held, contested }: SettlementCounts): string {
  return `${join(held)}${contested > 0 ? ` and ${contested} contested` : ""}`;
}

function mapAmounts(bySide: BySide, change: (amount: number) => number): BySide {
  return new Map([...bySide].map(([side, amount]) => [side, change(amount)]));
}

function join(bySide: BySide): string {
  return [...bySide.values()].map((amount) => amount.toFixed(0)).join("/");
}
