import { Map as MapLibreMap } from "maplibre-gl";
import type { Atlas } from "../../core/atlas.ts";
import { widenBounds } from "../../core/geometry.ts";
import type { View } from "../../core/view.ts";
import { wordsOf } from "../../words/index.ts";
import type { MapWords } from "../../words/map-words.ts";
import { choosePadding, chooseZoomRange, placeCamera, type Theatre } from "../camera.ts";
import { supplyImages } from "../map-pieces.ts";

/** Whether the browser offers what maps are drawn with. */
export function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

interface Start {
  readonly container: HTMLElement;
  readonly atlas: Atlas;
  readonly view: View;
  readonly isCooperative?: boolean;
}

/** `undefined` if the map cannot be started. */
export function tryToStart({
  container,
  atlas,
  view,
  isCooperative = false,
}: Start): MapLibreMap | undefined {
  try {
    const map = new MapLibreMap({
      container,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      fadeDuration: 0,
      cooperativeGestures: isCooperative,
      locale: nameGestures(wordsOf(view.language).map),
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

/** What the map says when somebody tries to move it as a map that has the page to itself. */
function nameGestures({ gestures }: MapWords): Record<string, string> {
  return {
    "CooperativeGesturesHandler.WindowsHelpText": gestures.control,
    "CooperativeGesturesHandler.MacHelpText": gestures.command,
    "CooperativeGesturesHandler.MobileHelpText": gestures.touch,
  };
}

/** Keeps the camera at the theatre. */
export function limitCamera(map: MapLibreMap, { dataset: { bounds } }: Atlas): void {
  const { minZoom, maxZoom } = chooseZoomRange(bounds);
  map.setMinZoom(minZoom);
  map.setMaxZoom(maxZoom);
  map.setMaxBounds(widenBounds(bounds));
}

export function findTheatre(container: HTMLElement, atlas: Atlas): Theatre {
  return { bounds: atlas.dataset.viewBounds, padding: choosePadding(container.clientWidth) };
}
