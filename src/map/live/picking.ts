import KDBush from "kdbush";
import type { Map as MapLibreMap, Point } from "maplibre-gl";
import type { Settlement, StoryEvent } from "../../core/records.ts";
import type { Names } from "../../core/names.ts";
import type { Position } from "../../core/geometry.ts";
import type { HoverLabel } from "./hover-label.ts";
import { HIGHWAY_LAYERS } from "../../layers/highways.ts";
import type { HoverMark } from "../../layers/layer.ts";
import { isSameSelection, type Selection } from "../../core/selection.ts";
import { nameNewsLayer } from "../settlement-layer.ts";

/** A finger's tolerance, in CSS pixels. */
const PICK_DISTANCE_PX = 12;

/** Anything on the map at one point. */
interface Placed {
  readonly position: Position;
  readonly offsetPx?: readonly [x: number, y: number];
}

/** A point of the screen in CSS pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The town nearest to a point of the screen, if its disc's centre is within 12 px of it. A town of higher importance
 * may lie 2 px further off for each step.
 */
export function pickTown(
  settlements: readonly Settlement[],
  point: ScreenPoint,
  project: (settlement: Settlement) => ScreenPoint,
): Settlement | undefined {
  let best: { settlement: Settlement; rank: number } | undefined;
  for (const settlement of settlements) {
    const { x, y } = project(settlement);
    const distance = Math.hypot(x - point.x, y - point.y);
    const rank = distance + 2 * settlement.importance;
    if (distance <= PICK_DISTANCE_PX && (!best || rank < best.rank)) best = { settlement, rank };
  }
  return best?.settlement;
}

/** The mark nearest to a point of the screen within a finger's tolerance, unless a town is nearer. */
export function pickMark<Mark extends Placed>(
  marks: readonly Mark[],
  town: Settlement | undefined,
  point: ScreenPoint,
  project: (place: Placed) => ScreenPoint,
): Mark | undefined {
  const measure = (place: Placed) => {
    const { x, y } = project(place);
    const [right, down] = place.offsetPx ?? [0, 0];
    return Math.hypot(x + right - point.x, y + down - point.y);
  };
  let limit = town ? Math.min(PICK_DISTANCE_PX, measure(town)) : PICK_DISTANCE_PX;
  let best: Mark | undefined;
  for (const mark of marks) {
    const distance = measure(mark);
    if (distance > limit) continue;
    best = mark;
    limit = distance;
  }
  return best;
}

/**
 * Finds the towns that may lie within {@link PICK_DISTANCE_PX} of a place on the map, however many there are in all.
 * `reach` tells how far that is there, in degrees of longitude and latitude.
 */
export function indexTowns(
  settlements: readonly Settlement[],
): (place: Position, reach: readonly [lng: number, lat: number]) => readonly Settlement[] {
  const index = new KDBush(settlements.length);
  for (const { position } of settlements) index.add(position[0], position[1]);
  index.finish();
  return ([lng, lat], [east, north]) =>
    index
      .range(lng - east, lat - north, lng + east, lat + north)
      // In the order of the list, by which the first of two equal towns is picked.
      .sort((one, other) => one - other)
      .flatMap((number) => settlements[number] ?? []);
}

/** The degrees that a finger's tolerance covers around a point of a map that is not turned. */
export function measureReach(map: Pick<MapLibreMap, "unproject">, { x, y }: ScreenPoint): [number, number] {
  const before = map.unproject([x - PICK_DISTANCE_PX, y + PICK_DISTANCE_PX]);
  const after = map.unproject([x + PICK_DISTANCE_PX, y - PICK_DISTANCE_PX]);
  return [after.lng - before.lng, after.lat - before.lat];
}

/** Any town may become the selected one, so each has a ring, though nobody sees it; these are not hidden with the discs. */
const MARK_LAYERS = [
  "town-selected",
  nameNewsLayer("town-selected"),
  nameNewsLayer("towns"),
  "towns-contested",
];

/** The towns whose marks are drawn near a point: of those in tiles a zoom leaves out some. */
export function findDrawnTowns(
  map: MapLibreMap,
  { x, y }: ScreenPoint,
  settlementById: ReadonlyMap<string, Settlement>,
): readonly Settlement[] {
  const corner = (step: number): [number, number] => [x + step, y + step];
  const layers = MARK_LAYERS.filter((layer) => map.getLayer(layer));
  if (layers.length === 0) return [];
  const marks = map.queryRenderedFeatures([corner(-PICK_DISTANCE_PX), corner(PICK_DISTANCE_PX)], { layers });
  const ids = new Set(marks.map(({ properties }) => String(properties["id"])));
  return [...ids].flatMap((id) => settlementById.get(id) ?? []);
}

export interface MarkListening {
  /** Whether the map has a style: without one MapLibre cannot be asked for its layers. */
  readonly isDrawn: () => boolean;
  /** The towns that may lie within {@link PICK_DISTANCE_PX} of a point; more may be given. */
  readonly listTowns: (point: Point) => readonly Settlement[];
  /** The other marks that can be seen at the moment and have something to tell. */
  readonly listMarks: () => readonly HoverMark[];
  readonly describe: (mark: HoverMark) => string;
  /** What there is to tell of the ground where there is no mark. */
  readonly tellGround: (position: Position) => { readonly names: Names; readonly text: string } | undefined;
  readonly hoverLabel: HoverLabel;
  /** What there is to tell of a highway under the pointer. */
  readonly tellHighway: (id: string) => { readonly names: Names; readonly text: string } | undefined;
  readonly onPick: (selection: Selection | undefined) => void;
  readonly onPickEvents: (events: readonly StoryEvent[]) => void;
  /** What is under the pointer now, each time another than before; `undefined`: nothing that can be selected. */
  readonly onPoint: (selection: Selection | undefined) => void;
}

const NAME_LAYERS = [
  "names-selected",
  "names-major-changed",
  "names-major",
  "names-changed",
  "names-medium",
  "names-minor",
];

/** A line is hit this far from its middle, in CSS pixels. */
const LINE_REACH_PX = 5;

/** Tells what of towns, their names, posts and highways is clicked or pointed at, and labels the mark under the pointer. Returns what finds these. */
export function listenForMarks(map: MapLibreMap, listening: MarkListening) {
  const { isDrawn, listTowns, listMarks, describe, tellGround, tellHighway, hoverLabel, onPick } = listening;
  const findNamed = (point: Point): string | undefined => {
    const layers = NAME_LAYERS.filter((layer) => map.getLayer(layer));
    const [name] = layers.length > 0 ? map.queryRenderedFeatures(point, { layers }) : [];
    return name?.properties.id;
  };
  const findHighway = ({ x, y }: Point): string | undefined => {
    const layers = HIGHWAY_LAYERS.filter((layer) => map.getLayer(layer));
    const corner = (step: number): [number, number] => [x + step, y + step];
    const [line] =
      layers.length > 0
        ? map.queryRenderedFeatures([corner(-LINE_REACH_PX), corner(LINE_REACH_PX)], { layers })
        : [];
    return line?.properties["highway"];
  };
  const project = ({ position }: Placed) => map.project([position[0], position[1]]);
  const findMarks = (point: Point) => {
    const town = pickTown(listTowns(point), point, project);
    const mark = pickMark(listMarks(), town, point, project);
    const place = mark ? undefined : (town?.id ?? findNamed(point));
    const highway = mark || place !== undefined ? undefined : findHighway(point);
    return { town, mark, selection: mark ? mark.selection : toSelection(place, highway) };
  };
  const showLabel = ({ town, mark, selection }: ReturnType<typeof findMarks>, point: Point) => {
    const { lng, lat } = map.unproject(point);
    const other = mark || town ? undefined : tellOther(selection, [lng, lat]);
    hoverLabel.show(mark ?? town ?? other, point, mark ? describe(mark) : other?.text);
  };
  const tellOther = (selection: Selection | undefined, position: Position) =>
    selection?.kind === "highway" ? tellHighway(selection.id) : tellGround(position);
  let pointed: Selection | undefined;
  const point = (selection: Selection | undefined) => {
    if (isSameSelection(pointed, selection)) return;
    pointed = selection;
    listening.onPoint(selection);
  };

  map.on("click", ({ point }) => {
    if (!isDrawn()) return;
    const marks = findMarks(point);
    // A finger does not hover: for it the label of a mark comes with the touch.
    if (!marks.town) showLabel(marks, point);
    // A mark that only tells something is no click beside everything.
    if (marks.mark?.events) listening.onPickEvents(marks.mark.events);
    else if (!marks.mark || marks.selection) onPick(marks.selection);
  });
  map.on("mousemove", ({ point: at }) => {
    if (!isDrawn()) return;
    if (map.isMoving()) return hoverLabel.hide();
    const marks = findMarks(at);
    showLabel(marks, at);
    point(marks.mark?.about ?? marks.selection);
    map.getCanvas().style.cursor = (marks.selection ?? marks.mark?.events) ? "pointer" : "";
  });
  map.on("movestart", () => hoverLabel.hide());
  map.on("mouseout", () => {
    hoverLabel.hide();
    point(undefined);
  });
  return { find: findMarks, show: showLabel, point };
}

/** What {@link listenForMarks} finds and shows at a point of the map, for other ways to point than by hovering. */
export type Marks = ReturnType<typeof listenForMarks>;

function toSelection(place: string | undefined, highway: string | undefined): Selection | undefined {
  if (place !== undefined) return { kind: "place", id: place };
  return highway === undefined ? undefined : { kind: "highway", id: highway };
}
