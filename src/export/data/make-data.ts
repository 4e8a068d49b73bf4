import type { Atlas } from "../../core/atlas.ts";
import { nameFile } from "../../core/file-name.ts";
import { pickName } from "../../core/names.ts";
import { flatten } from "../cells.ts";
import { buildHistoryReport } from "../history-report.ts";
import type { WriteDatabase } from "./database.ts";
import { planGeoPackage } from "./geopackage.ts";
import { makeHead } from "./head.ts";
import type { DataWish } from "./kinds.ts";
import type { DataLayer } from "./layer.ts";
import { listHistorySources, makeLayers } from "./layers.ts";
import { writeGeoJson } from "./write-geojson.ts";
import { writeKml } from "./write-kml.ts";
import { listRecords, writeRecords, writeTable } from "./write-tables.ts";

/** A file that was made, and how much is in it. */
export interface MadeData {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many records each layer has, by its name. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Writes what is wished for. The same data set and wish give the same bytes on the page and on the command line. Rejects if the
 * database of a GeoPackage cannot be written.
 */
export async function makeData(
  atlas: Atlas,
  wish: DataWish,
  writeDatabase: WriteDatabase,
): Promise<MadeData> {
  const layers = makeLayers(atlas, wish.kind, wish);
  const counts = Object.fromEntries(layers.map(({ name, features }) => [name, features.length]));
  const head = makeHead(atlas, wish, layers, listSources(atlas, wish, layers));
  if (wish.format === "gpkg") return { bytes: await writeDatabase(planGeoPackage(head, layers)), counts };
  return { bytes: new TextEncoder().encode(writeText(atlas, wish, layers, head)), counts };
}

function writeText(
  atlas: Atlas,
  { kind, format, settlement }: DataWish,
  layers: readonly DataLayer[],
  head: ReturnType<typeof makeHead>,
): string {
  const [layer] = layers;
  if (!layer) throw new RangeError("Every kind has a layer");
  switch (format) {
    case "csv":
      return writeTable(atlas, layer, head);
    case "geojson":
      return writeGeoJson(head, layer);
    case "kml":
      return writeKml(head, layers);
    default: {
      const place = kind === "history" ? atlas.settlementById.get(settlement ?? "") : undefined;
      return writeRecords(head, place ? buildHistoryReport(atlas, place) : listRecords(layer));
    }
  }
}

function listSources(
  atlas: Atlas,
  { kind, settlement }: DataWish,
  layers: readonly DataLayer[],
): readonly string[] {
  if (kind === "history") return listHistorySources(atlas, settlement ?? "");
  return layers.flatMap(({ features }) => features.flatMap(({ sources }) => sources));
}

/** The first records of a table, as a format without geometry would have them. */
export interface DataSample {
  readonly name: string;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const SAMPLED = 6;
/** Ground is put together for each run, so only that of the first day is looked at. */
const HEAVY: ReadonlySet<string> = new Set(["areas", "front-lines", "all"]);

/** What the first records of a wish look like, for a reader to see what there will be. */
export function sampleData(atlas: Atlas, wish: DataWish): readonly DataSample[] {
  const { kind, from } = wish;
  const layers = makeLayers(atlas, kind, HEAVY.has(kind) ? { from, to: from } : wish);
  return layers.map(({ name, fields, features }) => ({
    name,
    fields: fields.map((field) => field.name),
    rows: features
      .slice(0, SAMPLED)
      .map(({ values }) => fields.map((field) => String(flatten(values[field.name] ?? null) ?? ""))),
  }));
}

/** A name for the file: title, what it is and its days, of letters and digits of any script and hyphens alone. */
export function nameDataFile(atlas: Atlas, { kind, format, from, to, settlement }: DataWish): string {
  const days = from === to ? from : `${from}-to-${to}`;
  const what = kind === "history" ? `history-${settlement ?? ""}` : kind;
  return nameFile([pickName(atlas.dataset.title, "en"), what, days], format);
}
