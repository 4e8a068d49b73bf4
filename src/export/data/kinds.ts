import type { Day } from "../../core/day.ts";

export type DataFormat = "csv" | "json" | "geojson" | "kml" | "gpkg";

const TABLE: readonly DataFormat[] = ["csv", "json"];
const MAP: readonly DataFormat[] = ["geojson", "kml", "gpkg"];

/** What can be taken away, and in which formats. */
export const DATA_FORMATS = {
  changes: [...TABLE, ...MAP],
  areas: MAP,
  "front-lines": MAP,
  settlements: [...TABLE, ...MAP],
  events: [...TABLE, ...MAP],
  figures: TABLE,
  history: TABLE,
  all: ["gpkg", "kml"],
} as const satisfies Readonly<Record<string, readonly DataFormat[]>>;

export type DataKind = keyof typeof DATA_FORMATS;

export const DATA_KINDS = Object.keys(DATA_FORMATS) as readonly DataKind[];

export function isDataKind(text: string): text is DataKind {
  return Object.hasOwn(DATA_FORMATS, text);
}

export function isInFormat(kind: DataKind, format: string): format is DataFormat {
  return (DATA_FORMATS[kind] as readonly string[]).includes(format);
}

/** What is to be taken away. */
export interface DataWish {
  readonly kind: DataKind;
  readonly format: DataFormat;
  /** Days of the story, both included, `from` not after `to`. */
  readonly from: Day;
  readonly to: Day;
  /** Id of the settlement whose history it is; for every other kind of no meaning. */
  readonly settlement?: string | undefined;
}
