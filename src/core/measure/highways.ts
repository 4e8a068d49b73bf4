import { distance } from "@turf/distance";
import { type FollowedSides, followSides } from "../archive/followed-sides.ts";
import type { Atlas } from "../atlas.ts";
import type { Day } from "../day.ts";
import { rememberByPhase } from "../remember.ts";
import type { Highway, Region } from "../records.ts";
import type { Position } from "../geometry.ts";
import { createClipper, type Part } from "./clip.ts";

/** A stretch of a highway under one side; `undefined` outside all areas. */
export interface Stretch {
  readonly highway: string;
  readonly side: string | undefined;
  readonly course: readonly Position[];
  readonly lengthKm: number;
}

/**
 * All highways at the end of a day, cut by who holds the ground: cut once for each phase. Who holds each step is followed
 * from the day asked for before, so a step to the next day costs what changed about the highways.
 */
export const listStretchesOn = rememberByPhase(
  (atlas: Atlas, day: Day): readonly Stretch[] => {
    const { steps, sides } = findFollowed(atlas);
    sides.moveTo(atlas.dataset.control.findPhase(day));
    let at = 0;
    return steps.flatMap(({ highway, count }) => {
      const from = at;
      at += count;
      return joinSteps(highway, (step) => sides.findSide(from + step));
    });
  },
  { hasShapes: true },
);

interface Followed {
  readonly steps: readonly { readonly highway: Highway; readonly count: number }[];
  /** Of the middles of the steps of all highways, one after the other. */
  readonly sides: FollowedSides;
}

const followed = new WeakMap<Atlas, Followed>();

function findFollowed(atlas: Atlas): Followed {
  const known = followed.get(atlas) ?? followHighways(atlas);
  followed.set(atlas, known);
  return known;
}

function followHighways({ dataset: { control, highways } }: Atlas): Followed {
  const steps = highways.map((highway) => ({ highway, count: listSteps(highway).length }));
  const middles = highways.flatMap((highway) => listSteps(highway).map(({ middle }) => middle));
  return { steps, sides: followSides(control, middles) };
}

/** A length of highway under one side; `undefined` outside all areas. */
export type HeldLength = Pick<Stretch, "side" | "lengthKm">;

/**
 * The parts inside a region of the stretches of one highway, which must be all of them, in their order. The region
 * cuts the course exactly and a side's border does so as in {@link joinSteps}, so the lengths in regions that
 * share the ground out add up to those of the whole highway. A course along the edge of a region counts as inside.
 */
export function clipStretches(
  highway: Highway,
  stretches: readonly Stretch[],
  region: Region,
): readonly HeldLength[] {
  const stepsKm = measureStepsWithin(highway, region);
  let from = 0;
  return stretches.map(({ side, course }) => {
    const end = from + course.length - 1;
    const lengthKm = stepsKm.slice(from, end).reduce((sum, km) => sum + km, 0);
    from = end;
    return { side, lengthKm };
  });
}

const clippedSteps = new WeakMap<Highway, WeakMap<Region, readonly number[]>>();

/** Of each step of a highway the kilometres inside a region: the same on every day, so reckoned once. */
function measureStepsWithin(highway: Highway, region: Region): readonly number[] {
  const known = clippedSteps.get(highway) ?? new WeakMap<Region, readonly number[]>();
  clippedSteps.set(highway, known);
  const answer = known.get(region);
  if (answer) return answer;
  const listInside = createClipper(region.geometry);
  const steps = listLegs(highway.course).flatMap(([start, end]) => {
    const inside = listInside(start, end);
    const ofLeg = cutLeg([start, end]);
    return ofLeg.map(({ lengthKm }, index) => {
      const [first, last] = [index / ofLeg.length, (index + 1) / ofLeg.length];
      const share = inside.reduce((sum, part) => sum + measureCommon(part, [first, last]), 0) * ofLeg.length;
      return lengthKm * share;
    });
  });
  known.set(region, steps);
  return steps;
}

function measureCommon([from, to]: Part, [first, last]: Part): number {
  return Math.max(0, Math.min(to, last) - Math.max(from, first));
}

/** Stretches are cut to within this length of the true border crossing. */
const STEP_KM = 0.1;

/**
 * The highway cut into stretches by the side of each of its steps, in the direction of its course; lengths on the sphere.
 *
 * A step is at most {@link STEP_KM} long and given to the side at its middle, so a border between two stretches is off by
 * at most half a step. The vertices of the courses are the ends of the steps.
 */
function joinSteps(highway: Highway, findSide: (step: number) => string | undefined): Stretch[] {
  const stretches: { highway: string; side: string | undefined; course: Position[]; lengthKm: number }[] = [];
  for (const [index, { start, end, lengthKm }] of listSteps(highway).entries()) {
    const side = findSide(index);
    const last = stretches.at(-1);
    if (last && last.side === side) {
      last.course.push(end);
      last.lengthKm += lengthKm;
    } else {
      stretches.push({ highway: highway.id, side, course: [start, end], lengthKm });
    }
  }
  return stretches;
}

interface Step {
  readonly start: Position;
  readonly end: Position;
  readonly middle: Position;
  readonly lengthKm: number;
}

const knownSteps = new WeakMap<Highway, readonly Step[]>();

/** The steps of a highway: the same on every day, so measured once. */
function listSteps(highway: Highway): readonly Step[] {
  const known = knownSteps.get(highway) ?? listLegs(highway.course).flatMap(cutLeg);
  knownSteps.set(highway, known);
  return known;
}

type Leg = readonly [start: Position, end: Position];

/** The straight lines that the course is made of. */
function listLegs(course: readonly Position[]): Leg[] {
  return course.flatMap((end, index): Leg[] => {
    const start = course[index - 1];
    return start ? [[start, end]] : [];
  });
}

/** A leg in equal parts of at most {@link STEP_KM}, one at least. */
function cutLeg([start, end]: Leg): Step[] {
  const count = Math.max(1, Math.ceil(measureKm(start, end) / STEP_KM));
  const at = (step: number): Position => [
    start[0] + ((end[0] - start[0]) * step) / count,
    start[1] + ((end[1] - start[1]) * step) / count,
  ];
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [at(index), at(index + 1)];
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    return { start: from, end: to, middle, lengthKm: measureKm(from, to) };
  });
}

function measureKm(from: Position, to: Position): number {
  return distance(from as [number, number], to as [number, number]);
}
