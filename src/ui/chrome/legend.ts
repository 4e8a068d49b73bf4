import { findCorridor, findPatrols } from "../../core/measure/corridor.ts";
import { type Atlas, findPostEvent, listAreasOn, listChangesOn, listFrontLinesOn } from "../../core/atlas.ts";
import type { BilingualName, PostState } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import type { Layer, View } from "../../core/view.ts";
import { countSettlements } from "../../core/measure/settlements.ts";
import { isHostileLine } from "../state/sides.ts";

export type LegendItem =
  | { readonly kind: "side"; readonly side: string }
  | {
      readonly kind:
        | "front-line"
        | "inferred-line"
        | "quiet-line"
        | "yesterday"
        | "gains"
        | "changed"
        | "contested"
        | "highways";
    }
  | { readonly kind: "corridor"; readonly highway: string; readonly widthKm: number }
  | { readonly kind: "patrols"; readonly highway: string; readonly name: BilingualName }
  | { readonly kind: "post"; readonly side: string; readonly isEncircled: boolean };

/** What the map of this view shows and nothing else, the loudest first. */
export function listLegend(atlas: Atlas, { day, hidden }: Pick<View, "day" | "hidden">): LegendItem[] {
  const shows = (layer: Layer) => !hidden.includes(layer);
  const { held, contested } = countSettlements(atlas, day);
  const areas = listAreasOn(atlas, day);
  const holders = new Set([
    ...areas.map((area) => area.side),
    ...(shows("towns") ? [...held].flatMap(([side, count]) => (count > 0 ? [side] : [])) : []),
  ]);
  const lines = listFrontLinesOn(atlas, day);
  const front = lines.filter((line) => isHostileLine(atlas.dataset, line));
  const hasLine = front.length > 0;
  const hasChanges = listChangesOn(atlas, day).length > 0;
  const items: LegendItem[] = [];
  if (hasLine) items.push({ kind: "front-line" });
  if (front.some(({ basis }) => basis === "inferred")) items.push({ kind: "inferred-line" });
  if (hasLine && shows("yesterday") && day > atlas.dataset.firstDay) items.push({ kind: "yesterday" });
  if (front.length < lines.length) items.push({ kind: "quiet-line" });
  for (const { id } of atlas.dataset.sides) if (holders.has(id)) items.push({ kind: "side", side: id });
  if (hasChanges && areas.length > 0 && shows("gains")) items.push({ kind: "gains" });
  if (hasChanges && shows("towns")) items.push({ kind: "changed" });
  if (contested > 0 && shows("towns")) items.push({ kind: "contested" });
  if (shows("highways") && atlas.dataset.highways.length > 0) items.push({ kind: "highways" });
  const corridor = shows("highways") ? findCorridor(atlas.dataset, day) : undefined;
  if (corridor) {
    const { highway, widthKm } = corridor;
    items.push({ kind: "corridor", highway, widthKm });
    const patrols = findPatrols(corridor, day);
    if (patrols) items.push({ kind: "patrols", highway, name: patrols.name });
  }
  return shows("posts") ? [...items, ...listPosts(atlas, day)] : items;
}

function listPosts(atlas: Atlas, day: Day): LegendItem[] {
  const states = new Map<string, Set<PostState>>();
  for (const post of atlas.dataset.posts) {
    const state = findPostEvent(post, day)?.state;
    if (state === undefined || state === "evacuated") continue;
    states.set(post.operator, (states.get(post.operator) ?? new Set()).add(state));
  }
  return [...states].flatMap(([side, shown]) => {
    const open: LegendItem[] = [{ kind: "post", side, isEncircled: false }];
    return shown.has("encircled") ? [...open, { kind: "post", side, isEncircled: true }] : open;
  });
}
