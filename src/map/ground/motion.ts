import type { FeatureCollection, LineString, MultiLineString, Position } from "geojson";
import type { Atlas } from "../../core/atlas.ts";
import { addDays, type Day } from "../../core/day.ts";
import { isFront, listSegments } from "../../core/measure/front-lines.ts";
import { createSegmentNames } from "../../core/measure/segments.ts";
import { findSweep, type SweptPatch } from "../../core/motion/sweep.ts";
import type { Picture } from "../pictures.ts";

/** Ground on its way from one day to the next. */
export interface Motion {
  readonly patches: readonly MovingPatch[];
  readonly lines: FeatureCollection;
  /** Of the straight pieces of the lines those that are there on both days; the others are where the ground has come to. */
  readonly isStill: (start: Position, end: Position) => boolean;
}

export interface MovingPatch extends SweptPatch {
  /** How the line is drawn that moves through it; `undefined`: not at all. */
  readonly line: "front" | "quiet" | undefined;
}

/** The way from the day before, drawn as `eve`, to `day`, drawn as `next`; `undefined` where no ground moves. */
export function planMotion(atlas: Atlas, day: Day, eve: Picture, next: Picture): Motion | undefined {
  const patches = findSweep(atlas, day);
  const [lines, coming] = [eve, next].map(({ sources }) => sources.get("front-lines"));
  if (patches.length === 0 || !lines || !coming) return undefined;
  const nameSegment = createSegmentNames();
  const kept = new Set<number>();
  for (const { geometry } of coming.features) {
    for (const course of listCourses(geometry as LineString | MultiLineString)) {
      for (const [start, end] of listSegments(course)) kept.add(nameSegment(start, end));
    }
  }
  return {
    patches: patches.map((patch) => ({ ...patch, line: findLine(atlas, patch) })),
    lines,
    isStill: (start, end) => kept.has(nameSegment(start, end)),
  };
}

/** Works out ahead of time what the way to the day after will need. */
export function foreseeMotion(atlas: Atlas, day: Day): void {
  findSweep(atlas, addDays(day, 1));
}

function findLine({ dataset }: Atlas, { from, to }: SweptPatch): MovingPatch["line"] {
  if (from === undefined || to === undefined) return undefined;
  return isFront(dataset, { between: [from, to] }) ? "front" : "quiet";
}

function listCourses(geometry: LineString | MultiLineString): Position[][] {
  return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
}
