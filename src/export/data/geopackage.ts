import { type Bounds, findBounds, isEmptyBox, joinBounds } from "../../core/geometry.ts";
import { type Cell, flatten } from "../cells.ts";
import type { DatabasePlan, SqlStep, SqlValue } from "./database.ts";
import { type DataHead, describeHead, toMembers } from "./head.ts";
import { type DataFeature, type DataLayer, type FieldType, listFields } from "./layer.ts";
import { WGS84, writeGeometryBlob } from "./wkb.ts";

/** "GPKG", and version 1.3. */
const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10_300;

const COLUMN_TYPES: Readonly<Record<FieldType, string>> = {
  text: "TEXT",
  list: "TEXT",
  integer: "INTEGER",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  day: "DATE",
};

const GEOMETRY_TYPES = {
  areas: "MULTIPOLYGON",
  lines: "MULTILINESTRING",
  points: "POINT",
  none: undefined,
} as const;

/**
 * Layers as an OGC GeoPackage 1.3: a table each, and the documents in one of their own. No clock goes into it: where the format
 * wants the time of a change, that is the last of the days it tells of.
 */
export function planGeoPackage(head: DataHead, layers: readonly DataLayer[]): DatabasePlan {
  const tables = [...layers, listDocuments(head)];
  const time = `${head.days.to}T00:00:00.000Z`;
  return [
    { sql: `PRAGMA application_id = ${APPLICATION_ID}` },
    { sql: `PRAGMA user_version = ${USER_VERSION}` },
    ...CORE_TABLES.map((sql) => ({ sql })),
    insert("gpkg_spatial_ref_sys", REFERENCE_SYSTEMS),
    insert(
      "gpkg_contents",
      tables.map((layer) => describeContents(layer, head, time)),
    ),
    insert(
      "gpkg_geometry_columns",
      tables.flatMap((layer) => {
        const type = GEOMETRY_TYPES[layer.shape];
        return type === undefined ? [] : [[layer.name, "geom", type, WGS84, 0, 0]];
      }),
    ),
    ...tables.flatMap(planTable),
    ...planMetadata(head, time),
  ];
}

function planTable(layer: DataLayer): SqlStep[] {
  const type = GEOMETRY_TYPES[layer.shape];
  const columns = layer.fields.map(({ name, type: of }) => `${quote(name)} ${COLUMN_TYPES[of]}`);
  const parts = [
    '"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL',
    ...(type === undefined ? [] : [`"geom" ${type}`]),
    ...columns,
  ];
  const names = [...(type === undefined ? [] : ["geom"]), ...layer.fields.map(({ name }) => name)];
  const rows = layer.features.map(({ geometry, values }) => [
    ...(type === undefined ? [] : [geometry ? writeGeometryBlob(geometry) : null]),
    ...layer.fields.map(({ name }) => toSql(values[name] ?? null)),
  ]);
  return [
    { sql: `CREATE TABLE ${quote(layer.name)} (${parts.join(", ")})` },
    {
      sql: `INSERT INTO ${quote(layer.name)} (${names.map(quote).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
      rows,
    },
  ];
}

function toSql(value: Cell): SqlValue {
  const flat = flatten(value);
  return typeof flat === "boolean" ? Number(flat) : flat;
}

/** The documents as a table without places, whose ids the other tables name. */
function listDocuments({ sources, days }: DataHead): DataLayer {
  return {
    name: "sources",
    title: "Sources",
    shape: "none",
    fields: listFields("text", "id", "title", "publisher", "date", "url"),
    looks: [],
    features: sources.map(
      ({ id, title, publisher, date, url }): DataFeature => ({
        geometry: undefined,
        values: { id, title, publisher, date, url },
        label: title,
        look: undefined,
        days,
        sources: [id],
      }),
    ),
  };
}

function describeContents(layer: DataLayer, head: DataHead, time: string): SqlValue[] {
  const isMap = layer.shape !== "none";
  const box = findExtent(layer);
  const corners = isEmptyBox(box) ? [null, null, null, null] : box;
  const type = isMap ? "features" : "attributes";
  return [layer.name, type, layer.title, describeHead(head), time, ...corners, isMap ? WGS84 : null];
}

function findExtent({ features }: DataLayer): Bounds {
  return joinBounds(features.flatMap(({ geometry }) => (geometry ? [findBounds(geometry)] : [])));
}

/** What the file says of itself as a whole, in the words of schema.org, which catalogues of data read. */
function planMetadata(head: DataHead, time: string): SqlStep[] {
  const { title, description, days, licence, credits } = head;
  const dataset = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description: description === "" ? title : description,
    temporalCoverage: `${days.from}/${days.to}`,
    ...(licence === "" ? {} : { license: licence }),
    ...(credits.length === 0 ? {} : { creditText: credits.join("; ") }),
    citation: toMembers(head).sources.map((source) => ({
      "@type": "CreativeWork",
      identifier: source.id,
      name: source.title,
      publisher: source.publisher,
      datePublished: source.date,
      url: source.url,
    })),
  };
  return [
    ...METADATA_TABLES.map((sql) => ({ sql })),
    insert("gpkg_extensions", EXTENSIONS),
    insert("gpkg_metadata", [
      [1, "dataset", "https://schema.org/Dataset", "application/ld+json", JSON.stringify(dataset)],
    ]),
    insert("gpkg_metadata_reference", [["geopackage", null, null, null, time, 1, null]]),
  ];
}

function insert(table: string, rows: readonly (readonly SqlValue[])[]): SqlStep {
  const width = rows[0]?.length ?? 1;
  return {
    sql: `INSERT INTO ${table} VALUES (${Array.from({ length: width }, () => "?").join(", ")})`,
    rows,
  };
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const WGS84_TEXT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** The three that every GeoPackage has. */
const REFERENCE_SYSTEMS: readonly (readonly SqlValue[])[] = [
  ["Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"],
  ["Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"],
  ["WGS 84 geodetic", WGS84, "EPSG", WGS84, WGS84_TEXT, "longitude and latitude in degrees on WGS 84"],
];

/** As the standard gives them, in its annex C. */
const CORE_TABLES = [
  "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
  "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
  "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
];

const METADATA_TABLES = [
  "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
  "CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
  "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
];

const METADATA_EXTENSION = "http://www.geopackage.org/spec130/#extension_metadata";
const EXTENSIONS: readonly (readonly SqlValue[])[] = ["gpkg_metadata", "gpkg_metadata_reference"].map(
  (table) => [table, null, "gpkg_metadata", METADATA_EXTENSION, "read-write"],
);
