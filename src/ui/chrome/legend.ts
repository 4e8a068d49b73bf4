import { type Atlas, findPostEvent, listAreasOn, listChangesOn, listFrontLinesOn } from "../../core/atlas.ts";
import type { FrontLine, PostState } from "../../core/dataset.ts";
import type { Layer, View } from "../../core/view.ts";
import { countControl } from "../day/facts.ts";
import { findSide } from "../sides.ts";

export type LegendItem =
  | { readonly kind: "side"; readonly side: string }
  | {
      readonly kind:
        | "front-line"
        | "quiet-line"
        | "yesterday"
        | "gains"
        | "changed"
        | "contested"
        | "highways";
    }
  | { readonly kind: "post"; readonly side: string; readonly isEncircled: boolean };

/** What the map of this view shows and nothing else, the loudest first. */
export function listLegend(atlas: Atlas, { day, hidden }: Pick<View, "day" | "hidden">): LegendItem[] {
  const shows = (layer: Layer) => !hidden.includes(layer);
  const { held, contested } = countControl(atlas, day);
  const areas = listAreasOn(atlas, day);
  const holders = new Set([
    ...areas.map((area) => area.side),
    ...(shows("towns") ? held.map(({ side }) => side) : []),
  ]);
  const lines = listFrontLinesOn(atlas, day);
  const hasLine = lines.some((line) => isHostile(atlas, line));
  const hasChanges = listChangesOn(atlas, day).length > 0;
  const items: LegendItem[] = [];
  if (hasLine) items.push({ kind: "front-line" });
  if (hasLine && shows("yesterday") && day > atlas.dataset.firstDay) items.push({ kind: "yesterday" });
  if (lines.some((line) => !isHostile(atlas, line))) items.push({ kind: "quiet-line" });
  for (const { id } of atlas.dataset.sides) if (holders.has(id)) items.push({ kind: "side", side: id });
  if (hasChanges && areas.length > 0 && shows("gains")) items.push({ kind: "gains" });
  if (hasChanges && shows("towns")) items.push({ kind: "changed" });
  if (contested > 0 && shows("towns")) items.push({ kind: "contested" });
  if (shows("highways") && atlas.dataset.highways.length > 0) items.push({ kind: "highways" });
  return shows("posts") ? [...items, ...listPosts(atlas, day)] : items;
}

function isHostile({ dataset }: Atlas, { between: [one, other] }: FrontLine): boolean {
  const fights = (id: string, enemy: string) => findSide(dataset, id)?.opponents.includes(enemy) ?? false;
  return fights(one, other) || fights(other, one);
}

function listPosts(atlas: Atlas, day: View["day"]): LegendItem[] {
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
