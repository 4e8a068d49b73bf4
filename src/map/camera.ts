import type { Map as MapLibreMap } from "maplibre-gl";
import { type Bounds, findLargerSide, type Position } from "../core/geometry.ts";
import type { Camera } from "../core/view.ts";

/** Room around the whole theatre. */
export type Padding = Readonly<Record<"top" | "right" | "bottom" | "left", number>>;
/** A town this close to the edge of the map counts as out of sight. */
const EDGE_PX = 40;
const MOVE_MS = 600;

/** MapLibre's world is this wide at zoom 0. */
export const WORLD_PX = 512;
/** As small as the theatre may be drawn: a quarter of a laptop's map. */
const LEAST_SIDE_PX = 245;

/** Zooms between which a theatre can be looked at: from a small picture of the whole to single streets of its towns. */
export function chooseZoomRange(bounds: Bounds): { minZoom: number; maxZoom: number } {
  const minZoom = Math.log2((LEAST_SIDE_PX * 360) / (WORLD_PX * findLargerSide(bounds)));
  return { minZoom: Math.min(14, Math.max(0, minZoom)), maxZoom: Math.min(20, Math.max(14, minZoom + 7.5)) };
}

/** A map narrower than this is a phone's. */
const NARROW_PX = 640;

/**
 * Room for the title bar, which lies over the top of the map, and for the names of towns near the edge: a city a little
 * north of the theatre would else be half under the bar, and on a phone a city at the eastern end cut off.
 */
export function choosePadding(widthPx: number): Padding {
  return widthPx < NARROW_PX
    ? { top: 72, right: 50, bottom: 34, left: 8 }
    : { top: 100, right: 24, bottom: 24, left: 24 };
}

/** A map is shown this much wider or higher at most for the sake of cities beside what it would show. */
const MOST_WIDER = 1.5;

/**
 * What a map without camera has to show, in degrees: on a narrow one, with room for few names and little that is known around them, the
 * cities too that lie beside `bounds`. Where they lie so far off that the ground would become small, they are left out, all of them.
 */
export function chooseBounds(bounds: Bounds, cities: readonly Position[], widthPx: number): Bounds {
  if (widthPx >= NARROW_PX) return bounds;
  const [west, south, east, north] = bounds;
  const [lngs, lats] = [cities.map(([lng]) => lng), cities.map(([, lat]) => lat)];
  const wider: Bounds = [
    Math.min(west, ...lngs),
    Math.min(south, ...lats),
    Math.max(east, ...lngs),
    Math.max(north, ...lats),
  ];
  const isNear =
    wider[2] - wider[0] <= MOST_WIDER * (east - west) && wider[3] - wider[1] <= MOST_WIDER * (north - south);
  return isNear ? wider : bounds;
}

/** What a view without camera shows. */
export interface Theatre {
  readonly bounds: Bounds;
  readonly padding: Padding;
}

/** Puts the camera where the view wants it, at once; `undefined` is the whole theatre. */
export function placeCamera(map: MapLibreMap, camera: Camera | undefined, theatre: Theatre): void {
  if (camera) map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom });
  else map.fitBounds([...theatre.bounds], { padding: theatre.padding, duration: 0 });
}

/** The same, with a movement to follow. MapLibre leaves the movement out for readers who ask for less motion. */
export function moveCamera(map: MapLibreMap, camera: Camera | undefined, theatre: Theatre): void {
  if (camera) map.easeTo({ center: [camera.lng, camera.lat], zoom: camera.zoom, duration: MOVE_MS });
  else map.fitBounds([...theatre.bounds], { padding: theatre.padding, duration: MOVE_MS });
}

/** Brings a place into the picture; does nothing if it can be seen already. */
export function showPlace(map: MapLibreMap, position: Position): void {
  const { x, y } = map.project([...position]);
  const { clientWidth, clientHeight } = map.getContainer();
  const isInSight = x > EDGE_PX && x < clientWidth - EDGE_PX && y > EDGE_PX && y < clientHeight - EDGE_PX;
  if (!isInSight) map.easeTo({ center: [...position], duration: MOVE_MS });
}

export function readCamera(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom() };
}

/** Width and height of a map in CSS pixels. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** The camera with which a map of another size shows all that `camera` shows on the screen, and as little more as can be. */
export function fitCamera(camera: Camera, screen: ScreenSize, size: ScreenSize): Camera {
  const ratio = Math.min(size.width / screen.width, size.height / screen.height);
  return { ...camera, zoom: camera.zoom + Math.log2(ratio) };
}

/** Whether two cameras show the same picture. An address rounds a camera, so equal means nearly equal. */
export function isSameCamera(one: Camera | undefined, other: Camera | undefined): boolean {
  if (!one || !other) return one === other;
  const isNear = (a: number, b: number) => Math.abs(a - b) < 0.006;
  return (
    isNear(one.zoom, other.zoom) &&
    isNear(one.lng * 50, other.lng * 50) &&
    isNear(one.lat * 50, other.lat * 50)
  );
}
