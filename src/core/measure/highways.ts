import { distance } from "@turf/distance";
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

/** All highways at the end of a day, cut by who holds the ground: cut once for each phase, some 40 ms in a large story. */
export const listStretchesOn = rememberByPhase(
  (atlas: Atlas, day: Day): readonly Stretch[] => {
    const { control, highways } = atlas.dataset;
    return highways.flatMap((highway) =>
      cutIntoStretches(highway, (position) => control.findSide(position, day)),
    );
  },
  { hasShapes: true },
);

/** A length of highway under one side; `undefined` outside all areas. */
export type HeldLength = Pick<Stretch, "side" | "lengthKm">;

/**
 * The parts inside a region of the stretches of one highway, which must be all of them, in their order. The region
 * cuts the course exactly and a side's border does so as in {@link cutIntoStretches}, so the lengths in regions that
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
    const ofLeg = [...listSteps(start, end)];
    return ofLeg.map((step, index) => {
      const [first, last] = [index / ofLeg.length, (index + 1) / ofLeg.length];
      const share = inside.reduce((sum, part) => sum + measureCommon(part, [first, last]), 0) * ofLeg.length;
      return measureKm(...step) * share;
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
 * The highway cut into stretches by who holds the ground, in the direction of its course; lengths on the sphere.
 *
 * The course is walked in steps of {@link STEP_KM}, each given to the side at its middle, so a border between two
 * stretches is off by at most half a step. The vertices of the courses are the ends of the steps.
 */
export function cutIntoStretches(
  highway: Highway,
  findSide: (position: Position) => string | undefined,
): Stretch[] {
  const stretches: { highway: string; side: string | undefined; course: Position[]; lengthKm: number }[] = [];
  const steps = listLegs(highway.course).flatMap((leg) => [...listSteps(...leg)]);
  for (const [start, end] of steps) {
    const middle: Position = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
    const side = findSide(middle);
    const lengthKm = measureKm(start, end);
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

type Leg = readonly [start: Position, end: Position];

/** The straight lines that the course is made of. */
function listLegs(course: readonly Position[]): Leg[] {
  return course.flatMap((end, index): Leg[] => {
    const start = course[index - 1];
    return start ? [[start, end]] : [];
  });
}

/** A leg in equal parts of at most {@link STEP_KM}, one at least. */
function* listSteps(start: Position, end: Position): Generator<Leg> {
  const steps = Math.max(1, Math.ceil(measureKm(start, end) / STEP_KM));
  const at = (step: number): Position => [
    start[0] + ((end[0] - start[0]) * step) / steps,
    start[1] + ((end[1] - start[1]) * step) / steps,
  ];
  for (let step = 1; step <= steps; step++) yield [at(step - 1), at(step)];
}

function measureKm(from: Position, to: Position): number {
  return distance(from as [number, number], to as [number, number]);
}
