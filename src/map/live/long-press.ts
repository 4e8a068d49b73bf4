import type { Map as MapLibreMap, Point } from "maplibre-gl";
import type { Atlas } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import type { Words } from "../../words/types.ts";
import type { HoverLabel } from "./hover-label.ts";
import type { Marks } from "./picking.ts";
import { readGround, readSettlement } from "./read-place.ts";

/** A finger that rests so long reads what is under it. */
const REST_MS = 500;
/** It rests as long as it has not moved further, in CSS pixels. */
const STILL_PX = 10;
/** How far the label stands from the middle of the finger, and from the edges of the map. */
const [FINGER_PX, EDGE_PX] = [36, 8];

export interface PressListening {
  /** Of {@link listenForMarks}. */
  readonly marks: Marks;
  readonly hoverLabel: HoverLabel;
  /** What is shown now. */
  readonly scene: () => { readonly atlas: Atlas; readonly day: Day; readonly words: Words };
}

/**
 * Lets one finger that rests on the map read what a pointer reads by hovering. A movement, or a second finger, makes it a pan or a
 * pinch, as ever. The next tap puts the label away; it selects what it hits, and deselects nothing. Returns what ends that.
 */
export function listenForLongPress(
  map: MapLibreMap,
  { marks, hoverLabel, scene }: PressListening,
): () => void {
  const container = map.getContainer();
  const abort = new AbortController();
  const { signal } = abort;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start: Point | undefined;
  let isReading = false;
  /** The finger that is down has read something. */
  let hasRead = false;
  const forget = () => {
    clearTimeout(timer);
    start = undefined;
  };
  /** Fills the label; says whether there is anything to tell. */
  const read = (point: Point): boolean => {
    const found = marks.find(point);
    const { atlas, day, words } = scene();
    const town =
      found.town ??
      (found.selection?.kind === "place" ? atlas.settlementById.get(found.selection.id) : undefined);
    const { lng, lat } = map.unproject(point);
    marks.show(found, point);
    if (!found.mark && found.selection?.kind !== "highway") {
      const reading = town
        ? readSettlement(atlas, town, day, words)
        : readGround(atlas, [lng, lat], day, words);
      hoverLabel.show(reading, point, reading?.text);
    }
    marks.point(found.mark?.about ?? found.selection);
    return !hoverLabel.element.hidden;
  };
  const close = () => {
    isReading = false;
    hoverLabel.hide();
    marks.point(undefined);
  };
  const subscriptions = [
    map.on("touchstart", ({ point, points }) => {
      forget();
      hasRead = false;
      if (points.length > 1) return;
      start = point;
      timer = setTimeout(() => {
        hasRead = isReading = read(point);
        if (hasRead) placeLabel(hoverLabel.element, container, point);
      }, REST_MS);
    }),
    map.on("touchmove", ({ point }) => {
      if (start && start.dist(point) > STILL_PX) forget();
    }),
    map.on("movestart", () => {
      forget();
      isReading = false;
    }),
    map.on("touchcancel", forget),
    map.on("touchend", ({ originalEvent }) => {
      // The click that would follow would select, or put the label away.
      if (hasRead && isReading) originalEvent.preventDefault();
      forget();
    }),
  ];
  // A finger that rests opens no menu, neither that of the browser nor that of the system.
  const refuseMenu = (event: Event) => start && event.preventDefault();
  container.addEventListener("contextmenu", refuseMenu, { signal, capture: true });
  container.style.setProperty("-webkit-touch-callout", "none");
  window.addEventListener(
    "click",
    (event) => {
      if (!isReading) return;
      close();
      const { canvas, x, y } = locate(map, event);
      if (event.target === canvas && !marks.find(map.project(map.unproject([x, y]))).selection)
        event.stopPropagation();
    },
    { signal, capture: true },
  );
  return () => {
    forget();
    abort.abort();
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}

function locate(map: MapLibreMap, { clientX, clientY }: MouseEvent) {
  const canvas = map.getCanvas();
  const { left, top } = canvas.getBoundingClientRect();
  return { canvas, x: clientX - left, y: clientY - top };
}

/** Above the finger; beside it where there is no room above. Never beyond the edges of the map. */
function placeLabel(label: HTMLElement, container: HTMLElement, { x, y }: Point): void {
  const { offsetWidth: width, offsetHeight: height } = label;
  const { clientWidth, clientHeight } = container;
  const clamp = (value: number, most: number) => Math.max(EDGE_PX, Math.min(most - EDGE_PX, value));
  const isRoomAbove = y - FINGER_PX - height >= EDGE_PX;
  const left = clamp(x - width / 2, clientWidth - width);
  const top = isRoomAbove ? y - FINGER_PX - height : clamp(y + FINGER_PX, clientHeight - height);
  label.style.transform = `translate(${left}px, ${top}px)`;
}
