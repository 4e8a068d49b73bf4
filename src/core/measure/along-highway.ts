import { addDays, type Day } from "../day.ts";
import type { Atlas } from "../atlas.ts";
import type { Position } from "../geometry.ts";
import { measureKmToSegment } from "../plane.ts";
import type { Highway, Settlement, StoryEvent } from "../records.ts";
import { listStretchesOn, type Stretch } from "./highways.ts";

/** An event at a settlement no further than this from a highway can be about it. */
export const ALONG_KM = 3;

/**
 * The events along a highway, in order of time: those whose title or summary names it, and those about highways and patrols
 * at settlements within {@link ALONG_KM} of its course, whatever they name.
 */
export function listEventsAlong({ dataset, settlementById }: Atlas, highway: Highway): StoryEvent[] {
  const names = matchNames(highway);
  const isNear = (id: string | undefined) => {
    const place = settlementById.get(id ?? "");
    return place !== undefined && measureKmToCourse(place.position, highway.course) <= ALONG_KM;
  };
  return dataset.events
    .filter(({ title, summary, kind, settlement }) => {
      const isAbout = kind === "highway" || kind === "patrol";
      return names.test(`${title}\n${summary}`) || (isAbout && isNear(settlement));
    })
    .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay));
}

/** Matches the names of a highway as words of their own: "M4", and not "M40". */
function matchNames({ name, names }: Highway): RegExp {
  const texts = [...new Set([name, ...Object.values(names)])].flatMap((text) => text || []);
  const escaped = texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "u");
}

function measureKmToCourse(position: Position, course: readonly Position[]): number {
  return course.reduce((least, end, index) => {
    const start = course[index - 1] ?? end;
    return Math.min(least, measureKmToSegment(position, start, end, position));
  }, Number.POSITIVE_INFINITY);
}

/** Days `[from, to)` on which a highway is divided in one way. */
export interface HighwaySpan {
  readonly from: Day;
  readonly to: Day;
  /** By id of the side, in kilometres; `undefined` stands for what lies outside all areas. Empty on days without areas. */
  readonly km: ReadonlyMap<string | undefined, number>;
}

/**
 * How a highway is divided over the story: one step for each run of days of one phase, in order of time. Each step cuts the
 * highways anew where that has not been done yet, some 50 ms in a large story, so a page should take them one by one.
 */
export function* traceHighway(atlas: Atlas, highway: string): Generator<HighwaySpan> {
  const { days, dataset } = atlas;
  let start = 0;
  while (start < days.length) {
    const from = days[start];
    if (from === undefined) return;
    const phase = dataset.control.findPhase(from);
    let end = start + 1;
    for (let day = days[end]; day && dataset.control.findPhase(day) === phase; day = days[end]) end++;
    yield {
      from,
      to: days[end] ?? addDays(dataset.lastDay, 1),
      km: phase < 0 ? NONE : divide(atlas, highway, from),
    };
    start = end;
  }
}

const NONE: HighwaySpan["km"] = new Map();

function divide(atlas: Atlas, highway: string, day: Day): HighwaySpan["km"] {
  const km = new Map<string | undefined, number>();
  for (const stretch of listStretchesOn(atlas, day)) {
    if (stretch.highway === highway) km.set(stretch.side, (km.get(stretch.side) ?? 0) + stretch.lengthKm);
  }
  return km;
}

/** A stretch with the settlements nearest to its ends, by which it can be told where it is. */
export interface NamedStretch {
  readonly stretch: Stretch;
  readonly start: Settlement | undefined;
  readonly end: Settlement | undefined;
}

/** The stretches of a highway at the end of `day`, in the direction of its course. */
export function listNamedStretches(atlas: Atlas, highway: string, day: Day): NamedStretch[] {
  const { settlements } = atlas.dataset;
  return listStretchesOn(atlas, day)
    .filter((stretch) => stretch.highway === highway)
    .map((stretch) => ({
      stretch,
      start: findNearest(settlements, stretch.course[0]),
      end: findNearest(settlements, stretch.course.at(-1)),
    }));
}

/** Flat distance serves to find the nearest: a degree of longitude is shrunk to what it is there. */
function findNearest(
  settlements: readonly Settlement[],
  position: Position | undefined,
): Settlement | undefined {
  if (!position) return undefined;
  const [lng, lat] = position;
  const shrink = Math.cos((lat * Math.PI) / 180);
  let best: { settlement: Settlement; distance: number } | undefined;
  for (const settlement of settlements) {
    const [east, north] = settlement.position;
    const distance = Math.hypot((east - lng) * shrink, north - lat);
    if (!best || distance < best.distance) best = { settlement, distance };
  }
  return best?.settlement;
}
