/** A page that does nothing but draw one day with MapLibre: what ours is compared with. */
import { Map as MapLibreMap, type StyleSpecification } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { supplyImages } from "../../../src/map/map-pieces.ts";

const container = document.querySelector<HTMLElement>("#map") ?? document.body;
const style = (await (await fetch("style.json")).json()) as StyleSpecification;
const map = new MapLibreMap({ container, style, fadeDuration: 0 });
supplyImages(map);
map.on("render", () => {
  const isNoted = performance.getEntriesByName("front-line").length > 0;
  if (!isNoted && map.getSource("lines") && map.isSourceLoaded("lines")) performance.mark("front-line");
});
map.once("idle", () => {
  container.dataset["day"] = "drawn";
});
