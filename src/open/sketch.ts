import { type Atlas, listAreasOn } from "../core/atlas.ts";
import type { Day } from "../core/day.ts";
import { type Bounds, listRings, type Position } from "../core/geometry.ts";
import { listControls } from "../core/history/all-controls.ts";
import { projectMercator } from "../core/mercator.ts";
import type { Names } from "../core/names.ts";

/** A small picture of one day, in units of which the width has {@link SKETCH_WIDTH}; y grows downwards. */
export interface Sketch {
  readonly day: Day;
  readonly height: number;
  /** In the order in which they lie on each other; the paths are those of SVG, filled by the even-odd rule. */
  readonly areas: readonly { readonly side: string; readonly path: string }[];
  readonly lines: readonly string[];
  readonly places: readonly SketchPlace[];
  /** A few of the places that have room for their names. */
  readonly labels: readonly SketchLabel[];
}

interface SketchPlace {
  readonly x: number;
  readonly y: number;
  /** Id of the side that holds it; `undefined`: nobody is known to. */
  readonly side: string | undefined;
}

interface SketchLabel {
  /** Of the place that it names. */
  readonly x: number;
  readonly y: number;
  readonly names: Names;
  /** It stands to the left of the place, for want of room on the right. */
  readonly isLeft: boolean;
}

export const SKETCH_WIDTH = 400;
const [LEAST_HEIGHT, MOST_HEIGHT] = [240, 480];
const MARGIN = 18;
/** Nearer to each other than this, in units, two corners of an outline are one to the eye, … */
const FINE = 0.5;
/** … and two places. */
const APART = 3;
const MOST_LABELS = 8;
/** What a name takes up, about. */
const LABEL = { width: 84, height: 16 } as const;

type Project = (position: Position) => readonly [x: number, y: number];

/** Who holds what at the end of a day, drawn small. The day is one of the story. */
export function drawSketch(atlas: Atlas, day: Day): Sketch {
  const { control, viewBounds, settlements } = atlas.dataset;
  const { project, height } = fit(viewBounds);
  const drawn = listAreasOn(atlas, day);
  const { remainder } = control;
  const rest = drawn.length > 0 && remainder?.hasOutline ? [remainder] : [];
  const areas = [
    ...rest.map(({ side, theatre }) => ({ side, path: drawRings(listRings(theatre), project, true) })),
    ...drawn.map(({ side, geometry }) => ({ side, path: drawRings(listRings(geometry), project, true) })),
  ];
  const lines = control
    .listLines(day)
    .map(({ geometry: { type, coordinates } }) =>
      drawRings(type === "LineString" ? [coordinates] : coordinates, project, false),
    )
    .filter((path) => path !== "");
  const controls = listControls(atlas, day);
  const seen = new Set<string>();
  const places: SketchPlace[] = [];
  const labels: SketchLabel[] = [];
  const byWeight = settlements
    .map((settlement, index) => ({ settlement, index }))
    .toSorted((one, other) => one.settlement.importance - other.settlement.importance);
  for (const { settlement, index } of byWeight) {
    const [x, y] = project(settlement.position);
    if (!(x >= 0 && x <= SKETCH_WIDTH && y >= 0 && y <= height)) continue;
    const cell = `${Math.round(x / APART)} ${Math.round(y / APART)}`;
    if (seen.has(cell)) continue;
    seen.add(cell);
    const state = controls[index];
    places.push({ x: round(x), y: round(y), side: state?.kind === "unknown" ? undefined : state?.by });
    const isFree = labels.every(
      (label) => Math.abs(label.x - x) > LABEL.width || Math.abs(label.y - y) > LABEL.height,
    );
    if (labels.length < MOST_LABELS && isFree)
      labels.push({
        x: round(x),
        y: round(y),
        names: settlement.names,
        isLeft: x > SKETCH_WIDTH - LABEL.width,
      });
  }
  return { day, height, areas: areas.filter(({ path }) => path !== ""), lines, places, labels };
}

/** How positions lie in the picture so that all of the box is in it. */
function fit([west, south, east, north]: Bounds): { readonly project: Project; readonly height: number } {
  const [left, top] = projectMercator([west, north]);
  const [right, bottom] = projectMercator([east, south]);
  const inner = SKETCH_WIDTH - 2 * MARGIN;
  // A box of one place has neither width nor height.
  const wide = Math.max(right - left, 1e-6);
  const tall = Math.max(bottom - top, 1e-6);
  const scale = Math.min(inner / wide, (MOST_HEIGHT - 2 * MARGIN) / tall);
  const height = Math.max(LEAST_HEIGHT, Math.ceil(tall * scale + 2 * MARGIN));
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return {
    height,
    project(position) {
      const [x, y] = projectMercator(position);
      return [SKETCH_WIDTH / 2 + (x - middleX) * scale, height / 2 + (y - middleY) * scale];
    },
  };
}

function drawRings(
  rings: readonly (readonly (readonly number[])[])[],
  project: Project,
  isClosed: boolean,
): string {
  return rings.map((ring) => drawRing(ring, project, isClosed)).join("");
}

/** The outline with only the corners that can be seen; nothing of one smaller than that. */
function drawRing(ring: readonly (readonly number[])[], project: Project, isClosed: boolean): string {
  const corners: (readonly [number, number])[] = [];
  for (const [lng = 0, lat = 0] of ring) {
    const corner = project([lng, lat]);
    const last = corners.at(-1);
    if (last && Math.abs(last[0] - corner[0]) < FINE && Math.abs(last[1] - corner[1]) < FINE) continue;
    corners.push(corner);
  }
  if (corners.length < (isClosed ? 3 : 2)) return "";
  return `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}${isClosed ? "Z" : ""}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
