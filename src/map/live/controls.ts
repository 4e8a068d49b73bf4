import { AttributionControl, type IControl, type Map as MapLibreMap, NavigationControl } from "maplibre-gl";
import type { MapWords } from "../../words/map-words.ts";
import { chooseScaleBar, describeLength } from "../scale-bar.ts";

export interface Controls {
  /** Says everything in another language. MapLibre itself takes its texts only once, at the start. */
  name(words: MapWords): void;
  /** Takes them off the map. */
  remove(): void;
}

const SCALE_WIDTH_PX = 110;
/** A map narrower than this shows its credits when asked to. */
const NARROW_PX = 640;

/** Zoom buttons, scale and credits, in the corner the interface leaves free. */
export function addControls(map: MapLibreMap, credits: readonly string[], firstWords: MapWords): Controls {
  let words = firstWords;
  const scale = document.createElement("div");
  scale.className = "maplibregl-ctrl map-scale";
  const updateScale = () => {
    const bar = chooseScaleBar(map.getCenter().lat, map.getZoom(), SCALE_WIDTH_PX);
    scale.style.width = `${bar.widthPx}px`;
    scale.textContent = describeLength(bar.lengthMetres, words);
  };
  const scaleControl: IControl = {
    onAdd: () => {
      map.on("move", updateScale);
      return scale;
    },
    onRemove: () => {
      map.off("move", updateScale);
      scale.remove();
    },
  };
  const attribution = new AttributionControl({
    compact: true,
    customAttribution: credits.map((credit) => escapeMarkup(credit)),
  });
  const added = [attribution, scaleControl, new NavigationControl({ showCompass: false })];
  for (const control of added) map.addControl(control, "bottom-right");
  const container = map.getContainer();
  foldCredits(container);
  let wasNarrow = false;
  const makeRoom = () => {
    const isNarrow = container.clientWidth < NARROW_PX;
    if (isNarrow && !wasNarrow) closeCredits(container);
    wasNarrow = isNarrow;
  };
  makeRoom();
  map.on("resize", makeRoom);
  const controls: Controls = {
    name(spoken) {
      words = spoken;
      nameElement(container, ".maplibregl-ctrl-zoom-in", words.zoomIn);
      nameElement(container, ".maplibregl-ctrl-zoom-out", words.zoomOut);
      nameElement(container, ".maplibregl-ctrl-attrib-button", words.credits);
      updateScale();
    },
    remove() {
      for (const control of added) map.removeControl(control);
      map.off("resize", makeRoom);
    },
  };
  controls.name(firstWords);
  return controls;
}

function nameElement(container: HTMLElement, selector: string, name: string): void {
  for (const element of container.querySelectorAll<HTMLElement>(selector)) {
    element.title = name;
    element.ariaLabel = name;
  }
}

function closeCredits(container: HTMLElement): void {
  const credits = container.querySelector(".maplibregl-ctrl-attrib");
  credits?.removeAttribute("open");
  credits?.classList.remove("maplibregl-compact-show");
}

const FOLDED = "is-folded";

/** Leaves one line of the credits, the shortest first, until their button is pressed: then all of them, then none. */
function foldCredits(container: HTMLElement): void {
  const credits = container.querySelector(".maplibregl-ctrl-attrib");
  credits?.classList.add(FOLDED);
  credits?.addEventListener(
    "click",
    (event) => {
      const isButton =
        event.target instanceof Element && event.target.matches(".maplibregl-ctrl-attrib-button");
      if (!isButton || !credits.classList.contains(FOLDED)) return;
      credits.classList.remove(FOLDED);
      // Closed, they are opened by MapLibre.
      if (!credits.classList.contains("maplibregl-compact-show")) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

/** MapLibre takes credits as markup; those of a data set are text. */
function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
