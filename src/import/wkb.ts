const TYPES: Readonly<Record<number, string>> = {
  1: "Point",
  2: "LineString",
  3: "Polygon",
  4: "MultiPoint",
  5: "MultiLineString",
  6: "MultiPolygon",
};
const COLLECTION = 7;
/** In EWKB, bits of the type for height, measure and the number of the system. */
const [HAS_Z, HAS_M, HAS_SRID] = [0x80000000, 0x40000000, 0x20000000];
/** Bytes of the box in the head of a GeoPackage's geometry, by its code. */
const BOX_LENGTHS = [0, 32, 48, 48, 64];

/**
 * A geometry as GeoPackage keeps it, in the form of GeoJSON without heights; `undefined` where it is empty. What is damaged, and
 * curves, give a text that says so, which is no geometry and is then told.
 */
export function readGeometryBlob(blob: Uint8Array, nesting: number): unknown {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50)
    return "bytes that are no geometry of a GeoPackage";
  const flags = blob[3] ?? 0;
  const boxLength = BOX_LENGTHS[(flags >> 1) & 7];
  if (boxLength === undefined) return "a geometry whose head is damaged";
  if (((flags >> 4) & 1) === 1) return undefined;
  try {
    return readGeometry({ view, at: 8 + boxLength }, nesting);
  } catch (error) {
    if (error instanceof RangeError) return "a geometry that is cut off";
    return error instanceof UnreadableError ? error.message : "a geometry that cannot be read";
  }
}

class UnreadableError extends Error {}

interface Cursor {
  readonly view: DataView;
  at: number;
}

function readGeometry(
  cursor: Cursor,
  nesting: number,
): { type: string; coordinates?: unknown; geometries?: unknown[] } {
  if (nesting <= 0) throw new UnreadableError("collections within collections");
  const isLittle = cursor.view.getUint8(cursor.at) === 1;
  const code = cursor.view.getUint32(cursor.at + 1, isLittle);
  cursor.at += 5;
  if ((code & HAS_SRID) !== 0) cursor.at += 4;
  const plain = code & 0x1fffffff;
  const thousands = Math.floor(plain / 1000);
  const [hasZ, hasM] = [(code & HAS_Z) !== 0 || thousands % 2 === 1, (code & HAS_M) !== 0 || thousands >= 2];
  const size = 2 + Number(hasZ) + Number(hasM);
  const kind = plain % 1000;
  const count = () => readCount(cursor, isLittle);
  const list = <Item>(read: () => Item, least: number) => {
    const length = count();
    // Before a list is made that long: the number may be anything.
    if (length * least > cursor.view.byteLength - cursor.at) throw new RangeError("cut off");
    return Array.from({ length }, read);
  };
  const position = () => readPosition(cursor, isLittle, size);
  const course = () => list(position, 8 * size);
  if (kind === COLLECTION)
    return { type: "GeometryCollection", geometries: list(() => readGeometry(cursor, nesting - 1), 5) };
  const type = TYPES[kind];
  if (type === undefined || thousands > 3)
    throw new UnreadableError(`a shape of kind ${kind}, such as a curve`);
  if (kind === 1) {
    const point = position();
    return { type, coordinates: point.some((value) => Number.isNaN(value)) ? [] : point };
  }
  if (kind === 2) return { type, coordinates: course() };
  if (kind === 3) return { type, coordinates: list(course, 4) };
  return { type, coordinates: list(() => readGeometry(cursor, nesting - 1).coordinates, 5) };
}

function readCount(cursor: Cursor, isLittle: boolean): number {
  cursor.at += 4;
  return cursor.view.getUint32(cursor.at - 4, isLittle);
}

function readPosition(cursor: Cursor, isLittle: boolean, size: number): number[] {
  const position = [
    cursor.view.getFloat64(cursor.at, isLittle),
    cursor.view.getFloat64(cursor.at + 8, isLittle),
  ];
  cursor.at += 8 * size;
  if (cursor.at > cursor.view.byteLength) throw new RangeError("cut off");
  return position;
}
