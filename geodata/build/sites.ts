import type { ControlHistory } from "../../src/core/history.ts";
import { controlOn } from "../../src/core/history.ts";
import type { Day } from "../../src/core/day.ts";
import type { Position } from "../../src/core/geometry.ts";
import { distanceKm } from "./plane.ts";

/** A point whose holder is known or assumed on every day: the reconstruction is nothing but lines between these. */
export interface Site {
  readonly id: string;
  readonly position: Position;
  /** True if its holder is told by claims: it may never be moved to another side for the sake of the line. */
  readonly isDocumented: boolean;
  readonly holderOn: (day: Day) => string;
}

export interface Ground {
  readonly id: string;
  readonly position: Position;
  /** Sides by the two baseline lines. */
  readonly opening: string;
  readonly closing: string;
}

/** A documented settlement with its history, which the ground around it follows. */
export interface Leader extends Ground {
  readonly history: ControlHistory;
}

/** Ground this close to a documented settlement shares all its ups and downs; further off only its last change. */
const FOLLOW_KM = 4;

/** A documented settlement as a site: its history decides, and the baseline before the first change. */
export function toDocumentedSite(leader: Leader): Site {
  return {
    id: leader.id,
    position: leader.position,
    isDocumented: true,
    holderOn: (day) => holderOf(leader, day),
  };
}

/**
 * A place that no document speaks of. It moves with the nearest documented settlement that begins and ends under the
 * same sides as the place itself does by the baseline lines; where there is none near, ground that ends as it began
 * never moves.
 */
export function toInferredSite(ground: Ground, leaders: readonly Leader[]): Site {
  const { id, position, opening, closing } = ground;
  const alike = leaders.filter((leader) => leader.opening === opening && holderAtEnd(leader) === closing);
  const nearest = alike
    .map((leader) => ({ leader, km: distanceKm(position, leader.position) }))
    .toSorted((a, b) => a.km - b.km)[0];
  const site = { id, position, isDocumented: false };
  if (nearest && nearest.km <= FOLLOW_KM) return { ...site, holderOn: (day) => holderOf(nearest.leader, day) };
  if (opening === closing) return { ...site, holderOn: () => opening };
  const turn = nearest?.leader.history.changes.at(-1)?.day;
  if (turn === undefined) throw new Error(`${id} goes from ${opening} to ${closing}, but no documented place does`);
  return { ...site, holderOn: (day) => (day < turn ? opening : closing) };
}

function holderOf(leader: Leader, day: Day): string {
  const control = controlOn(leader.history, day);
  return (control.kind === "unknown" ? undefined : control.by) ?? leader.opening;
}

function holderAtEnd(leader: Leader): string {
  return leader.history.changes.at(-1)?.to ?? leader.opening;
}
