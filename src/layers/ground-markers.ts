import type { LayerSpecification } from "maplibre-gl";

/** The style layers below which the map draws who holds what, and the front line: MapLibre's styles know no such layers. */
export const CONTROL_MARKER = "control-here";
export const FRONT_MARKER = "front-lines-here";

/** A style layer that draws nothing. */
export function drawMarker(id: string): LayerSpecification {
  return { id, type: "background", paint: { "background-opacity": 0 } };
}
