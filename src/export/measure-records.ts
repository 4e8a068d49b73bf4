import type { Atlas } from "../core/atlas.ts";
import type { BySide, HighwayLengths } from "../core/measure/ground.ts";
import type { DayMeasures, RegionMeasures } from "../core/measure/measures.ts";
import { type FigureRecord, toFigureRecord } from "./records.ts";

type Amounts = Readonly<Record<string, number>>;

/** What lies within a region: its ground, and what of each highway passes through it. */
interface RegionRecord {
  readonly area_km2: Amounts;
  readonly share: Amounts;
  readonly highways_km: Readonly<Record<string, Amounts>>;
}

/** The measures of a day as the command line prints them. The fields are promised in docs/command-line.md. */
export interface MeasureRecord {
  readonly day: string;
  readonly area_km2: Amounts;
  readonly regions: Readonly<Record<string, RegionRecord>>;
  readonly settlements: Amounts;
  readonly highways_km: Readonly<Record<string, Amounts>>;
  readonly posts: Amounts;
  readonly figures: readonly FigureRecord[];
}

export function toMeasureRecord(atlas: Atlas, measures: DayMeasures): MeasureRecord {
  const { day, areaKm2, regions, highways, settlements, posts, figures } = measures;
  return {
    day,
    area_km2: toAmounts(areaKm2, 2),
    regions: mapValues(regions, toRegionRecord),
    settlements: {
      ...toAmounts(settlements.held, 0),
      contested: settlements.contested,
      unknown: settlements.unknown,
    },
    highways_km: mapValues(highways, toHighwayRecord),
    posts: { ...posts.byState, encircled_computed: posts.encircledComputed },
    figures: figures.map((figure) => toFigureRecord(atlas, figure)),
  };
}

function toRegionRecord({ areaKm2, share, highways }: RegionMeasures): RegionRecord {
  return {
    area_km2: toAmounts(areaKm2, 2),
    share: toAmounts(share, 4),
    highways_km: mapValues(highways, toHighwayRecord),
  };
}

function toHighwayRecord({ km, outsideKm }: HighwayLengths): Amounts {
  return { ...toAmounts(km, 2), outside: round(outsideKm, 2) };
}

function toAmounts(bySide: BySide, digits: number): Amounts {
  return mapValues(bySide, (amount) => round(amount, digits));
}

function mapValues<Value, Mapped>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries([...map].map(([key, value]) => [key, change(value)]));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

type FlatRecord = Readonly<Record<string, string | number | readonly string[]>>;

/** A measure record in one row: members of members under their path ("regions.west.share.red"), figures by id. */
export function toFlatRecord({ figures, ...rest }: MeasureRecord): FlatRecord {
  return { ...Object.fromEntries(flatten(rest, [])), figures: figures.map(({ id }) => id) };
}

/** Every column of any of the records: a region without any area on a day has no shares on it. */
export function listFlatFields(records: readonly FlatRecord[]): string[] {
  const fields = new Set(records.flatMap((record) => Object.keys(record).slice(0, -1)));
  return [...fields, "figures"];
}

function flatten(value: unknown, path: readonly string[]): [string, string | number][] {
  if (typeof value === "string" || typeof value === "number") return [[path.join("."), value]];
  return Object.entries(value as object).flatMap(([key, child]) => flatten(child, [...path, key]));
}
