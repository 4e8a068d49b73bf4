import type { Atlas } from "../../core/atlas.ts";
import type { Judge } from "../../core/filter.ts";
import { findClaims, isContestShown } from "../parts/facts.ts";
import type { Claim } from "../../core/records.ts";
import { type Day, addDays } from "../../core/day.ts";
import {
  type ContestedSpan,
  type ControlHistory,
  controlOn,
  type HistoryChange,
} from "../../core/history/control.ts";

/** Days of one state of control: `[from, to)`. `side` is on whose ground the map shows it. */
export interface ControlSpan {
  readonly from: Day;
  readonly to: Day;
  readonly side: string | undefined;
  readonly isContested: boolean;
}

/**
 * The whole story of a place as spans without gaps, in order of time. A change made and undone within a day
 * leaves no span, because the state of a day is that at its end.
 */
export function cutHistory(history: ControlHistory, firstDay: Day, lastDay: Day): ControlSpan[] {
  const end = addDays(lastDay, 1);
  const edges = [
    firstDay,
    ...history.changes.map((change) => change.day),
    ...[...history.contested, ...history.unknown].flatMap((span) => [span.from, span.to]),
  ].filter((day) => day >= firstDay && day < end);
  const starts = [...new Set(edges)].toSorted();
  const spans: ControlSpan[] = [];
  for (const [index, from] of starts.entries()) {
    const control = controlOn(history, from);
    const side = control.kind === "unknown" ? undefined : control.by;
    const isContested = control.kind === "contested";
    const to = starts[index + 1] ?? end;
    const previous = spans.at(-1);
    if (previous && previous.side === side && previous.isContested === isContested) {
      spans[spans.length - 1] = { ...previous, to };
    } else {
      spans.push({ from, to, side, isContested });
    }
  }
  return spans;
}

/** What happened to a place: it changed hands, or it became contested. */
export type HistoryEntry =
  | { readonly kind: "change"; readonly day: Day; readonly change: HistoryChange }
  | { readonly kind: "contested"; readonly day: Day; readonly span: ContestedSpan };

/** Changes and contests in order of time; on the same day the changes first, in the order of the history. */
export function listEntries(history: ControlHistory): HistoryEntry[] {
  const changes = history.changes.map((change) => ({ kind: "change" as const, day: change.day, change }));
  const spans = history.contested.map((span) => ({ kind: "contested" as const, day: span.from, span }));
  return [...changes, ...spans].toSorted((a, b) => a.day.localeCompare(b.day));
}

/** Whether an entry passes a filter: a change by itself, a contest by any of its claims. */
export function isEntryShown(judge: Judge, atlas: Atlas, entry: HistoryEntry): boolean {
  return entry.kind === "change"
    ? judge.change(entry.change)
    : isContestShown(judge, findClaims(atlas, entry.span.claims));
}

/** The claims about a place by which neither a change nor a contest is told, in order of time. */
export function listRemainingClaims(atlas: Atlas, history: ControlHistory): Claim[] {
  const used = new Set([
    ...history.changes.flatMap((change) => [...change.claims, ...change.contradictedBy]),
    ...history.contested.flatMap((span) => span.claims),
  ]);
  return atlas.dataset.claims
    .filter((claim) => claim.settlement === history.settlement && !used.has(claim.id))
    .toSorted((a, b) => a.lastDay.localeCompare(b.lastDay));
}

/** The position on public maps, opened only when the reader follows the link. */
export function listExternalMaps([lng, lat]: readonly [number, number]): { name: string; url: string }[] {
  const at = `${lat.toFixed(5)},${lng.toFixed(5)}`;
  return [
    {
      name: "OpenStreetMap",
      url: `https://www.openstreetmap.org/?mlat=${lat.toFixed(5)}&mlon=${lng.toFixed(5)}#map=14/${lat.toFixed(5)}/${lng.toFixed(5)}`,
    },
    { name: "Google Maps", url: `https://www.google.com/maps/search/?api=1&query=${at}` },
  ];
}
