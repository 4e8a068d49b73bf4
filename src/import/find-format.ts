/** What a file is, by its first bytes and, where these do not tell it, by its name. */
export type FileKind =
  | "zip"
  | "gzip"
  | "sqlite"
  | "shapefile"
  | "dbf"
  | "xml"
  | "json"
  | "table"
  /** Belongs to another file, by which it is read. */
  | "beside"
  /** In which no data are looked for. */
  | "passed-over"
  | { readonly unreadable: string; readonly remedy: string; readonly isProtected?: boolean };

const EXPORT_TABLE = "save it as .xlsx or as CSV UTF-8";
const EXPORT_LAYER = "export the layer as GeoJSON or GeoPackage";

/** Kinds that people take for data, or that lie under a wrong ending, by their first bytes. */
const UNREADABLE: readonly (readonly [start: string, kind: string, remedy: string])[] = [
  ["%PDF", "a PDF", "export the table or the layer from where the PDF was made"],
  ["\x89PNG", "a picture (PNG)", "take the data that the picture was made from"],
  ["\xff\xd8\xff", "a picture (JPEG)", "take the data that the picture was made from"],
  ["GIF8", "a picture (GIF)", "take the data that the picture was made from"],
  ["II*\0", "a raster picture (TIFF)", "turn it into areas first, as QGIS does by “Polygonize”"],
  ["MM\0*", "a raster picture (TIFF)", "turn it into areas first, as QGIS does by “Polygonize”"],
  ["PAR1", "a Parquet file", EXPORT_LAYER],
  ["fgb\x03", "a FlatGeobuf file", EXPORT_LAYER],
  ["Rar!", "an archive (RAR)", "unpack it, and drop the files"],
  ["7z\xbc\xaf", "an archive (7z)", "unpack it, and drop the files"],
  ["BZh", "a file packed by bzip2", "unpack it"],
  ["\xfd7zXZ", "a file packed by xz", "unpack it"],
  ["\x28\xb5\x2f\xfd", "a file packed by zstd", "unpack it"],
  ["{\\rtf", "a text document (RTF)", EXPORT_TABLE],
];

/** Endings of what lies beside a shapefile, and of what systems put beside data. */
const BESIDE = /\.(?:shx|prj|cpg|qpj|sbn|sbx|qix|atx|ain|aih|fbn|fbx|qmd|qml|cst|shp\.xml)$/i;
const PASSED_OVER =
  /\.(?:png|jpe?g|gif|svg|webp|ico|tiff?|css|js|md|pdf|docx?|lyrx?|sld|mxd|qgs|qgz|html?|xsd|dtd|url|lnk|ini|license|licence)$|(?:^|\/)(?:readme|licen[cs]e|copying)[^/]*$/i;

/** Kinds as their bytes tell, told apart in this order. `isAlone`: nothing else was dropped, so nothing is passed over. */
export function findKind(path: string, bytes: Uint8Array, isAlone: boolean): FileKind {
  const begins = (start: string) =>
    [...start].every((letter, index) => bytes[index] === letter.charCodeAt(0));
  if (begins("PK\x03\x04") || begins("PK\x05\x06")) return "zip";
  if (begins("\x1f\x8b")) return "gzip";
  if (begins("SQLite format 3\0")) return "sqlite";
  // The indexes of a shapefile begin as the shapefile itself.
  if (begins("\0\0\x27\x0a")) return BESIDE.test(path) ? "beside" : "shapefile";
  if (begins("\xd0\xcf\x11\xe0")) return describeOle(bytes);
  if (BESIDE.test(path)) return "beside";
  if (!isAlone && PASSED_OVER.test(path)) return "passed-over";
  const known = UNREADABLE.find(([start]) => begins(start));
  if (known) return { unreadable: known[1], remedy: known[2] };
  if (isDbf(bytes)) return "dbf";
  const letters = readFirstLetters(bytes);
  // Descriptions of what lies beside them, of which there are many kinds.
  if (letters.startsWith("<"))
    return isAlone || /\.km[lz]$/i.test(path) || /<(?:\w+:)?kml\b/.test(letters) ? "xml" : "passed-over";
  if (["[", "{", "\u001E"].some((sign) => letters.startsWith(sign))) return "json";
  if (letters === "" || bytes.subarray(0, 4000).every((byte) => byte === 0))
    return { unreadable: "a file without any text in it", remedy: "save the data again" };
  const ending = /\.([a-z\d]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  const expected = EXPECTED[ending];
  if (expected === undefined) return "table";
  return {
    unreadable: `something else than ${expected}`,
    remedy: "take the file from where it was first saved, or export it again",
  };
}

/** Endings of files that are no table, whatever their text is. */
const EXPECTED: Readonly<Record<string, string>> = {
  shp: "a shapefile",
  dbf: "a table of a shapefile",
  gpkg: "a GeoPackage",
  sqlite: "an SQLite database",
  xlsx: "a workbook",
  xlsm: "a workbook",
  xls: "a workbook",
  ods: "a workbook",
  zip: "a zip archive",
  kmz: "a zip archive",
  kml: "KML",
  json: "JSON",
  geojson: "JSON",
  topojson: "JSON",
  ndjson: "JSON",
  geojsonl: "JSON",
};

/** A document of Office before 2007, or a protected one of today, which is packed in the same way. */
function describeOle(bytes: Uint8Array): FileKind {
  // Its list of contents has names in UTF-16.
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, Math.min(bytes.length, 4_000_000)));
  if (names.includes("EncryptedPackage"))
    return {
      unreadable: "a workbook protected by a password",
      remedy: "save it without a password",
      isProtected: true,
    };
  if (names.includes("Workbook") || names.includes("Book"))
    return { unreadable: "a workbook of Excel before 2007 (.xls)", remedy: EXPORT_TABLE };
  return { unreadable: "a document of Office before 2007", remedy: EXPORT_TABLE };
}

/** The table of a shapefile: a version, a possible date of change, and a header as long as its fields say. */
function isDbf(bytes: Uint8Array): boolean {
  if (bytes.length < 33 || ![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(bytes[0] ?? 0)) return false;
  const [month = 0, day = 0] = bytes.subarray(2, 4);
  const headerLength = (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0);
  return month <= 12 && day <= 31 && headerLength >= 33;
}

/** The first letters that are no blanks, whatever the encoding, as far as it has ASCII in it. */
function readFirstLetters(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 4096).filter((byte) => byte !== 0);
  const text = new TextDecoder("latin1").decode(start);
  return text.replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\s*/, "").slice(0, 4000);
}
