import type { FeatureCollection } from "geojson";
import type { Atlas } from "../core/atlas.ts";
import { createShelf } from "../core/archive/shelf.ts";
import { countVertices, widenBounds } from "../core/geometry.ts";
import type { Scene, ShownView, SourceDrawing } from "../layers/layer.ts";
import { LAYERS } from "../layers/layers.ts";
import { findTownStates, type TownStates } from "../layers/settlements.ts";
import { leaveOutNamed } from "./base/other-places.ts";
import { type BaseMap, findBaseBounds, labelRivers, placeRegionNames } from "./base/base.ts";

/** What the map shows of a view: the content of every source that changes with it, and the state of the towns. */
export interface Picture {
  readonly sources: ReadonlyMap<string, FeatureCollection>;
  readonly townStates: TownStates;
}

export interface Pictures {
  /** The sources that are the same on every day. */
  readonly still: ReadonlyMap<string, FeatureCollection>;
  /**
   * The picture of a view. What is the same in two views is the same object in their pictures, so comparing by reference
   * tells what has to be drawn anew.
   */
  draw(view: ShownView): Picture;
}

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/** How many vertices and towns of drawn days are kept: some hundred megabytes. */
const KEPT_MARKS = 1_000_000;

export interface PictureOptions {
  /** The towns come from elsewhere: they are left out of {@link Pictures.still}. */
  readonly hasTiledTowns?: boolean;
}

/** Draws the days of a story over a base, each part once while there is room to keep it. */
export function createPictures(
  atlas: Atlas,
  base: BaseMap,
  { hasTiledTowns = false }: PictureOptions = {},
): Pictures {
  const keepDrawn = createShelf<FeatureCollection>(KEPT_MARKS, countMarks);
  const sources = LAYERS.flatMap((layer) => Object.entries(layer.sources));

  function drawSource(name: string, { draw, nameContent }: Daily, scene: Scene): FeatureCollection {
    if (nameContent) {
      const content = nameContent(scene);
      if (content === undefined) return NOTHING;
      return keepDrawn(`${name} ${content}`, () => draw(scene)) ?? NOTHING;
    }
    // For a few marks drawing costs less than asking whether they differ.
    const drawn = draw(scene);
    const properties = drawn.features.map((feature) => feature.properties);
    return keepDrawn(`${name} ${JSON.stringify(properties)}`, () => drawn) ?? NOTHING;
  }

  function draw(view: ShownView): Picture {
    const scene = { ...view, atlas };
    const drawn = sources.flatMap(([name, source]) =>
      source.kind === "daily" ? [[name, drawSource(name, source, scene)] as const] : [],
    );
    return { townStates: findTownStates(atlas, view.day), sources: new Map(drawn) };
  }

  const still = drawBase(atlas, base);
  for (const [name, source] of sources) {
    if (source.kind === "still" && !(hasTiledTowns && name === "towns")) still.set(name, source.draw(atlas));
  }
  return { still, draw };
}

type Daily = Extract<SourceDrawing, { readonly kind: "daily" }>;

/** The content of the sources that the base fills. */
export function drawBase({ dataset }: Atlas, base: BaseMap): Map<string, FeatureCollection> {
  const isEmpty = findBaseBounds(base) === undefined;
  return new Map<string, FeatureCollection>([
    ["land", base.land],
    ["coasts", base.coasts],
    ["lakes", base.lakes],
    ["rivers", labelRivers(base.rivers)],
    ["roads", base.roads],
    ["borders", base.borders],
    ["base-places", leaveOutNamed(base.places, dataset.settlements)],
    ["regions", isEmpty ? NOTHING : placeRegionNames(base.land, dataset.bounds, widenBounds(dataset.bounds))],
  ]);
}

function countMarks({ features }: FeatureCollection): number {
  return features.reduce(
    (sum, { geometry }) => sum + ("coordinates" in geometry ? countVertices(geometry.coordinates) : 1),
    0,
  );
}
