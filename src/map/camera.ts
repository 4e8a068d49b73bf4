import type { Map as MapLibreMap } from "maplibre-gl";
import type { Bounds, Position } from "../core/geometry.ts";
import type { Camera } from "../core/view.ts";

/** Room around the whole theatre. */
export type Padding = Readonly<Record<"top" | "right" | "bottom" | "left", number>>;
/** A town this close to the edge of the map counts as out of sight. */
const EDGE_PX = 40;
const MOVE_MS = 600;

/** How far beyond the theatre the map may be dragged, in degrees: wide screens show more than the theatre. */
const MARGIN_DEGREES = { lng: 1.6, lat: 0.9 };

export function widenBounds([west, south, east, north]: Bounds): [number, number, number, number] {
  const { lng, lat } = MARGIN_DEGREES;
  return [west - lng, south - lat, east + lng, north + lat];
}

/** A map narrower than this is a phone's. */
const NARROW_PX = 640;

/**
 * Room for the title bar, which lies over the top of the map, and for the names of towns near the edge: on a phone
 * Aleppo, at the eastern end of the theatre, would else be cut off.
 */
export function choosePadding(widthPx: number): Padding {
  return widthPx < NARROW_PX
    ? { top: 66, right: 58, bottom: 16, left: 4 }
    : { top: 62, right: 24, bottom: 24, left: 24 };
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
