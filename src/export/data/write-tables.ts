import type { Atlas } from "../../core/atlas.ts";
import { writeSpreadsheet } from "../../data/text/write-csv.ts";
import { toRows } from "../cells.ts";
import { cite, type DataHead, toMembers } from "./head.ts";
import type { DataLayer } from "./layer.ts";

/** Columns that say of each row whose work it is, for a row may be copied elsewhere and a table has no other place for it. */
const CREDIT_FIELDS = ["citations", "licence", "credits"] as const;

/** A layer as a table for spreadsheets: a row a feature, without its geometry. */
export function writeTable(atlas: Atlas, layer: DataLayer, { licence, credits }: DataHead): string {
  const fields = [...layer.fields.map(({ name }) => name), ...CREDIT_FIELDS];
  const records = layer.features.map(({ values, sources }) => ({
    ...values,
    citations: sources.flatMap((id) => atlas.sourceById.get(id) ?? []).map(cite),
    licence,
    credits,
  }));
  return writeSpreadsheet(fields, toRows<string>(fields, records));
}

/** The head with the records as its last member. */
export function writeRecords(head: DataHead, records: unknown): string {
  return `${JSON.stringify({ ...toMembers(head), records }, null, 2)}\n`;
}

/** The records of a layer, with the fields that it names. */
export function listRecords({ fields, features }: DataLayer): Readonly<Record<string, unknown>>[] {
  return features.map(({ values }) =>
    Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null])),
  );
}
