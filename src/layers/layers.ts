import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view.ts";
import { base } from "./base.ts";
import { basePlaces } from "./base-places.ts";
import { comparedDay } from "./compared-day.ts";
import { control } from "./control.ts";
import { events } from "./events.ts";
import { frontLines } from "./front-lines.ts";
import { gains } from "./gains.ts";
import { highways } from "./highways.ts";
import type { HoverMark, LegendEntry, MapLayer, ShownView } from "./layer.ts";
import { names } from "./names.ts";
import { posts } from "./posts.ts";
import { previousLine } from "./previous-line.ts";
import { roads } from "./roads.ts";
import { settlements } from "./settlements.ts";

/** All that the map can show, in the order of legend and menu. */
export const LAYERS: readonly MapLayer[] = [
  control,
  frontLines,
  comparedDay,
  previousLine,
  gains,
  settlements,
  names,
  highways,
  posts,
  events,
  roads,
  basePlaces,
  base,
];

/** Keys of the layers that can be put away, in the order of the menu. */
export const HIDEABLE: readonly string[] = LAYERS.filter(({ nameIn }) => nameIn).map(({ key }) => key);

/** What the map of this view shows and nothing else: the sides first, then lines, changes, places and routes. */
export function listLegend(atlas: Atlas, view: ShownView & Pick<View, "hidden">): LegendEntry[] {
  const shows = (key: string) => !view.hidden.includes(key);
  const scene = { ...view, atlas };
  return LAYERS.filter(({ key }) => shows(key)).flatMap(({ legend }) => legend?.(scene, shows) ?? []);
}

/** What a pointer finds on the map of this view, besides settlements. */
export function listHoverMarks(atlas: Atlas, view: ShownView & Pick<View, "hidden">): HoverMark[] {
  const scene = { ...view, atlas };
  return LAYERS.filter(({ key }) => !view.hidden.includes(key)).flatMap(
    (layer) => layer.listHoverMarks?.(scene) ?? [],
  );
}
