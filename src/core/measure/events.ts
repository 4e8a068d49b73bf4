import type { Atlas } from "../atlas.ts";
import type { Dataset } from "../dataset.ts";
import type { EventKind, Figure, Settlement, StoryEvent } from "../records.ts";
import { addDays, countDaysBetween, type Day } from "../day.ts";
import { findOwnSpot } from "./event-places.ts";
import { listReportedOn } from "./measures.ts";
import { rememberByDay } from "../remember.ts";

/** What is said of more days than a week is hardly said of one of them. */
const LONG_DAYS = 7;

/** Whether a record is about more than a week. */
export function isLong({ firstDay, lastDay }: Pick<StoryEvent | Figure, "firstDay" | "lastDay">): boolean {
  return countDaysBetween(firstDay, lastDay) >= LONG_DAYS;
}

/**
 * The events with this day among their days: ceasefires first, because they hold for all else, then what is told of
 * this day alone, then what may have happened on another; otherwise in the order of the data set.
 */
export const listEventsOn = rememberByDay((atlas, day): readonly StoryEvent[] =>
  listReportedOn(atlas.dataset.events, day).toSorted((a, b) => rankEvent(a) - rankEvent(b)),
);

function rankEvent(event: StoryEvent): number {
  if (event.kind === "ceasefire") return 0;
  if (isLong(event)) return 3;
  return event.firstDay === event.lastDay ? 1 : 2;
}

/** What holds for all else first, what was done on the ground next, what was said of it last. */
const KIND_ORDER: readonly EventKind[] = [
  "ceasefire",
  "talks",
  "patrol",
  "operation",
  "highway",
  "post",
  "strike",
  "airspace",
  "reinforcement",
  "humanitarian",
  "statement",
  "other",
];

/** The events of a day by kind, each kind in the order of {@link listEventsOn}; those of long periods come last. */
export const listEventsByKind = rememberByDay((atlas, day): readonly StoryEvent[] =>
  listEventsOn(atlas, day).toSorted((a, b) => rankKind(a) - rankKind(b)),
);

function rankKind(event: StoryEvent): number {
  return KIND_ORDER.indexOf(event.kind) + (isBackground(event) ? KIND_ORDER.length : 0);
}

/** A ceasefire is never in the background, however long it lasts. */
function isBackground(event: StoryEvent): boolean {
  return event.kind !== "ceasefire" && isLong(event);
}

/** The events that begin on one day, by kind. */
export interface DayEvents {
  readonly day: Day;
  /** What holds for all else first, as {@link listEventsByKind} has it; `rank` is the place of the kind among all. */
  readonly kinds: readonly { readonly kind: EventKind; readonly count: number; readonly rank: number }[];
}

const eventDays = new WeakMap<Dataset, readonly DayEvents[]>();

/**
 * The days of the story on which events begin, in order. What is told of more than a week is no event of a day, but for
 * ceasefires; what began before the story is left out.
 */
export function listEventDays({ dataset }: Atlas): readonly DayEvents[] {
  const known = eventDays.get(dataset);
  if (known) return known;
  const { events, firstDay, lastDay } = dataset;
  const byDay = new Map<Day, StoryEvent[]>();
  for (const event of events) {
    const { firstDay: day } = event;
    if (isBackground(event) || day < firstDay || day > lastDay) continue;
    const ofDay = byDay.get(day);
    if (ofDay) ofDay.push(event);
    else byDay.set(day, [event]);
  }
  const answer = [...byDay]
    .map(([day, ofDay]) => ({ day, kinds: countKinds(ofDay) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  eventDays.set(dataset, answer);
  return answer;
}

function countKinds(events: readonly StoryEvent[]): DayEvents["kinds"] {
  return KIND_ORDER.map((kind, rank) => ({
    kind,
    rank,
    count: events.filter((event) => event.kind === kind).length,
  })).filter(({ count }) => count > 0);
}

export interface EventGroup {
  readonly key: string;
  readonly kind: EventKind;
  readonly events: readonly StoryEvent[];
}

/** Events by kind, in the order given; those of long periods stay apart. */
export function groupEvents(events: readonly StoryEvent[]): EventGroup[] {
  const groups = new Map<string, EventGroup & { readonly events: StoryEvent[] }>();
  for (const event of events) {
    const key = `${event.kind} ${isBackground(event)}`;
    const known = groups.get(key);
    if (known) known.events.push(event);
    else groups.set(key, { key, kind: event.kind, events: [event] });
  }
  return [...groups.values()];
}

/** The events of one kind that happened at one settlement. */
export interface PlacedEvents {
  readonly settlement: Settlement;
  readonly kind: EventKind;
  readonly events: readonly StoryEvent[];
  /** How many other kinds of the day at the same settlement come before this one. */
  readonly rank: number;
}

/**
 * The events of a day that happened at a settlement, by settlement and kind, in the order of {@link listEventsByKind}. What is told of more
 * than a week is no event of the day, so it is left out.
 */
export const listPlacedEvents = rememberByDay((atlas, day): readonly PlacedEvents[] =>
  placeEvents(atlas, listEventsByKind(atlas, day)),
);

/** The same of some events of one day, in the order given. */
export function placeEvents(
  atlas: Pick<Atlas, "settlementById">,
  events: readonly StoryEvent[],
): readonly PlacedEvents[] {
  const placed = new Map<string, PlacedEvents & { readonly events: StoryEvent[] }>();
  const ranks = new Map<string, number>();
  for (const event of events) {
    const settlement = atlas.settlementById.get(event.settlement ?? "");
    if (!settlement || isLong(event) || findOwnSpot(atlas, event)) continue;
    const key = `${event.kind} ${settlement.id}`;
    const known = placed.get(key);
    if (known) {
      known.events.push(event);
      continue;
    }
    const rank = ranks.get(settlement.id) ?? 0;
    ranks.set(settlement.id, rank + 1);
    placed.set(key, { settlement, kind: event.kind, events: [event], rank });
  }
  return [...placed.values()];
}

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** The days under a ceasefire by anybody's account, as spans in order of time that neither overlap nor touch. */
export function mergeCeasefires(events: readonly StoryEvent[]): DaySpan[] {
  const spans: DaySpan[] = [];
  const ceasefires = events.filter(({ kind }) => kind === "ceasefire");
  for (const { firstDay, lastDay } of ceasefires.toSorted((a, b) => a.firstDay.localeCompare(b.firstDay))) {
    const last = spans.at(-1);
    if (last && firstDay <= addDays(last.lastDay, 1)) {
      const end = lastDay > last.lastDay ? lastDay : last.lastDay;
      spans[spans.length - 1] = { firstDay: last.firstDay, lastDay: end };
    } else {
      spans.push({ firstDay, lastDay });
    }
  }
  return spans;
}
