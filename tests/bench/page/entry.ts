/** What `npm run bench` measures in a browser: our map beside plain MapLibre maps of the same ground, in one page. */
import type { FeatureCollection, Geometry } from "geojson";
import {
  type GeoJSONSource,
  type LayerSpecification,
  Map as MapLibreMap,
  type StyleSpecification,
} from "maplibre-gl";
import { buildAtlas, listAreasOn, listFrontLinesOn } from "../../../src/core/atlas.ts";
import type { Day } from "../../../src/core/day.ts";
import { defaultView, type View } from "../../../src/core/view.ts";
import { readCompiled } from "../../../src/data/compiled/compiled.ts";
import { fetchEventSpots } from "../../../src/layers/events.ts";
import { CONTROL_MARKER, FRONT_MARKER } from "../../../src/layers/ground-markers.ts";
import { createPageRenderer } from "../../../src/map/page/page-renderer.ts";
import { createMap } from "../../../src/map/live/MapView.ts";
import { supplyImages } from "../../../src/map/map-pieces.ts";
import { groundInWorld } from "../../../src/app/load-base.ts";
import { palettes } from "../../../styles/palette.ts";

/** Medians, in milliseconds. */
export interface PageTimes {
  /** Our map drawn once more without a change. */
  readonly redraw: number;
  /** Our map until another day's ground is on the screen, on the first way through the days and on the next. */
  readonly step: number;
  readonly stepAgain: number;
  /** The same until everything of the day is on the screen, names and marks too. */
  readonly stand: number;
  /** A MapLibre map of the same style, with the areas and lines in sources: a day given to these, until it is on the screen. */
  readonly setData: number;
  /** That style with the first of the days, as JSON: what a bare page needs to draw the same. */
  readonly style: string;
  /** A page of 3840 × 2160 pixels, from nothing to a picture in memory. */
  readonly picture: number;
  /** The same style drawn once by a plain MapLibre map of as many pixels, from nothing until it is there. */
  readonly plainPicture: number;
}

declare global {
  interface Window {
    measureSteps: (compiled: string, steps: number) => Promise<PageTimes>;
  }
}

const container = document.querySelector<HTMLElement>("#map") ?? document.body;

/** Our map keeps its MapLibre to itself; it is the one that adds layers of its own. */
let inner: MapLibreMap | undefined;
const { addLayer } = MapLibreMap.prototype;
MapLibreMap.prototype.addLayer = function note(...given) {
  // oxlint-disable-next-line no-this-alias -- The map itself is what is wanted.
  inner = this;
  return addLayer.apply(this, given);
};

window.measureSteps = async (compiled, steps) => {
  const bytes = new Uint8Array(await (await fetch(compiled)).arrayBuffer());
  const { dataset, trace } = await readCompiled(bytes);
  const { atlas, base } = await groundInWorld(buildAtlas(dataset, trace));
  await fetchEventSpots(atlas);
  const middle = Math.max(0, Math.floor(atlas.days.length / 2) - steps);
  const days = atlas.days.slice(middle, middle + steps + 1);
  const [first] = days;
  if (first === undefined) throw new Error("No days");
  const plainView = defaultView({
    ...dataset,
    has: () => false,
    languages: ["en"],
    layers: [],
    charts: [],
    sides: dataset.sides.map(({ id }) => id),
    isSaidBy: () => false,
    steps: [],
  });
  const viewOf = (day: Day): View => ({ ...plainView, day });

  const view = createMap({
    container,
    atlas,
    base,
    view: viewOf(first),
    palette: palettes.light,
    onSelect: () => {},
    onMove: () => {},
    onTrouble: () => {},
  });
  await waitFor(() => container.dataset.day === first);
  const map = inner;
  if (!map) throw new Error("No map");
  const drawn = () => renderOf(map);
  const redraws = [];
  for (let round = 0; round < steps; round++) {
    await pause(40);
    redraws.push(
      await time(() => {
        requestAnimationFrame(() => map.triggerRepaint());
        return drawn();
      }),
    );
  }
  const stands: number[] = [];
  const walk = async (way: readonly Day[]) => {
    const times = [];
    for (const day of way) {
      await pause(40);
      const began = performance.now();
      times.push(
        await time(() => {
          view.apply(viewOf(day), palettes.light);
          return drawn();
        }),
      );
      await waitFor(() => container.dataset.day === day);
      stands.push(performance.now() - began);
    }
    return median(times);
  };
  const step = await walk(days.slice(1));
  const stepAgain = await walk(days.toReversed().slice(1));
  const { center, zoom } = { center: map.getCenter(), zoom: map.getZoom() };
  const contentOf = (day: Day) => ({ areas: listAreasOn(atlas, day), lines: listFrontLinesOn(atlas, day) });
  const style = { ...drawGroundIn(map.getStyle(), contentOf(first)), center: [center.lng, center.lat], zoom };
  view.destroy();

  const plain = new MapLibreMap({
    container,
    style: style as StyleSpecification,
    attributionControl: false,
    fadeDuration: 0,
  });
  supplyImages(plain);
  await plain.once("idle");
  const sets = [];
  for (const day of days) {
    await pause(40);
    sets.push(
      await time(async () => {
        for (const [name, records] of Object.entries(contentOf(day))) {
          void plain.getSource<GeoJSONSource>(name)?.setData(collect(records));
        }
        await plain.once("idle");
        finish(plain);
      }),
    );
  }
  plain.remove();
  plain.remove();
  const plainPicture = await time(() => drawPlainly(style as StyleSpecification));
  const picture = await time(() => drawPicture({ atlas, base }, viewOf(first)));
  return {
    redraw: median(redraws),
    step,
    stepAgain,
    stand: median(stands),
    setData: median(sets),
    style: JSON.stringify(style),
    plainPicture,
    picture,
  };
};

type Ground = Readonly<Record<"areas" | "lines", readonly { readonly geometry: Geometry }[]>>;

function collect(records: readonly { readonly geometry: Geometry }[]): FeatureCollection {
  const features = records.map(({ geometry }) => ({ type: "Feature" as const, properties: {}, geometry }));
  return { type: "FeatureCollection", features };
}

const PICTURE = { widthPx: 1920, heightPx: 1080, pixelRatio: 2 } as const;

async function drawPicture(setting: Parameters<typeof createPageRenderer>[0], view: View): Promise<void> {
  const pages = await createPageRenderer(setting);
  const { canvas } = await pages.draw(view, { ...PICTURE, palette: palettes.light });
  canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
  pages.remove();
}

async function drawPlainly(style: StyleSpecification): Promise<void> {
  const hidden = document.createElement("div");
  hidden.style.cssText = `position:fixed;left:-9999px;width:${PICTURE.widthPx}px;height:${PICTURE.heightPx}px`;
  document.body.append(hidden);
  const map = new MapLibreMap({
    container: hidden,
    style,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio: PICTURE.pixelRatio,
    maxCanvasSize: [8192, 8192],
  });
  supplyImages(map);
  await map.once("idle");
  finish(map);
  map.remove();
  hidden.remove();
}

/** Our style with the ground of a day in sources, drawn where ours is drawn by programs of its own. */
function drawGroundIn(style: StyleSpecification, ground: Ground): StyleSpecification {
  const areas = { id: "areas", type: "fill", source: "areas", paint: { "fill-opacity": 0.2 } } as const;
  const lines = [
    { id: "casing", type: "line", source: "lines", paint: { "line-width": 6, "line-color": "#fff" } },
    { id: "lines", type: "line", source: "lines", paint: { "line-width": 3 } },
  ] as const;
  const layers = style.layers
    // What draws by itself cannot be written down.
    .filter(({ type }) => (type as string) !== "custom")
    .flatMap((layer): readonly LayerSpecification[] => {
      if (layer.id === CONTROL_MARKER) return [areas];
      return layer.id === FRONT_MARKER ? lines : [layer];
    });
  const sourceOf = (data: FeatureCollection) => ({ type: "geojson" as const, data });
  return {
    ...style,
    sources: {
      ...style.sources,
      areas: sourceOf(collect(ground.areas)),
      lines: sourceOf(collect(ground.lines)),
    },
    layers,
  };
}

async function renderOf(map: MapLibreMap): Promise<void> {
  await map.once("render");
  finish(map);
}

/** Until the graphics processor is done, too. */
function finish(map: MapLibreMap): void {
  const graphics = map.getCanvas().getContext("webgl2");
  graphics?.readPixels(0, 0, 1, 1, graphics.RGBA, graphics.UNSIGNED_BYTE, new Uint8Array(4));
}

async function time(task: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
