import type { FeatureCollection } from "geojson";
import type { LayerSpecification } from "maplibre-gl";
import type { Atlas } from "../core/atlas.ts";
import type { Position } from "../core/geometry.ts";
import type { Names, Script } from "../core/names.ts";
import type { Side, StoryEvent } from "../core/records.ts";
import type { Selectable, Selection } from "../core/selection.ts";
import type { LabelScript, View } from "../core/view.ts";
import type { Words } from "../words/types.ts";
import type { Palette } from "../../styles/palette.ts";
import type { Sign } from "../../styles/map/sign.ts";

/**
 * Of a view what changes the marks on the map: not where the reader looks from, nor in which
 * colours; of the language only the dates that lines carry. What is left out is as in a view that nobody has changed.
 */
export interface ShownView
  extends Pick<View, "day">,
    Partial<
      Pick<View, "compared" | "compare" | "ground" | "since" | "trail" | Selectable | "language" | "filter">
    > {
  /** What the reader points at, in a list or on the map; no part of a view. */
  readonly pointed?: Selection | undefined;
}

/** What the map shows at one time. */
export interface Scene extends ShownView {
  readonly atlas: Atlas;
}

/** How a source of the map gets its content. */
export type SourceDrawing =
  /** The base map fills it. */
  | { readonly kind: "base" }
  /** The same on every day. */
  | {
      readonly kind: "still";
      readonly draw: (atlas: Atlas) => FeatureCollection;
      /** The property by which states are kept, for features that change their looks and not their shapes. */
      readonly idProperty?: string;
    }
  | {
      readonly kind: "daily";
      readonly draw: (scene: Scene) => FeatureCollection;
      /**
       * Two scenes that it gives the same text have the same content, which is then drawn once; `undefined`: nothing is
       * there. Without it the content is drawn each time and told apart by its properties: for a few marks.
       */
      readonly nameContent?: (scene: Scene) => string | undefined;
      /** No source of the style: `src/map/ground` draws it. */
      readonly isGround?: true;
    };

/** From the ground up: within one of these, style layers stand in the order of `LAYERS`. */
export const STRATA = [
  "ground",
  "tints",
  "washes",
  "water",
  "roads",
  "borders",
  "routes",
  "former-lines",
  "lines",
  "points",
  "settlements",
  "badges",
  "base-names",
  "wide-names",
  "small-names",
  "plates",
  "large-names",
  "obstacles",
  // Names give way to them: what a line is cannot be told without its date.
  "dates",
] as const;
export type Stratum = (typeof STRATA)[number];

export interface StyleOptions {
  readonly palette: Palette;
  readonly sides: readonly Side[];
  readonly labels: LabelScript;
  /** Those of the data set, at least one. */
  readonly scripts: readonly Script[];
}

/** A style layer that stays when its layer is put away has this as its metadata. */
export const ALWAYS = { isKept: true } as const;

export type StyleLayers = Partial<Record<Stratum, readonly LayerSpecification[]>>;

/** A mark that the map shows, explained. */
export interface LegendEntry {
  /** Names the kind of mark, not the one mark. */
  readonly kind: string;
  /** Two entries with the same key have the same sign. */
  readonly key: string;
  /** Where two maps have a legend, of entries with the same subject the later day's stands for both; the key if left out. */
  readonly subject?: string;
  readonly sign: Sign;
  /** `ramp`: the sign is as wide as the legend, below its text. */
  readonly width?: "ramp";
  /** Texts below a ramp, one for each of its parts of equal width. */
  readonly listMarks?: (words: Words) => readonly string[];
  readonly describe: (words: Words) => string;
}

/** What there is to tell of the ground at a position. */
export interface GroundNote {
  /** Whose it is; left out where nobody is known to hold it. */
  readonly names?: Names;
  readonly describe: (words: Words) => string;
}

/** A mark that tells something to whoever points at it. */
export interface HoverMark {
  readonly position: Position;
  /** Where it is drawn from there, in CSS pixels of an unscaled map, y downwards; on the spot if left out. */
  readonly offsetPx?: readonly [x: number, y: number];
  readonly names: Names;
  /** What a click on it selects; left out for a mark that only tells something. */
  readonly selection?: Selection;
  /** What is pointed at by pointing at it, where a click selects nothing. */
  readonly about?: Selection;
  /** The events that it stands for: a click on it leads to them in the list of the day. */
  readonly events?: readonly StoryEvent[];
  /** Below the name. */
  readonly describe: (words: Words) => string;
}

/**
 * One kind of thing that the map can show: all there is to know of it. The map's sources and style, the legend of page and
 * picture, the menu of layers, the address and what a pointer finds are made from these.
 */
export interface MapLayer {
  /** Stands in addresses (`hide=posts`), so it must not change. */
  readonly key: string;
  /** Its name in the menu of layers; a layer without one cannot be put away. */
  readonly nameIn?: (words: Words) => string;
  /** By the name that the style layers use. */
  readonly sources: Readonly<Record<string, SourceDrawing>>;
  readonly style: (options: StyleOptions) => StyleLayers;
  /** The marks that are on the map. `shows` tells whether another layer is shown. */
  readonly legend?: (scene: Scene, shows: (key: string) => boolean) => readonly LegendEntry[];
  /** The marks that a pointer finds, besides settlements. */
  readonly listHoverMarks?: (scene: Scene) => readonly HoverMark[];
  /** What a pointer finds where there is no mark. */
  readonly tellGround?: (scene: Scene, position: Position) => GroundNote | undefined;
}
