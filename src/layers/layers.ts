import type { Atlas } from "../core/atlas.ts";
import type { Position } from "../core/geometry.ts";
import { listMapViews, type View } from "../core/view.ts";
import { advance } from "./advance.ts";
import { base } from "./base.ts";
import { basePlaces } from "./base-places.ts";
import { comparedDay } from "./compared-day.ts";
import { control } from "./control.ts";
import { events } from "./events.ts";
import { frontLines } from "./front-lines.ts";
import { gainedSince } from "./gained-since.ts";
import { gains } from "./gains.ts";
import { highways } from "./highways.ts";
import type { GroundNote, HoverMark, LegendEntry, MapLayer, ShownView } from "./layer.ts";
import { inferredTint } from "./inferred-tint.ts";
import { names } from "./names.ts";
import { pointed } from "./pointed.ts";
import { posts } from "./posts.ts";
import { roads } from "./roads.ts";
import { settlements } from "./settlements.ts";
import { trail } from "./trail.ts";

/** All that the map can show, in the order of legend and menu. */
export const LAYERS: readonly MapLayer[] = [
  control,
  advance,
  gainedSince,
  inferredTint,
  frontLines,
  comparedDay,
  trail,
  gains,
  settlements,
  names,
  highways,
  posts,
  events,
  pointed,
  roads,
  basePlaces,
  base,
];

/** Keys of the layers that can be put away, in the order of the menu. */
export const HIDEABLE: readonly string[] = LAYERS.filter(({ nameIn }) => nameIn).map(({ key }) => key);

/**
 * What the map of this view shows and nothing else: the sides first, then lines, changes, places and routes. Of a view with
 * two maps, what either shows, each sign once.
 */
export function listLegend(atlas: Atlas, view: ShownView & Pick<View, "hidden">): LegendEntry[] {
  const shows = (key: string) => !view.hidden.includes(key);
  // The later day first: what it explains need not be explained by the earlier.
  const scenes = listMapViews(view)
    .map((shown) => ({ ...shown, atlas }))
    .toReversed();
  return LAYERS.filter(({ key }) => shows(key)).flatMap(({ legend }) => {
    const bySubject = new Map<string, LegendEntry>();
    for (const entry of scenes.flatMap((scene) => legend?.(scene, shows) ?? [])) {
      const { subject = entry.key } = entry;
      if (!bySubject.has(subject)) bySubject.set(subject, entry);
    }
    return [...bySubject.values()];
  });
}

/** What a pointer finds on the map of this view, besides settlements. */
export function listHoverMarks(atlas: Atlas, view: ShownView & Pick<View, "hidden">): HoverMark[] {
  const scene = { ...view, atlas };
  return LAYERS.filter(({ key }) => !view.hidden.includes(key)).flatMap(
    (layer) => layer.listHoverMarks?.(scene) ?? [],
  );
}

/** What a pointer finds on the map of this view where there is no mark. */
export function tellGround(
  atlas: Atlas,
  view: ShownView & Pick<View, "hidden">,
  position: Position,
): GroundNote | undefined {
  const scene = { ...view, atlas };
  for (const { key, tellGround: tell } of LAYERS) {
    const note = view.hidden.includes(key) ? undefined : tell?.(scene, position);
    if (note) return note;
  }
  return undefined;
}

/** How long a ramp is, how wide a letter and how wide the space after a text, in ems of the dates below it. */
const [RAMP_EMS, LETTER_EMS, SPACE_EMS] = [15.8, 0.45, 0.6];

/** The dates below a ramp with some of them left out evenly, empty in their stead, where not all have room. */
export function thinMarks(marks: readonly string[]): string[] {
  const written = marks.flatMap((mark, index) => (mark === "" ? [] : [index]));
  const longest = Math.max(...marks.map((mark) => mark.length));
  const room = RAMP_EMS / (longest * LETTER_EMS + SPACE_EMS);
  const step = Math.ceil(written.length / room);
  return marks.map((mark, index) => (written.indexOf(index) % step === 0 ? mark : ""));
}
