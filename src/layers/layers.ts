import type { Atlas } from "../core/atlas.ts";
import type { View } from "../core/view.ts";
import { base } from "./base.ts";
import { control } from "./control.ts";
import { events } from "./events.ts";
import { frontLines } from "./front-lines.ts";
import { gains } from "./gains.ts";
import { highways } from "./highways.ts";
import type { LegendEntry, MapLayer } from "./layer.ts";
import { names } from "./names.ts";
import { posts } from "./posts.ts";
import { previousLine } from "./previous-line.ts";
import { roads } from "./roads.ts";
import { settlements } from "./settlements.ts";

/** All that the map can show, in the order of legend and menu. */
export const LAYERS: readonly MapLayer[] = [
  control,
  frontLines,
  previousLine,
  gains,
  settlements,
  names,
  highways,
  posts,
  events,
  roads,
  base,
];

/** Keys of the layers that can be put away, in the order of the menu. */
export const HIDEABLE: readonly string[] = LAYERS.filter(({ nameIn }) => nameIn).map(({ key }) => key);

/** What the map of this view shows and nothing else: the sides first, then lines, changes, places and routes. */
export function listLegend(atlas: Atlas, { day, hidden }: Pick<View, "day" | "hidden">): LegendEntry[] {
  const shows = (key: string) => !hidden.includes(key);
  return LAYERS.filter(({ key }) => shows(key)).flatMap(({ legend }) => legend?.(atlas, day, shows) ?? []);
}
