import { featureCollection } from "@turf/helpers";
import type { FeatureCollection } from "geojson";
import type { Atlas } from "../core/atlas.ts";
import type { Dataset } from "../core/dataset.ts";
import { addDays, type Day } from "../core/day.ts";
import type { Position } from "../core/geometry.ts";
import {
  type AdvancePatch,
  type Cuts,
  findAdvance,
  findCut,
  findLastChange,
  listCuts,
} from "../core/measure/advance.ts";
import { listFormerFronts } from "../core/measure/trail.ts";
import { findSide, nameSide } from "../core/sides.ts";
import { findGround } from "../core/view.ts";
import { byZoom, mapFonts, matchSide } from "../../styles/map/map-expressions.ts";
import { groundName } from "../../styles/map/map-images.ts";
import { chooseShade, listGroundImages } from "../../styles/map/ground-tones.ts";
import { wordsOf } from "../words/index.ts";
import type { GroundNote, LegendEntry, MapLayer, Scene, StyleLayers, StyleOptions } from "./layer.ts";

/**
 * The ground by the day on which it last changed hands: one hue a side, from light for early to dark for late, in the
 * side's pattern. The ground of stretches that are over and that of the present one are sources of their own, so that a
 * step to another day sends little to the map. The lines between the stretches carry their date, as contours do.
 */
export const advance: MapLayer = {
  key: "advance",
  sources: {
    "advance-past": {
      kind: "daily",
      nameContent: (scene) => nameGround(listPatches(scene).past),
      draw: (scene) => drawPatches(scene, listPatches(scene).past),
    },
    "advance-now": {
      kind: "daily",
      nameContent: (scene) => nameGround(listPatches(scene).now),
      draw: (scene) => drawPatches(scene, listPatches(scene).now),
    },
    "advance-cuts": {
      kind: "daily",
      nameContent: ({ language = "", ...scene }) => {
        if (findGround(scene) !== "changed") return undefined;
        const { atlas, day } = scene;
        return `${language} ${listCutDays(scene).join(" ")} ${atlas.dataset.control.findPhase(day)}`;
      },
      draw: drawCuts,
    },
  },
  style,
  legend: listEntries,
  tellGround: tellChange,
};

interface Patches {
  readonly past: readonly AdvancePatch[];
  readonly now: readonly AdvancePatch[];
}

const NO_PATCHES: Patches = { past: [], now: [] };

/** What has changed hands up to the day shown, as far as it is worked out: before its stretch of days, and in it. */
function listPatches(scene: Scene): Patches {
  if (findGround(scene) !== "changed") return NO_PATCHES;
  const { atlas, day } = scene;
  const cuts = cutsOf(atlas);
  const start = cuts.starts[findCut(cuts, day)] ?? day;
  const until = findAdvance(atlas).patches.filter((patch) => patch.day <= day);
  return {
    past: until.filter((patch) => patch.day < start),
    now: until.filter((patch) => patch.day >= start),
  };
}

const cutsOfStories = new WeakMap<Dataset, Cuts>();

function cutsOf({ dataset }: Atlas): Cuts {
  const cuts = cutsOfStories.get(dataset) ?? listCuts(dataset.firstDay, dataset.lastDay);
  cutsOfStories.set(dataset, cuts);
  return cuts;
}

function nameGround(patches: readonly AdvancePatch[]): string | undefined {
  const last = patches.at(-1);
  return last && `${patches[0]?.day} ${last.day} ${patches.length}`;
}

/** In order of day: what changed hands last is drawn last, over all before it. */
function drawPatches({ atlas }: Scene, patches: readonly AdvancePatch[]): FeatureCollection {
  const cuts = cutsOf(atlas);
  return featureCollection(
    patches.map(({ day, side = "", geometry }) => ({
      type: "Feature",
      properties: { side, shade: chooseShade(findCut(cuts, day), cuts.starts.length) },
      geometry,
    })),
  );
}

/** The last days of the stretches that are over, the latest first. */
function listCutDays({ atlas, day }: Scene): Day[] {
  return cutsOf(atlas)
    .starts.slice(1)
    .map((start) => addDays(start, -1))
    .filter((end) => end < day)
    .toReversed();
}

function drawCuts(scene: Scene): FeatureCollection {
  const { atlas, day, language = "" } = scene;
  const { dates } = wordsOf(language);
  return featureCollection(
    listFormerFronts(atlas, day, listCutDays(scene)).map(({ day: end, courses }) => ({
      type: "Feature",
      properties: { date: dates.short(end) },
      geometry: { type: "MultiLineString", coordinates: [...courses] },
    })),
  );
}

function style({ palette, sides }: StyleOptions): StyleLayers {
  const image = matchSide(
    ["concat", ["get", "side"], " ", ["to-string", ["get", "shade"]]],
    listGroundImages(palette, sides).map(([side, shade, name]) => [`${side} ${shade}`, name]),
    groundName("plain", palette.land, palette.land),
  );
  const ground = (source: string) =>
    ({
      id: source,
      type: "fill",
      source,
      // With their edges drawn too, no gap of a fraction of a pixel shows between two patches.
      paint: { "fill-pattern": image, "fill-antialias": true },
    }) as const;
  return {
    washes: [ground("advance-past"), ground("advance-now")],
    "former-lines": [
      {
        id: "advance-cuts",
        type: "line",
        source: "advance-cuts",
        layout: { "line-join": "round" },
        paint: { "line-color": palette.ink, "line-opacity": 0.75, "line-width": byZoom([7, 0.8], [12, 1.3]) },
      },
    ],
    dates: [
      {
        id: "advance-dates",
        type: "symbol",
        source: "advance-cuts",
        layout: {
          "symbol-placement": "line",
          "symbol-spacing": 180,
          "text-field": ["get", "date"],
          "text-font": mapFonts.medium,
          "text-size": byZoom([7, 10], [10, 11.5]),
          "text-max-angle": 50,
          "text-padding": 2,
        },
        paint: { "text-color": palette.ink, "text-halo-color": palette.labelHalo, "text-halo-width": 1.6 },
      },
    ],
  };
}

function listEntries(scene: Scene): LegendEntry[] {
  const { past, now } = listPatches(scene);
  const { atlas, day } = scene;
  const cuts = cutsOf(atlas);
  const taking = new Set([...past, ...now].map(({ side }) => side));
  const starts = cuts.starts.slice(0, findCut(cuts, day) + 1);
  const shades = starts.map((_, index) => chooseShade(index, cuts.starts.length));
  const ramps = atlas.dataset.sides
    .filter(({ id }) => taking.has(id))
    .map(
      ({ id }): LegendEntry => ({
        kind: "advance",
        key: `advance ${id} ${shades.join(" ")}`,
        subject: `advance ${id}`,
        sign: (pen) => pen.ground(id, shades),
        width: "ramp",
        describe: ({ layers, language }) => layers.advance.taken(nameSide(atlas.dataset, id, language)),
      }),
    );
  // One row of dates serves all ramps, and stands below the last.
  const last = ramps.pop();
  if (last) {
    ramps.push({
      ...last,
      listMarks: ({ dates }) =>
        starts.map((start, index) => {
          if (cuts.unit === "week") return dates.brief(start);
          if (cuts.unit === "month") return dates.month(start, false);
          return index === 0 || start.slice(5, 7) === "01" ? start.slice(0, 4) : "";
        }),
    });
  }
  if (listFormerFronts(atlas, day, ramps.length > 0 ? listCutDays(scene) : []).length > 0) {
    ramps.push({
      kind: "advance-cuts",
      key: "advance-cuts",
      sign: (pen) => pen.line(pen.palette.ink, 1, { opacity: 0.75 }),
      describe: ({ layers }) => layers.advance.cuts[cuts.unit],
    });
  }
  return ramps;
}

/** Of ground that has changed hands: since when it is whose, and whose it was before. */
function tellChange(scene: Scene, position: Position): GroundNote | undefined {
  if (findGround(scene) !== "changed") return undefined;
  const { atlas, day } = scene;
  const change = findLastChange(atlas, position, day);
  if (!change) return undefined;
  const { dataset } = atlas;
  const holder = findSide(dataset, change.side);
  const before = dataset.control.findSide(position, change.eve);
  return {
    ...(holder && { names: holder.name }),
    describe: ({ layers, dates, language }) => {
      const earliest = addDays(change.eve, 1);
      const when = earliest === change.day ? dates.long(change.day) : dates.window(earliest, change.day);
      return layers.advance.since(when, before && nameSide(dataset, before, language));
    },
  };
}
