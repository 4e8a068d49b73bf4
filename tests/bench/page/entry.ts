/** What `npm run bench` measures in a browser: our map beside plain MapLibre maps of the same ground, in one page. */
import { type GeoJSONSource, Map as MapLibreMap, type StyleSpecification } from "maplibre-gl";
import { buildAtlas, listAreasOn, listFrontLinesOn } from "../../../src/core/atlas.ts";
import type { Day } from "../../../src/core/day.ts";
import { defaultView, type View } from "../../../src/core/view.ts";
import { readCompiled } from "../../../src/data/compiled/compiled.ts";
import { createMap } from "../../../src/map/live/MapView.ts";
import { NO_BASE } from "../../../src/app/load-base.ts";
import { palettes } from "../../../styles/palette.ts";

/** Medians, in milliseconds. */
export interface PageTimes {
  /** Our map drawn once more without a change. */
  readonly redraw: number;
  /** Our map until another day's ground is on the screen, on the first way through the days and on the next. */
  readonly step: number;
  readonly stepAgain: number;
  /** A plain map with the same areas and lines: a day given to its sources, until that is on the screen. */
  readonly setData: number;
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
  const atlas = buildAtlas(dataset, trace);
  const { bounds } = dataset;
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
    base: { ...NO_BASE, bounds },
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
  const walk = async (way: readonly Day[]) => {
    const times = [];
    for (const day of way) {
      await pause(40);
      times.push(
        await time(() => {
          view.apply(viewOf(day), palettes.light);
          return drawn();
        }),
      );
      await waitFor(() => container.dataset.day === day);
    }
    return median(times);
  };
  const step = await walk(days.slice(1));
  const stepAgain = await walk(days.toReversed().slice(1));
  view.destroy();

  const plain = new MapLibreMap({
    container,
    style: drawPlainStyle(),
    attributionControl: false,
    fadeDuration: 0,
  });
  plain.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], { animate: false });
  await plain.once("idle");
  const sets = [];
  for (const day of days) {
    await pause(40);
    sets.push(
      await time(async () => {
        const content = { areas: listAreasOn(atlas, day), lines: listFrontLinesOn(atlas, day) };
        for (const [name, records] of Object.entries(content)) {
          const features = records.map(({ geometry }) => ({
            type: "Feature" as const,
            properties: {},
            geometry,
          }));
          void plain.getSource<GeoJSONSource>(name)?.setData({ type: "FeatureCollection", features });
        }
        await plain.once("idle");
        finish(plain);
      }),
    );
  }
  plain.remove();
  return { redraw: median(redraws), step, stepAgain, setData: median(sets) };
};

function drawPlainStyle(): StyleSpecification {
  const empty = { type: "geojson" as const, data: { type: "FeatureCollection" as const, features: [] } };
  return {
    version: 8,
    sources: { areas: empty, lines: empty },
    layers: [
      { id: "areas", type: "fill", source: "areas", paint: { "fill-opacity": 0.2 } },
      { id: "casing", type: "line", source: "lines", paint: { "line-width": 6, "line-color": "#fff" } },
      { id: "lines", type: "line", source: "lines", paint: { "line-width": 3 } },
    ],
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
