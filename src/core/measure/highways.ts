import { distance } from "@turf/distance";
import type { Atlas } from "../atlas.ts";
import type { Day } from "../day.ts";
import { rememberByPhase } from "../remember.ts";
import type { Highway } from "../records.ts";
import type { Position } from "../geometry.ts";

/** A stretch of a highway under one side; `undefined` outside all areas. */
export interface Stretch {
  readonly highway: string;
  readonly side: string | undefined;
  readonly course: readonly Position[];
  readonly lengthKm: number;
}

/** All highways at the end of a day, cut by who holds the ground: cut once for each phase, some 40 ms in a large story. */
export const listStretchesOn = rememberByPhase((atlas: Atlas, day: Day): readonly Stretch[] => {
  const { control, highways } = atlas.dataset;
  return highways.flatMap((highway) =>
    cutIntoStretches(highway, (position) => control.findSide(position, day)),
  );
});

/** Stretches are cut to within this length of the true border crossing. */
const STEP_KM = 0.1;

/**
 * The highway cut into stretches by who holds the ground, in the direction of its course; lengths on the sphere.
 *
 * The course is walked in steps of {@link STEP_KM}, each given to the side at its middle, so a border between two
 * stretches is off by at most half a step.
 */
export function cutIntoStretches(
  highway: Highway,
  findSide: (position: Position) => string | undefined,
): Stretch[] {
  const stretches: { highway: string; side: string | undefined; course: Position[]; lengthKm: number }[] = [];
  for (const [start, end] of listSteps(highway.course)) {
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

function* listSteps(course: readonly Position[]): Generator<readonly [Position, Position]> {
  for (const [index, end] of course.entries()) {
    const start = course[index - 1];
    if (!start) continue;
    const steps = Math.max(1, Math.ceil(measureKm(start, end) / STEP_KM));
    const at = (step: number): Position => [
      start[0] + ((end[0] - start[0]) * step) / steps,
      start[1] + ((end[1] - start[1]) * step) / steps,
    ];
    for (let step = 1; step <= steps; step++) yield [at(step - 1), at(step)];
  }
}

function measureKm(from: Position, to: Position): number {
  return distance(from as [number, number], to as [number, number]);
}
