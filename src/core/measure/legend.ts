import { type Atlas, findControl, findPostEvent, listChangesOn, listFrontLinesOn } from "../atlas.ts";
import type { Names } from "../names.ts";
import type { Day } from "../day.ts";
import type { Layer, View } from "../view.ts";
import { findCorridor, findPatrols } from "./corridor.ts";
import { isFront, listLeftFronts } from "./front-lines.ts";
import { listGainsOn } from "./gains.ts";
import { measureGround } from "./ground.ts";
import { listHoldings } from "./holdings.ts";
import { countSettlements } from "./settlements.ts";

/** A mark that the map of a day shows, with what its sign and its text depend on. Sides are given by id. */
export type LegendItem =
  | { readonly kind: "side"; readonly side: string }
  | { readonly kind: "front" | "inferred" | "previous" | "quiet" | "gains" | "changed" }
  /** `sides`: the one on whose ground the first contested settlement is drawn, and its chief opponent. */
  | { readonly kind: "contested"; readonly sides: readonly (string | undefined)[] }
  /** `sides`: those that hold a part of one, in the order of the data set. */
  | { readonly kind: "highways"; readonly sides: readonly string[] }
  | { readonly kind: "corridor"; readonly highway: string; readonly widthKm: number }
  | { readonly kind: "patrols"; readonly highway: string; readonly name: Names }
  | { readonly kind: "post"; readonly side: string; readonly isEncircled: boolean };

/** What the map of this view shows and nothing else: the sides first, then lines, changes, places and routes. */
export function listLegend(atlas: Atlas, { day, hidden }: Pick<View, "day" | "hidden">): LegendItem[] {
  const shows = (layer: Layer) => !hidden.includes(layer);
  return [
    ...listSides(atlas, day, shows("towns")),
    ...listLines(atlas, day, shows("yesterday")),
    ...(shows("gains") && listGainsOn(atlas, day).length > 0 ? [{ kind: "gains" } as const] : []),
    ...(shows("towns") ? listSettlementMarks(atlas, day) : []),
    ...(shows("highways") ? listRoutes(atlas, day) : []),
    ...(shows("posts") ? listPosts(atlas, day) : []),
  ];
}

/** The sides whose ground is coloured, the remainder included where it has an outline, or that hold a settlement. */
function listSides(atlas: Atlas, day: Day, hasSettlements: boolean): LegendItem[] {
  const holdings = listHoldings(atlas, day);
  const isDrawn = holdings.some(({ kind }) => kind === "drawn");
  const holders = new Set(
    holdings
      .filter((holding) => holding.kind === "drawn" || (isDrawn && holding.remainder.hasOutline))
      .map(({ side }) => side),
  );
  if (hasSettlements) {
    for (const [side, count] of countSettlements(atlas, day).held) if (count > 0) holders.add(side);
  }
  return atlas.dataset.sides
    .filter(({ id }) => holders.has(id))
    .map(({ id }): LegendItem => ({ kind: "side", side: id }));
}

function listLines(atlas: Atlas, day: Day, hasPrevious: boolean): LegendItem[] {
  const lines = listFrontLinesOn(atlas, day);
  const fronts = lines.filter((line) => isFront(atlas.dataset, line));
  const items: LegendItem[] = [];
  if (fronts.length > 0) items.push({ kind: "front" });
  if (fronts.some(({ basis }) => basis === "inferred")) items.push({ kind: "inferred" });
  if (hasPrevious && listLeftFronts(atlas, day).length > 0) items.push({ kind: "previous" });
  if (fronts.length < lines.length) items.push({ kind: "quiet" });
  return items;
}

function listSettlementMarks(atlas: Atlas, day: Day): LegendItem[] {
  const items: LegendItem[] = [];
  if (listChangesOn(atlas, day).length > 0) items.push({ kind: "changed" });
  // Only a settlement with claims is contested, so the documented ones tell whether any is.
  if (countSettlements(atlas, day).contested === 0) return items;
  const { settlements, sides } = atlas.dataset;
  for (const { id } of settlements) {
    const control = findControl(atlas, id, day);
    if (control.kind !== "contested") continue;
    const holder = sides.find((side) => side.id === control.by);
    items.push({ kind: "contested", sides: [control.by, holder?.opponents[0]] });
    break;
  }
  return items;
}

function listRoutes(atlas: Atlas, day: Day): LegendItem[] {
  if (atlas.dataset.highways.length === 0) return [];
  const lengths = [...measureGround(atlas, day).highways.values()];
  const holders = atlas.dataset.sides.filter(({ id }) => lengths.some(({ km }) => (km.get(id) ?? 0) > 0));
  const items: LegendItem[] = [{ kind: "highways", sides: holders.map(({ id }) => id) }];
  const corridor = findCorridor(atlas.dataset, day);
  if (!corridor) return items;
  const { highway, widthKm } = corridor;
  const patrols = findPatrols(corridor, day);
  items.push({ kind: "corridor", highway, widthKm });
  if (patrols) items.push({ kind: "patrols", highway, name: patrols.name });
  return items;
}

/** By operator: a post that stands free, and one that is encircled, each if there is any. */
function listPosts(atlas: Atlas, day: Day): LegendItem[] {
  const found = new Map<string, Set<boolean>>();
  for (const post of atlas.dataset.posts) {
    const state = findPostEvent(post, day)?.state;
    if (state === undefined || state === "evacuated") continue;
    found.set(post.operator, (found.get(post.operator) ?? new Set()).add(state === "encircled"));
  }
  return [...found].flatMap(([side, states]) =>
    [false, true]
      .filter((isEncircled) => states.has(isEncircled))
      .map((isEncircled): LegendItem => ({ kind: "post", side, isEncircled })),
  );
}
