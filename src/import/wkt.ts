import { parseSystem } from "./systems.ts";

/** A shape in well-known text as GeoJSON has it, and the number of its system where the text gives one. */
export interface WktShape {
  readonly geometry: unknown;
  readonly code: number | undefined;
}

/** By what a text shows itself as well-known text. */
const START =
  /^\s*(?:SRID\s*=\s*(\d+)\s*;\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION|LINEARRING)\s*(?:ZM|Z|M)?\s*(?:\(|EMPTY)/i;

const NAMES: Readonly<Record<string, string>> = {
  POINT: "Point",
  MULTIPOINT: "MultiPoint",
  LINESTRING: "LineString",
  LINEARRING: "LineString",
  MULTILINESTRING: "MultiLineString",
  POLYGON: "Polygon",
  MULTIPOLYGON: "MultiPolygon",
};

/** Whether a text looks like well-known text, sound or not. */
export function isWkt(text: string): boolean {
  return START.test(text);
}

/**
 * The shape that well-known text stands for, also with an SRID in front as PostGIS writes it. Heights and measures are
 * kept as further numbers. `undefined` where it is none or goes on after its end; EMPTY has no coordinates.
 */
export function parseWkt(text: string, nesting: number): WktShape | undefined {
  const srid = /^\s*SRID\s*=\s*(\d+)\s*;/i.exec(text);
  const scanner = createScanner(text, srid?.[0].length ?? 0);
  const geometry = readGeometry(scanner, nesting);
  if (geometry === undefined || !scanner.isAtEnd()) return undefined;
  return { geometry, code: srid?.[1] === undefined ? undefined : parseSystem(srid[1]) };
}

interface Scanner {
  /** The next word in capitals, bracket, comma or number; "" at the end, and for what is none of these. */
  readonly peek: () => string;
  readonly take: () => string;
  readonly isAtEnd: () => boolean;
}

const TOKEN = /\s*([(),]|[A-Za-z]+|[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?)/y;

function createScanner(text: string, from: number): Scanner {
  let at = from;
  let next: string | undefined;
  function peek(): string {
    if (next !== undefined) return next;
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match) at = TOKEN.lastIndex;
    next = match?.[1] ?? "";
    return next;
  }
  return {
    peek,
    take() {
      const taken = peek();
      next = undefined;
      return taken;
    },
    isAtEnd: () => peek() === "" && text.slice(at).trim() === "",
  };
}

function readGeometry(scanner: Scanner, nesting: number): unknown {
  const word = scanner
    .take()
    .toUpperCase()
    .replace(/(?<=[A-Z]{5})(?:ZM|Z|M)$/, "");
  if (["Z", "M", "ZM"].includes(scanner.peek().toUpperCase())) scanner.take();
  const isEmpty = scanner.peek().toUpperCase() === "EMPTY";
  if (isEmpty) scanner.take();
  if (word === "GEOMETRYCOLLECTION") {
    if (nesting <= 0) return undefined;
    const geometries = isEmpty ? [] : readList(scanner, () => readGeometry(scanner, nesting - 1));
    return geometries && { type: "GeometryCollection", geometries };
  }
  const type = Object.hasOwn(NAMES, word) ? NAMES[word] : undefined;
  if (type === undefined) return undefined;
  const coordinates = isEmpty ? [] : readCoordinates(scanner, type);
  return coordinates && { type, coordinates };
}

function readCoordinates(scanner: Scanner, type: string): unknown {
  const course = () => readList(scanner, () => readPosition(scanner));
  const rings = () => readList(scanner, course);
  switch (type) {
    case "Point":
      return course()?.[0];
    case "MultiPoint":
      // With brackets around each point, and as older programs write it without.
      return readList(scanner, () => (scanner.peek() === "(" ? course()?.[0] : readPosition(scanner)));
    case "LineString":
      return course();
    case "MultiPolygon":
      return readList(scanner, rings);
    default:
      return rings();
  }
}

/** A list in brackets; `undefined` once an item is none. */
function readList(scanner: Scanner, readItem: () => unknown): unknown[] | undefined {
  if (scanner.peek().toUpperCase() === "EMPTY") {
    scanner.take();
    return [];
  }
  if (scanner.take() !== "(") return undefined;
  const items: unknown[] = [];
  for (;;) {
    const item = readItem();
    if (item === undefined) return undefined;
    items.push(item);
    const sign = scanner.take();
    if (sign === ")") return items;
    if (sign !== ",") return undefined;
  }
}

function readPosition(scanner: Scanner): number[] | undefined {
  const numbers: number[] = [];
  while (/^[+\-.\d]/.test(scanner.peek())) numbers.push(Number(scanner.take()));
  return numbers.length < 2 ? undefined : numbers;
}
