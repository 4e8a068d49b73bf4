import Papa from "papaparse";
import type { FeatureCollection, Polygon } from "geojson";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import type { Located } from "../../src/core/history/area-trace.ts";
import { addDays, type Day } from "../../src/core/day.ts";
import type { Position } from "../../src/core/geometry.ts";
import type { Folder } from "../../src/data/folder.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { type Advance, readAdvances } from "./advances.ts";
import { type Baseline, readBaseline } from "./baseline.ts";
import { readText } from "./read-text.ts";

/** A point that one of the hand-drawn lines passes, between two named places, and why it does. */
export interface WayPoint {
  readonly line: string;
  readonly position: Position;
  readonly governmentPlace: string;
  readonly oppositionPlace: string;
  readonly reason: string;
}

/** What the report is made from: the story as it is published, and what the reconstruction was held to. */
export interface ReportInput {
  readonly atlas: Atlas;
  readonly theatre: Polygon;
  readonly baseline: Baseline;
  readonly wayPoints: readonly WayPoint[];
  readonly advances: readonly Advance[];
  /** Villages that no document names. */
  readonly villages: readonly Located[];
  /** The day before the first. */
  readonly eve: Day;
  /** The first day of each stretch of days that share their areas, in order; the eve is the first of them. */
  readonly changeDays: readonly Day[];
}

/** @throws Error if the story or the theatre does not load. */
export async function readReportInput(folder: Folder): Promise<ReportInput> {
  const { dataset } = await loadDataset(folder);
  const collection = JSON.parse(await readText(folder, "base/theatre.geojson")) as FeatureCollection<Polygon>;
  const theatre = collection.features[0]?.geometry;
  if (!dataset || !theatre) throw new Error("The bundled story does not load");
  const baseline = await readText(folder, "reconstruction/baseline.csv");
  return {
    atlas: buildAtlas(dataset),
    theatre,
    baseline: readBaseline(baseline),
    wayPoints: readWayPoints(baseline),
    advances: readAdvances(await readText(folder, "reconstruction/advances.csv")),
    villages: readRows(await readText(folder, "reconstruction/villages.csv")).map((row) => ({
      id: row["id"] ?? "",
      position: toPosition(row),
    })),
    eve: addDays(dataset.firstDay, -1),
    changeDays: dataset.control.phases.map(({ from }) => from),
  };
}

function readWayPoints(csv: string): WayPoint[] {
  return readRows(csv).map((row) => ({
    line: row["line"] ?? "",
    position: toPosition(row),
    governmentPlace: row["government_place"] ?? "",
    oppositionPlace: row["opposition_place"] ?? "",
    reason: row["reason"] ?? "",
  }));
}

type Row = Readonly<Record<string, string>>;

function readRows(csv: string): readonly Row[] {
  return Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
}

function toPosition(row: Row): Position {
  return [Number(row["lng"]), Number(row["lat"])];
}
