import type { Atlas } from "../../core/atlas.ts";
import { type Day, listDays } from "../../core/day.ts";
import type { ControlArea, Settlement } from "../../core/records.ts";
import { nameSide } from "../../core/sides.ts";
import { toClaimRecord, toNameFields, withNameFields } from "../records.ts";
import { listInSpan } from "../span.ts";
import { cite, makeHead, toMembers } from "./head.ts";
import type { FieldType } from "./layer.ts";
import { type ParquetColumn, type ParquetLibrary, type ParquetTable, writeParquet } from "./parquet.ts";
import { type Days, wind } from "./runs.ts";

/** A file of the folder, with how many records it has. */
export interface ParquetFile {
  /** Within the folder, parted by "/". */
  readonly path: string;
  /** Of which table; `undefined` for the file that tells of them all. */
  readonly table: "areas" | "settlements" | "claims" | undefined;
  readonly records: number;
  readonly bytes: Uint8Array;
}

/** What lies in the folder itself. */
export const PARQUET_ENTRIES = ["areas", "settlements.parquet", "claims.parquet", "about.json"] as const;

/**
 * The data set as a folder of Parquet files for engines that spread over many machines: the areas of each known day in a folder of
 * its own, as `day=2020-01-01` (a missing day has none), the settlements, and the claims that have any of the days among theirs. Made
 * one by one as they are asked for, so one day is held at a time; `about.json` comes last and says that all are there.
 *
 * Areas are those that are drawn: what a default side holds outside them is not cut out anew for every day, and `about.json` names
 * that side.
 */
export function* listParquetFiles(library: ParquetLibrary, atlas: Atlas, days: Days): Generator<ParquetFile> {
  const { dataset } = atlas;
  const head = makeHead(
    atlas,
    days,
    [{ name: "areas", shape: "areas" }],
    dataset.sources.map(({ id }) => id),
  );
  const { title, lineNote, licence, credits, sources } = head;
  const about = { title, line_note: lineNote, licence, credits, sources: sources.map(cite) };
  for (const day of listDays(days.from, days.to)) {
    if (dataset.control.findPhase(day) < 0) continue;
    yield toFile(library, "areas", `areas/day=${day}/areas.parquet`, tabulateAreas(atlas, day, about));
  }
  yield toFile(library, "settlements", "settlements.parquet", tabulateSettlements(atlas, about));
  yield toFile(library, "claims", "claims.parquet", tabulateClaims(atlas, days, about));
  const whole = { ...toMembers(head), default_side: dataset.control.remainder?.side ?? null };
  const text = `${JSON.stringify(whole, undefined, 2)}\n`;
  yield { path: "about.json", table: undefined, records: 0, bytes: new TextEncoder().encode(text) };
}

function toFile<Item>(
  library: ParquetLibrary,
  table: NonNullable<ParquetFile["table"]>,
  path: string,
  content: ParquetTable<Item>,
): ParquetFile {
  return { path, table, records: content.items.length, bytes: writeParquet(library, content) };
}

function tabulateAreas(atlas: Atlas, day: Day, about: unknown): ParquetTable<ControlArea> {
  const { control } = atlas.dataset;
  const ranks = control.tables.layers.flatMap((layer) => (layer.kind === "area" ? [layer.side] : []));
  return {
    about,
    items: control.listAreas(day),
    columns: [
      { name: "side", type: "text", read: ({ side }) => side },
      { name: "side_name", type: "text", read: ({ side }) => nameSide(atlas.dataset, side, "en") },
      { name: "side_rank", type: "integer", read: ({ side }) => ranks.indexOf(side) },
      { name: "geometry", type: "areas", read: ({ geometry }) => wind(geometry) },
    ],
  };
}

function tabulateSettlements(atlas: Atlas, about: unknown): ParquetTable<Settlement> {
  const text = (name: string, read: (settlement: Settlement) => string): ParquetColumn<Settlement> => ({
    name,
    type: "text",
    read,
  });
  return {
    about,
    items: atlas.dataset.settlements,
    columns: [
      text("id", ({ id }) => id),
      text("name", ({ name }) => name),
      ...withNameFields(atlas, ["names"] as const).map((field) =>
        text(field, (settlement) => toNameFields(atlas, settlement)[field] ?? ""),
      ),
      text("kind", ({ kind }) => kind),
      text("governorate", ({ governorate }) => governorate),
      text("district", ({ district }) => district),
      { name: "importance", type: "integer", read: ({ importance }) => importance },
      { name: "context", type: "boolean", read: ({ isContext }) => isContext },
      { name: "lng", type: "number", read: ({ position: [lng] }) => lng },
      { name: "lat", type: "number", read: ({ position: [, lat] }) => lat },
      { name: "precision_km", type: "number", read: ({ precisionKm }) => precisionKm },
      {
        name: "geometry",
        type: "points",
        read: ({ position: [lng, lat] }) => ({ type: "Point", coordinates: [lng, lat] }),
      },
    ],
  };
}

type ClaimRecord = ReturnType<typeof toClaimRecord>;

const CLAIM_TYPES: Readonly<Record<keyof ClaimRecord, FieldType>> = {
  id: "text",
  settlement: "text",
  action: "text",
  extent: "text",
  side: "text",
  actor: "text",
  first_day: "day",
  last_day: "day",
  day_basis: "text",
  attribution: "text",
  certainty: "text",
  source: "text",
  document: "text",
  paragraph: "integer",
  offset: "integer",
  spelling: "text",
  contradicts: "text",
  ground: "text",
  summary: "text",
};

function tabulateClaims(atlas: Atlas, days: Days, about: unknown): ParquetTable<ClaimRecord> {
  const fields = Object.entries(CLAIM_TYPES) as [keyof ClaimRecord, FieldType][];
  return {
    about,
    items: listInSpan(atlas.dataset.claims, days).map((claim) => toClaimRecord(atlas, claim)),
    columns: fields.map(([name, type]) => ({ name, type, read: (record) => record[name] })),
  };
}
