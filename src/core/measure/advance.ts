import type { Atlas } from "../atlas.ts";
import { addDays, type Day, fromDayNumber, toDayNumber } from "../day.ts";
import {
  type AreaGeometry,
  type Bounds,
  findBounds,
  isInBounds,
  isInside,
  type Position,
  toAreaGeometry,
} from "../geometry.ts";
import type { ControlArchive } from "../archive/control-archive.ts";
import { findGains, findVacated } from "./gains.ts";

/** Ground that came under a side on one day. */
export interface AdvancePatch {
  /** The first day of which it is known. */
  readonly day: Day;
  /** The last day before, of which the ground is known: the one before `day`, unless days are missing. */
  readonly eve: Day;
  /** `undefined`: it was left, and nobody is known to hold it. */
  readonly side: string | undefined;
  readonly geometry: AreaGeometry;
  readonly bounds: Bounds;
}

/**
 * What changed hands on each day of a story, worked out a step at a time, from the first day on: one step may take as long
 * as drawing a day does, all of them for a year of large fronts many seconds.
 */
export interface Advance {
  /** In order of day, as far as they are worked out. Where two lie over each other, the later one counts. */
  readonly patches: readonly AdvancePatch[];
  /** Whether all that changed hands up to the end of `day` is among them. */
  readonly isKnownUntil: (day: Day) => boolean;
  /** How much of the story is worked out, in whole percent. */
  readonly findPercent: () => number;
  /** Works out the next step; `false` if there was none left. */
  readonly workOn: () => boolean;
  /** Calls back whenever {@link Advance.tell} is called. Returns what ends that. */
  readonly watch: (listener: () => void) => () => void;
  /** Tells those who watch that there is more to see. */
  readonly tell: () => void;
}

const advances = new WeakMap<Atlas, Advance>();

/** The advance of a story: the same object for the same atlas. */
export function findAdvance(atlas: Atlas): Advance {
  const known = advances.get(atlas);
  if (known) return known;
  const advance = createAdvance(atlas);
  advances.set(atlas, advance);
  return advance;
}

function createAdvance({ dataset }: Atlas): Advance {
  const { control, firstDay, lastDay } = dataset;
  const { phases } = control;
  const patches: AdvancePatch[] = [];
  const listeners = new Set<() => void>();
  // What is so before the story begins has changed hands in no day of it.
  const isInStory = (day: Day) => firstDay <= day && day <= lastDay;
  let next = phases.findIndex(({ from }, index) => index > 0 && isInStory(from));
  if (next < 0) next = phases.length;
  const start = next;
  const end = phases.findLastIndex(({ from }) => isInStory(from)) + 1;
  return {
    patches,
    isKnownUntil: (day) => {
      const from = phases[next]?.from;
      return from === undefined || from > day || from > lastDay;
    },
    findPercent: () => (end <= start ? 100 : Math.floor((100 * (next - start)) / (end - start))),
    workOn() {
      const [before, now] = [phases[next - 1], phases[next]];
      if (!before || !now || !isInStory(now.from)) return false;
      patches.push(...listPatches(control, addDays(before.to, -1), now.from));
      next += 1;
      return true;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: () => listeners.forEach((listener) => listener()),
  };
}

/** What is left to nobody comes first: what others took of it lies over it. */
function listPatches(control: ControlArchive, eve: Day, day: Day): AdvancePatch[] {
  const toPatch = (side: string | undefined, geometry: AreaGeometry): AdvancePatch => ({
    day,
    eve,
    side,
    geometry,
    bounds: findBounds(geometry),
  });
  const left = findVacated(control, eve, day);
  return [
    ...(left.length > 0 ? [toPatch(undefined, toAreaGeometry(left))] : []),
    ...findGains(control, eve, day).map(({ side, geometry }) => toPatch(side, geometry)),
  ];
}

/**
 * The last change of hands of a position up to the end of `day`, as far as it is worked out; `undefined` if the position
 * is under whoever held it before the story. On an edge between two sides either may be told.
 */
export function findLastChange(atlas: Atlas, position: Position, day: Day): AdvancePatch | undefined {
  return findAdvance(atlas).patches.findLast(
    (patch) => patch.day <= day && isInBounds(position, patch.bounds) && isInside(position, patch.geometry),
  );
}

/** Stretches of days of one colour. */
export type CutUnit = "week" | "month" | "quarter" | "year";

export interface Cuts {
  readonly unit: CutUnit;
  /** The first days of the stretches, ascending; the first is that of the story. */
  readonly starts: readonly Day[];
}

/** From this many days on a story is cut into longer stretches: up to four years into seventeen at most. */
const LONGEST: readonly (readonly [unit: CutUnit, days: number])[] = [
  ["week", 63],
  ["month", 426],
  ["quarter", 1461],
];

/** The stretches into which the days of a story are cut, at the beginnings of calendar weeks (Monday), months or years. */
export function listCuts(firstDay: Day, lastDay: Day): Cuts {
  const [first, last] = [toDayNumber(firstDay), toDayNumber(lastDay)];
  const unit = LONGEST.find(([, days]) => last - first < days)?.[0] ?? "year";
  const starts = [firstDay];
  for (let number = first + 1; number <= last; number++) {
    const day = fromDayNumber(number);
    if (isStart(day, number, unit)) starts.push(day);
  }
  return { unit, starts };
}

function isStart(day: Day, number: number, unit: CutUnit): boolean {
  // 1970 began on a Thursday.
  if (unit === "week") return (number + 3) % 7 === 0;
  if (!day.endsWith("-01")) return false;
  const month = Number(day.slice(5, 7));
  if (unit === "month") return true;
  return unit === "quarter" ? month % 3 === 1 : month === 1;
}

/** The number of the stretch in which a day lies, from 0; a day before them is in the first. */
export function findCut({ starts }: Cuts, day: Day): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= day),
  );
}
