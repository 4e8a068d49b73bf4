import "../../../styles/page/print.css";
import type { Map as MapLibreMap } from "maplibre-gl";

const copied = new WeakSet<MapLibreMap>();

/** What is printed on upright A4 is about so wide, and a map so high at most, in CSS pixels; other papers scale it. */
const [PAPER_PX, HIGHEST_PX] = [690, 500];

/**
 * Puts a copy of the map in its place whenever the page is printed: what lies on the graphics processor comes out empty in some
 * browsers, and in others as it was before the page took the size of the paper. It ends with the map; once more does nothing.
 */
export function copyForPrint(map: MapLibreMap): void {
  if (copied.has(map)) return;
  copied.add(map);
  const container = map.getContainer();
  const copy = document.createElement("canvas");
  copy.className = "map-print";
  copy.ariaHidden = "true";
  const credits = document.createElement("p");
  credits.className = "print-credits";

  const begin = () => {
    const area = container.closest<HTMLElement>(".map-area") ?? container;
    const { clientWidth, clientHeight } = area;
    area.style.setProperty("--map-width", `${clientWidth}px`);
    area.style.setProperty("--map-height", `${clientHeight}px`);
    const zoom = Math.min(PAPER_PX / Math.max(1, clientWidth), HIGHEST_PX / Math.max(1, clientHeight));
    area.style.setProperty("--map-zoom", String(zoom));
    // The pixels are there until this task is over.
    map.redraw();
    const source = map.getCanvas();
    Object.assign(copy, { width: source.width, height: source.height });
    copy.getContext("2d")?.drawImage(source, 0, 0);
    container.append(copy);
    container.dataset.copied = "";
    // Those of a second map are the same.
    if (container.parentElement !== area) return;
    credits.textContent = container.querySelector(".maplibregl-ctrl-attrib-inner")?.textContent ?? "";
    area.append(credits);
  };
  const end = () => {
    copy.remove();
    copy.width = 0;
    credits.remove();
    delete container.dataset.copied;
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  map.once("remove", () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
    end();
  });
}
