import { findBounds, listPolygons } from "../../core/geometry.ts";
import { listCourses } from "../../core/measure/front-lines.ts";
import type { DataGeometry } from "./layer.ts";

type Positions = readonly (readonly number[])[];

/** Codes of OGC's well-known binary. */
const TYPES = { point: 1, line: 2, polygon: 3, lines: 5, polygons: 6 } as const;

/** Number of the reference system: longitude and latitude on WGS 84. */
export const WGS84 = 4326;

/**
 * A geometry as GeoPackage keeps it: a head with the box around it, but for points, then well-known binary, all in little-endian
 * order. Lines and areas are always of the kind of several, as a column has one kind.
 */
export function writeGeometryBlob(geometry: DataGeometry): Uint8Array {
  const bytes = createBytes();
  const isPoint = geometry.type === "Point";
  bytes.byte(0x47, 0x50, 0, isPoint ? 0b0001 : 0b0011);
  bytes.integer(WGS84);
  if (!isPoint) {
    const [west, south, east, north] = findBounds(geometry);
    bytes.real(west, east, south, north);
  }
  writeWkb(geometry, bytes);
  return bytes.take();
}

/** A geometry as plain well-known binary, of the same kinds. */
export function writeWellKnownBinary(geometry: DataGeometry): Uint8Array {
  const bytes = createBytes();
  writeWkb(geometry, bytes);
  return bytes.take();
}

function writeWkb(geometry: DataGeometry, bytes: Bytes): void {
  switch (geometry.type) {
    case "Point":
      bytes.begin(TYPES.point);
      bytes.real(...geometry.coordinates.slice(0, 2));
      return;
    case "LineString":
    case "MultiLineString": {
      const courses = listCourses(geometry);
      bytes.begin(TYPES.lines);
      bytes.integer(courses.length);
      for (const course of courses) {
        bytes.begin(TYPES.line);
        writePositions(course, bytes);
      }
      return;
    }
    default: {
      const polygons = listPolygons(geometry);
      bytes.begin(TYPES.polygons);
      bytes.integer(polygons.length);
      for (const rings of polygons) {
        bytes.begin(TYPES.polygon);
        bytes.integer(rings.length);
        for (const ring of rings) writePositions(ring, bytes);
      }
    }
  }
}

function writePositions(positions: Positions, bytes: Bytes): void {
  bytes.integer(positions.length);
  for (const [lng = 0, lat = 0] of positions) bytes.real(lng, lat);
}

interface Bytes {
  readonly byte: (...values: readonly number[]) => void;
  /** Four bytes without a sign each. */
  readonly integer: (...values: readonly number[]) => void;
  readonly real: (...values: readonly number[]) => void;
  /** The order of bytes and the type of what follows. */
  readonly begin: (type: number) => void;
  readonly take: () => Uint8Array;
}

function createBytes(): Bytes {
  let view = new DataView(new ArrayBuffer(1024));
  let length = 0;
  /** Room for so many bytes more; gives where they begin. */
  function reserve(count: number): number {
    if (length + count > view.byteLength) {
      const larger = new Uint8Array(2 * view.byteLength + count);
      larger.set(new Uint8Array(view.buffer, 0, length));
      view = new DataView(larger.buffer);
    }
    length += count;
    return length - count;
  }
  const byte = (...values: readonly number[]) => {
    for (const value of values) {
      const at = reserve(1);
      view.setUint8(at, value);
    }
  };
  const integer = (...values: readonly number[]) => {
    for (const value of values) {
      const at = reserve(4);
      view.setUint32(at, value, true);
    }
  };
  const real = (...values: readonly number[]) => {
    for (const value of values) {
      const at = reserve(8);
      view.setFloat64(at, value, true);
    }
  };
  return {
    byte,
    integer,
    real,
    begin(type) {
      byte(1);
      integer(type);
    },
    take: () => new Uint8Array(view.buffer.slice(0, length)),
  };
}
