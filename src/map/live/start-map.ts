import { Map as MapLibreMap } from "maplibre-gl";
import type { Atlas } from "../../core/atlas.ts";
import { widenBounds } from "../../core/geometry.ts";
import type { View } from "../../core/view.ts";
import type { GestureWords } from "../../words/later-words.ts";
import { chooseBounds, choosePadding, chooseZoomRange, placeCamera, type Theatre } from "../camera.ts";
import { supplyImages } from "../map-pieces.ts";

/** Whether the browser offers what maps are drawn with. */
export function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

interface Start {
  readonly container: HTMLElement;
  readonly atlas: Atlas;
  readonly view: View;
  readonly gestures?: GestureWords | undefined;
}

/** `undefined` if the map cannot be started. */
export function tryToStart({ container, atlas, view, gestures }: Start): MapLibreMap | undefined {
  try {
    const map = new MapLibreMap({
      container,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      fadeDuration: 0,
      cooperativeGestures: gestures !== undefined,
      ...(gestures && { locale: nameGestures(gestures) }),
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    container.classList.add("atlas-map");
    supplyImages(map);
    limitCamera(map, atlas);
    placeCamera(map, view.camera, findTheatre(container, atlas));
    return map;
  } catch {
    return undefined;
  }
}

/** By the names that MapLibre has for them. */
function nameGestures({ control, command, touch }: GestureWords): Record<string, string> {
  const [windows, mac, mobile] = ["Windows", "Mac", "Mobile"].map(
    (system) => `CooperativeGesturesHandler.${system}HelpText`,
  ) as [string, string, string];
  return { [windows]: control, [mac]: command, [mobile]: touch };
}

/** Keeps the camera at the theatre. */
export function limitCamera(map: MapLibreMap, { dataset: { bounds } }: Atlas): void {
  const { minZoom, maxZoom } = chooseZoomRange(bounds);
  map.setMinZoom(minZoom);
  map.setMaxZoom(maxZoom);
  map.setMaxBounds(widenBounds(bounds));
}

export function findTheatre(container: HTMLElement, atlas: Atlas): Theatre {
  const { viewBounds, settlements } = atlas.dataset;
  const { clientWidth } = container;
  const cities = settlements.filter(({ importance }) => importance === 1).map(({ position }) => position);
  return {
    bounds: chooseBounds(viewBounds, cities, clientWidth),
    padding: choosePadding(clientWidth),
  };
}
