import { createGeometryTally, reportGeometryTally } from "../data/geojson/check-coordinates.ts";
import { describeValue, nameRecord, type Problem, reportOn, toOneLine } from "../data/problem.ts";
import { parseAngle, parsePair } from "./positions.ts";
import type { Reading } from "./reading.ts";
import { readShapes, type ShapeContext } from "./shapes.ts";
import { nameSheet } from "./sheet-builder.ts";
import type { Cell, Sheet, SheetRow } from "./sheet.ts";
import { findSystem, parseSystem } from "./systems.ts";
import { isWkt, parseWkt } from "./wkt.ts";

/** The columns of a table that tell where its rows lie. */
export type PositionColumns =
  /** Any shape, as well-known text. */
  | { readonly kind: "wkt"; readonly column: string }
  /** A position in one cell, latitude first unless `isLongitudeFirst`. */
  | { readonly kind: "pair"; readonly column: string; readonly isLongitudeFirst: boolean }
  | { readonly kind: "two"; readonly latitude: string; readonly longitude: string };

/** How many rows with a value in it tell what a column has. */
const SAMPLE = 200;
/** Of so many of them all but one in ten. */
const MOST_STRANGE = 0.1;

/**
 * The columns of a table that have positions, by their names and by what stands in them, or `undefined`: well-known text, else
 * a column for each of the two, else both in one. A column is not taken for one because its name merely holds such letters (population).
 */
export function findPositionColumns({
  columns,
  rows,
}: Pick<Sheet, "columns" | "rows">): PositionColumns | undefined {
  const samples = (index: number) => takeSample(rows, index);
  const shapes = columns.findIndex((_, index) =>
    fits(samples(index), (cell) => typeof cell === "string" && isWkt(cell)),
  );
  if (shapes >= 0) return { kind: "wkt", column: columns[shapes] ?? "" };
  const two = findTwo(columns, (index, most) => fits(samples(index), (cell) => isAngle(cell, most)));
  if (two) return two;
  for (const [index, column] of columns.entries()) {
    if (!PAIR_NAMES.test(fold(column))) continue;
    const pairs = samples(index).map((cell) => (typeof cell === "string" ? parsePair(cell) : undefined));
    if (!fits(pairs, (pair) => pair !== undefined)) continue;
    const isTurned = pairs.some(
      (pair) => pair && (Math.abs(pair[0].degrees) > 90 || pair[0].axis === "longitude"),
    );
    return { kind: "pair", column, isLongitudeFirst: isTurned || LONGITUDE_FIRST.test(fold(column)) };
  }
  return undefined;
}

const LATITUDE_NAMES =
  /^(?:(?:gps|decimal|geo|point|center|centroid|wgs84|start|event|location|site)?(?:latitude|lattitude|lat|latit|latdd|latdec|latdeg|latitud|latitudine)(?:n|dd|wgs84|decimal|degrees|deg|gps)?|y|ycoord|ycoordinate|coordy|pointy|gpsy|широта|خطالعرض|دائرةالعرض)$/u;
const LONGITUDE_NAMES =
  /^(?:(?:gps|decimal|geo|point|center|centroid|wgs84|start|event|location|site)?(?:longitude|long|lng|lon|longit|londd|longdd|londec|londeg|longitud|longitudine)(?:e|dd|wgs84|decimal|degrees|deg|gps)?|x|xcoord|xcoordinate|coordx|pointx|gpsx|долгота|довгота|خطالطول)$/u;
const PAIR_NAMES =
  /^(?:(?:gps|geo)?(?:coordinates?|coords?|location|position|point|latlon|latlng|latlong|lonlat|lnglat|longlat|latitudelongitude|longitudelatitude|geolocation|geopoint|geo|gps|geom|geometry)|координаты|координати|الإحداثيات|إحداثيات|احداثيات)$/u;
const LONGITUDE_FIRST = /^(?:gps|geo)?(?:lonlat|lnglat|longlat|longitudelatitude)$/;

/** A name without what is no letter or digit, in small letters; of one within others the last part. */
function fold(name: string): string {
  return name
    .slice(name.lastIndexOf(".") + 1)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function findTwo(
  columns: readonly string[],
  hasAngles: (index: number, most: number) => boolean,
): PositionColumns | undefined {
  const find = (names: RegExp, most: number) => {
    const indexes = columns.flatMap((name, index) => (names.test(fold(name)) ? [index] : []));
    // Longer names say more: "latitude" rather than "y".
    const ranked = indexes.toSorted(
      (one, other) => fold(columns[other] ?? "").length - fold(columns[one] ?? "").length,
    );
    return ranked.find((index) => hasAngles(index, most));
  };
  const latitude = find(LATITUDE_NAMES, Number.POSITIVE_INFINITY);
  const longitude = find(LONGITUDE_NAMES, Number.POSITIVE_INFINITY);
  if (latitude === undefined || longitude === undefined) return undefined;
  return { kind: "two", latitude: columns[latitude] ?? "", longitude: columns[longitude] ?? "" };
}

function isAngle(cell: unknown, most: number): boolean {
  const angle = parseAngle(cell);
  return angle !== undefined && Math.abs(angle.degrees) <= most;
}

function takeSample(rows: readonly SheetRow[], index: number): Cell[] {
  const sample: Cell[] = [];
  for (const { cells } of rows) {
    const cell = cells[index];
    if (isBlank(cell)) continue;
    sample.push(cell);
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}

function isBlank(cell: Cell): boolean {
  return cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

function fits<Item>(sample: readonly Item[], isRight: (item: Item) => boolean): boolean {
  const strange = sample.filter((item) => !isRight(item)).length;
  return sample.length > 0 && strange <= sample.length * MOST_STRANGE;
}

/**
 * The table with shapes made of its columns, those that {@link findPositionColumns} finds unless others are given. A row whose cells
 * are no position is kept without a shape, and warned of; one without any value there has none and that is no fault.
 */
export async function placeRows(
  sheet: Sheet,
  reading: Pick<Reading, "file" | "problems" | "notes" | "limits" | "options">,
  columns: PositionColumns | undefined = findPositionColumns(sheet),
): Promise<Sheet> {
  if (!columns) return sheet;
  const { file, notes, options, problems, limits } = reading;
  const record = nameSheet(reading, sheet.name);
  const fileReporter = reportOn(problems, file, record);
  const names = columns.kind === "two" ? [columns.latitude, columns.longitude] : [columns.column];
  notes.push({ kind: "placed-by-columns", file, sheet: sheet.name, columns: names });
  const chosen = options.systems?.[file];
  const read = createCellReader(columns, sheet.columns, limits.nesting);
  const code = chosen === undefined ? findCode(sheet, columns, limits.nesting) : parseSystem(chosen);
  const said = chosen !== undefined && code === undefined ? { definition: chosen } : { code };
  const system =
    chosen === undefined && code === undefined ? undefined : await findSystem(said, fileReporter);
  if (system?.isUnknown) return sheet;
  if (system?.project) notes.push({ kind: "reprojected", file, sheet: sheet.name, system: system.name });
  const context: ShapeContext = {
    project: system?.project,
    tally: createGeometryTally(),
    nesting: limits.nesting,
  };
  const rows = sheet.rows.map((row) =>
    placeRow(row, { file, problems, member: names.join(", "), rowWord: sheet.rowWord, context, read }),
  );
  reportGeometryTally(context.tally, fileReporter);
  return { ...sheet, rows };
}

/** The number that the first well-known text with one has in front. */
function findCode(sheet: Sheet, columns: PositionColumns, nesting: number): number | undefined {
  if (columns.kind !== "wkt") return undefined;
  const index = sheet.columns.indexOf(columns.column);
  for (const cell of takeSample(sheet.rows, index).slice(0, 1))
    if (typeof cell === "string") return parseWkt(cell, nesting)?.code;
  return undefined;
}

/** What the cells of a row tell of its place; `undefined` if there is nothing in them. */
type CellReader = (cells: readonly Cell[]) => Told | undefined;

type Told =
  | { readonly position: [lng: number, lat: number] }
  | { readonly geometry: unknown }
  /** What stands there and is none. */
  | { readonly fault: string };

function createCellReader(columns: PositionColumns, names: readonly string[], nesting: number): CellReader {
  const point = (lng: number, lat: number): Told => ({ position: [lng, lat] });
  if (columns.kind === "two") {
    const [latAt, lngAt] = [names.indexOf(columns.latitude), names.indexOf(columns.longitude)];
    return (cells) => {
      const [latCell, lngCell] = [cells[latAt], cells[lngAt]];
      if (isBlank(latCell) && isBlank(lngCell)) return undefined;
      const [lat, lng] = [parseAngle(latCell), parseAngle(lngCell)];
      if (!lat || !lng) return { fault: `${describeCell(latCell)} and ${describeCell(lngCell)}` };
      return lat.axis === "longitude" || lng.axis === "latitude"
        ? point(lat.degrees, lng.degrees)
        : point(lng.degrees, lat.degrees);
    };
  }
  const at = names.indexOf(columns.column);
  return (cells) => {
    const cell = cells[at];
    if (isBlank(cell)) return undefined;
    const fault = { fault: describeCell(cell) };
    if (typeof cell !== "string") return fault;
    if (columns.kind === "wkt") {
      const shape = parseWkt(cell, nesting);
      return shape ? { geometry: shape.geometry } : fault;
    }
    const pair = parsePair(cell);
    if (!pair) return fault;
    const isTurned =
      pair[0].axis === undefined && pair[1].axis === undefined
        ? columns.isLongitudeFirst
        : pair[0].axis === "longitude" || pair[1].axis === "latitude";
    const [lat, lng] = isTurned ? [pair[1], pair[0]] : pair;
    return point(lng.degrees, lat.degrees);
  };
}

interface PlaceContext {
  readonly file: string;
  readonly problems: Problem[];
  readonly member: string;
  readonly rowWord: Sheet["rowWord"];
  readonly context: ShapeContext;
  readonly read: CellReader;
}

const KEPT = "correct it; until then the row is read without a place";

function placeRow(row: SheetRow, { file, problems, member, rowWord, context, read }: PlaceContext): SheetRow {
  const found = read(row.cells);
  if (!found) return row;
  if ("position" in found && !context.project && isOnGlobe(found.position))
    return { number: row.number, cells: row.cells, shape: { type: "Point", coordinates: found.position } };
  const reporter = reportOn(problems, file, nameRecord(rowWord, row.number - 1, undefined)).about(member);
  if ("fault" in found) {
    reporter.warn("broken-shape", found.fault, "a position, or a shape as well-known text", KEPT);
    return row;
  }
  // What would leave a feature out leaves a row without its place alone.
  let hasFailed = false;
  const soften: typeof reporter = {
    ...reporter,
    error: (code, what, expected, _, at) => {
      hasFailed = true;
      reporter.warn(code, what, expected, KEPT, at);
    },
    hasFailed: () => hasFailed,
  };
  const geometry = "position" in found ? { type: "Point", coordinates: found.position } : found.geometry;
  const [shape, ...others] = readShapes(geometry, context, soften);
  if (others.length > 0) {
    const expected = "points, lines or areas alone";
    reporter.warn(
      "broken-shape",
      "a collection of shapes of several kinds",
      expected,
      "give each a row of its own; the first kind is read",
    );
  }
  return shape ? { ...row, shape } : row;
}

function isOnGlobe([lng, lat]: readonly [number, number]): boolean {
  return lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90;
}

function describeCell(cell: Cell): string {
  return typeof cell === "object"
    ? cell.day
    : typeof cell === "string"
      ? describeValue(toOneLine(cell, 60))
      : describeValue(cell);
}
