import type { Map as MapLibreMap, Point } from "maplibre-gl";
import type { Settlement } from "../core/dataset.ts";
import type { HoverLabel } from "./hover-label.ts";

/** A finger's tolerance, in CSS pixels. */
const PICK_DISTANCE_PX = 12;

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

export interface TownListening {
  readonly settlements: readonly Settlement[];
  readonly hoverLabel: HoverLabel;
  readonly onPick: (settlement: string | undefined) => void;
}

const NAME_LAYERS = ["names-selected", "names-major", "names-changed", "names-medium", "names-minor"];

/** Tells of clicks on towns and on their names, and shows that they can be clicked. */
export function listenForTowns(map: MapLibreMap, { settlements, hoverLabel, onPick }: TownListening): void {
  const findNamed = (point: Point): string | undefined => {
    const layers = NAME_LAYERS.filter((layer) => map.getLayer(layer));
    const [name] = layers.length > 0 ? map.queryRenderedFeatures(point, { layers }) : [];
    return name?.properties.id;
  };
  const findDisc = (point: Point) =>
    pickTown(settlements, point, ({ position }) => map.project([position[0], position[1]]));

  map.on("click", ({ point }) => onPick(findDisc(point)?.id ?? findNamed(point)));
  map.on("mousemove", ({ point }) => {
    const disc = map.isMoving() ? undefined : findDisc(point);
    hoverLabel.show(disc, point);
    map.getCanvas().style.cursor = disc || findNamed(point) ? "pointer" : "";
  });
  map.on("movestart", () => hoverLabel.show(undefined, { x: 0, y: 0 }));
  map.on("mouseout", ({ point }) => hoverLabel.show(undefined, point));
}
