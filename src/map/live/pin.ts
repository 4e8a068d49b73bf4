import type { Map as MapLibreMap } from "maplibre-gl";
import type { Position } from "../../core/geometry.ts";
import "./pin.css";

interface Pin {
  readonly put: (position: Position) => void;
  readonly remove: () => void;
}

const pins = new WeakMap<MapLibreMap, Pin>();

/**
 * Puts the one pin of a map at a position, where it can be dragged from by the pointer; `undefined` takes it away. It is no way for
 * keys: positions are typed beside it.
 */
export function putPin(
  map: MapLibreMap,
  position: Position | undefined,
  onMove: ((position: Position) => void) | undefined,
): void {
  const known = pins.get(map);
  if (!position) {
    known?.remove();
    pins.delete(map);
    return;
  }
  const pin = known ?? createPin(map, position, onMove);
  pins.set(map, pin);
  pin.put(position);
}

function createPin(
  map: MapLibreMap,
  first: Position,
  onMove: ((position: Position) => void) | undefined,
): Pin {
  let position = first;
  const element = document.createElement("div");
  element.className = "map-pin";
  element.setAttribute("aria-hidden", "true");
  map.getContainer().append(element);
  const draw = () => {
    const { x, y } = map.project([position[0], position[1]]);
    element.style.translate = `${x}px ${y}px`;
  };
  map.on("move", draw);
  map.on("resize", draw);
  element.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    event.stopPropagation();
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    const box = map.getContainer().getBoundingClientRect();
    const { lng, lat } = map.unproject([event.clientX - box.left, event.clientY - box.top]).wrap();
    position = [lng, lat];
    draw();
    onMove?.(position);
  });
  return {
    put(asked) {
      position = asked;
      draw();
    },
    remove() {
      map.off("move", draw);
      map.off("resize", draw);
      element.remove();
    },
  };
}
