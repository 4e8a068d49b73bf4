import type { Day } from "../../core/day.ts";
import type { Position } from "../../core/geometry.ts";
import type { Budget } from "./area-edges.ts";
import { findCrossings } from "./check-crossings.ts";
import type { AreaShape } from "./control-shape.ts";
import { describeValue, type Reporter } from "../problem.ts";

export interface JudgedArea {
  readonly ground: AreaShape;
  readonly reporter: Reporter;
}

/** Compares the areas of one day after the other. What was told of one day is not told again of the next. */
export interface AreaJudge {
  readonly judge: (day: Day, areas: readonly JudgedArea[]) => void;
  /** False if some days were too tangled to be compared in any reasonable time. */
  readonly isComplete: () => boolean;
}

/** Some ten seconds of work; hundreds of days of thousands of vertices take a tenth of it. */
const BUDGET = 3_000_000_000;
/** For one day: a second or two, and at most some hundred megabytes. */
const BUDGET_OF_DAY = 400_000_000;

export function createAreaJudge(): AreaJudge {
  let left = BUDGET;
  const told = new Set<string>();
  let before: readonly JudgedArea[] = [];
  let isComplete = true;

  function isNew(kind: string, at: Position): boolean {
    const key = `${kind} ${at.join(" ")}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  }

  return {
    isComplete: () => isComplete,
    judge(day, areas) {
      const isSame =
        areas.length === before.length && areas.every(({ ground }, at) => ground === before[at]?.ground);
      before = areas;
      if (isSame || !isComplete) return;
      const budget: Budget = { left: Math.min(left, BUDGET_OF_DAY) };
      left -= budget.left;
      const crossings = findCrossings(
        areas.map(({ ground }) => ground.geometry),
        areas.map(({ ground }) => ground.side),
        budget,
      );
      left += Math.max(0, budget.left);
      isComplete = crossings.isComplete;
      for (const [index, { reporter }] of areas.entries()) {
        const found = (crossings.own[index] ?? []).filter((at) => isNew("own", at));
        const [first, ...others] = found;
        if (!first) continue;
        const more = others.length > 0 ? ` and ${others.length} more places` : "";
        reporter.warn(
          `edges of the area that cross at ${describePosition(first)}${more}`,
          "rings that do not cross themselves or each other",
          "redraw it there; until then it is used as drawn",
        );
      }
      for (const { areas: pair, at } of crossings.overlaps) {
        const [one, other] = [areas[pair[0]], areas[pair[1]]];
        if (!one || !other || !isNew(`${one.ground.side} ${other.ground.side}`, at)) continue;
        const others = describeValue(one.ground.side);
        other.reporter.error(
          `ground that ${others} holds as well on ${day}, near ${describePosition(at)}`,
          "areas of two sides that do not overlap",
          "cut one of the two along the other; until then both are used as drawn",
        );
      }
    },
  };
}

function describePosition(position: Position): string {
  return position.map((degrees) => Number(degrees.toFixed(6))).join(", ");
}
