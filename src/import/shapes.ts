import type { Bounds } from "../core/geometry.ts";
import { type GeometryTally, mendCoordinates } from "../data/geojson/check-coordinates.ts";
import { checkExtent, measureExtent } from "../data/geojson/check-positions.ts";
import { isBeyondAntimeridian, wrapLongitudes, wrapPosition } from "../data/geojson/wrap-longitudes.ts";
import { describeValue, type Reporter } from "../data/problem.ts";
import { isRecord, type RawRecord } from "../data/text/record.ts";
import type { Shape } from "./sheet.ts";
import type { Projector } from "./systems.ts";

/** What is needed to make shapes of what a file has. */
export interface ShapeContext {
  /** From the system of the file to longitude and latitude; `undefined` where it has these. */
  readonly project: Projector | undefined;
  /** Counts what was put right. */
  readonly tally: GeometryTally;
  /** How many collections may lie within each other. */
  readonly nesting: number;
}

const WORLD: Bounds = [-180, -90, 180, 90];
/** Brackets around a position. */
const DEPTHS = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const satisfies Readonly<Record<Shape["type"], number>>;

/** The types that one shape can be joined from, with the type that it then has. */
const KINDS = [
  { one: "Point", many: "MultiPoint" },
  { one: "LineString", many: "MultiLineString" },
  { one: "Polygon", many: "MultiPolygon" },
] as const;

/**
 * The shapes that a geometry in the form of GeoJSON stands for: none where it has no position, one for each kind (points, lines,
 * areas) where it is a collection. What is wrong with it is reported as errors, and then there are none. Heights are
 * dropped, rings closed, coordinates put into degrees, and what goes beyond 180 degrees is brought back and cut.
 */
export function readShapes(geometry: unknown, context: ShapeContext, reporter: Reporter): readonly Shape[] {
  if (geometry === undefined || geometry === null) return [];
  const simple = listSimple(geometry, context.nesting, reporter);
  if (reporter.hasFailed()) return [];
  const shapes = simple.flatMap((part) => readSimple(part, context, reporter));
  return reporter.hasFailed() ? [] : joinByKind(shapes);
}

interface SimpleGeometry extends RawRecord {
  readonly type: Shape["type"];
}

/** The geometries of a collection, of collections within it too. */
function listSimple(geometry: unknown, nesting: number, reporter: Reporter): readonly SimpleGeometry[] {
  if (!isRecord(geometry)) {
    reportBroken(reporter, describeValue(geometry), "a geometry");
    return [];
  }
  const { type, geometries } = geometry;
  if (type === "GeometryCollection" && Array.isArray(geometries)) {
    if (nesting <= 0) {
      const remedy = "export the data again: no program nests shapes like this";
      reporter.error("nested-too-deeply", "collections within collections", "a few at most", remedy);
      return [];
    }
    const parts: SimpleGeometry[] = [];
    for (const part of geometries as readonly unknown[]) {
      // In a loop, and not flattened afterwards: one fault is enough.
      if (part !== null) parts.push(...listSimple(part, nesting - 1, reporter));
      if (reporter.hasFailed()) return [];
    }
    return parts;
  }
  if (isSimple(geometry)) return [geometry];
  reportBroken(reporter, `a geometry of type ${describeValue(type)}`, Object.keys(DEPTHS).join(", "));
  return [];
}

function isSimple(geometry: RawRecord): geometry is SimpleGeometry {
  const { type } = geometry;
  return typeof type === "string" && Object.hasOwn(DEPTHS, type);
}

function readSimple(raw: SimpleGeometry, context: ShapeContext, reporter: Reporter): Shape[] {
  const depth = DEPTHS[raw.type];
  const kept = leaveOutEmpty(raw["coordinates"], depth);
  if (kept === undefined) return [];
  const tidied = mendCoordinates({ type: raw.type, coordinates: kept }, context.tally);
  const mended =
    raw.type === "MultiLineString"
      ? { ...tidied, coordinates: leaveOutDots(tidied["coordinates"], reporter) }
      : tidied;
  const fault = findFault(mended["coordinates"], depth, raw.type);
  if (fault !== undefined) {
    reportBroken(reporter, fault, "positions of two finite numbers, two in a line, four in a ring");
    return [];
  }
  const { project } = context;
  const coordinates = project
    ? projectAll(mended["coordinates"], depth, project)
    : (mended["coordinates"] as unknown);
  const extent = measureExtent(coordinates);
  if (!extent) return [];
  const shape = { type: raw.type, coordinates } as Shape;
  const isBeyond = isBeyondAntimeridian(extent.bounds);
  if (!isBeyond) {
    checkExtent(extent, WORLD, reporter);
    return reporter.hasFailed() ? [] : [shape];
  }
  context.tally.wrapped += 1;
  return [wrap(shape)];
}

function wrap(shape: Shape): Shape {
  if (shape.type !== "MultiPoint")
    return wrapLongitudes(shape as Parameters<typeof wrapLongitudes>[0]) as Shape;
  const coordinates = shape.coordinates.map(([lng = 0, lat = 0]) => [...wrapPosition([lng, lat])]);
  return { type: "MultiPoint", coordinates };
}

/** The coordinates without parts that have no position; `undefined` if nothing is left. What is no list is left for the check. */
function leaveOutEmpty(value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  if (depth <= 1) return value;
  const parts = (value as readonly unknown[])
    .map((part) => leaveOutEmpty(part, depth - 1))
    .filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts;
}

/** The lines of several without those of one position, where others are left: a slip of the pen, which takes nothing from the rest. */
function leaveOutDots(lines: unknown, reporter: Reporter): unknown {
  if (!Array.isArray(lines)) return lines;
  const parts = lines as readonly unknown[];
  const kept = parts.filter((line) => !Array.isArray(line) || line.length > 1);
  const dots = parts.length - kept.length;
  if (dots === 0 || kept.length === 0) return lines;
  const found = dots === 1 ? "a line of one position" : `${dots} lines of one position`;
  reporter.warn(
    "broken-shape",
    `${found} among ${parts.length} lines`,
    "two positions in a line",
    "nothing need be done if the others are whole: they are read without",
  );
  return kept;
}

/** What makes coordinates none of their type, in half a sentence. */
function findFault(value: unknown, depth: number, type: Shape["type"]): string | undefined {
  if (!Array.isArray(value)) return `${describeValue(value)} where a list of numbers should be`;
  const parts = value as readonly unknown[];
  if (depth === 0) {
    const [lng, lat] = parts;
    return Number.isFinite(lng) && Number.isFinite(lat)
      ? undefined
      : `a position of ${describeValue(lng)} and ${describeValue(lat)}`;
  }
  const isRing = type.endsWith("Polygon");
  const least = depth > 1 || type === "MultiPoint" ? 1 : isRing ? 4 : 2;
  if (parts.length < least) return `a ${isRing ? "ring" : "line"} of ${parts.length} positions`;
  for (const part of parts) {
    const fault = findFault(part, depth - 1, type);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function projectAll(value: unknown, depth: number, project: Projector): unknown {
  if (depth === 0) {
    const [x, y] = value as [number, number];
    return project(x, y);
  }
  return (value as readonly unknown[]).map((part) => projectAll(part, depth - 1, project));
}

/** Shapes of one kind as one shape; a single one as it is. */
function joinByKind(shapes: readonly Shape[]): Shape[] {
  if (shapes.length < 2) return [...shapes];
  return KINDS.flatMap(({ one, many }) => {
    const alike = shapes.filter(({ type }) => type === one || type === many);
    if (alike.length < 2) return alike;
    const coordinates = alike.flatMap((shape) =>
      shape.type === one ? [shape.coordinates] : (shape.coordinates as unknown[]),
    );
    return [{ type: many, coordinates } as Shape];
  });
}

function reportBroken(reporter: Reporter, found: string, expected: string): void {
  reporter.error("broken-shape", found, expected, "draw the shape again, or delete it");
}
