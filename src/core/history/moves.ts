import type { Claim } from "../records.ts";
import type { Day } from "../day.ts";

/** One or more claims of the same event at one settlement. The event lies inside every window that speaks of it. */
export interface Move {
  readonly claims: readonly Claim[];
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * Whether the claim says that the place went over to a side: wholly or mostly taken, or wholly given up. The weaker
 * of two contradicting claims does not count, nor does a partial one. A claim about a whole ground counts even if it is
 * disputed: the dispute is about other places of the ground, and one about this place would be a claim of its own.
 */
export function completesMove(claim: Claim): boolean {
  if (claim.side === undefined) return false;
  if (claim.certainty === "disputed" && claim.ground === undefined) return false;
  if (claim.action === "withdrew") return claim.extent !== "part" && claim.extent !== "most";
  return ["captured", "recaptured", "entered"].includes(claim.action) && claim.extent !== "part";
}

/** The claims of one settlement, those of the same completed move joined; in the order of their first claims. */
export function mergeSameMoves(claims: readonly Claim[]): Move[] {
  const moves: Move[] = [];
  for (const claim of claims) {
    const index = moves.findIndex((move) => isSameMove(move, claim));
    const same = moves[index];
    if (!same) {
      moves.push({ claims: [claim], firstDay: claim.firstDay, lastDay: claim.lastDay });
      continue;
    }
    moves[index] = {
      claims: [...same.claims, claim],
      firstDay: claim.firstDay > same.firstDay ? claim.firstDay : same.firstDay,
      lastDay: claim.lastDay < same.lastDay ? claim.lastDay : same.lastDay,
    };
  }
  return moves;
}

function isSameMove(move: Move, claim: Claim): boolean {
  const [first] = move.claims;
  if (!first || !completesMove(first) || !completesMove(claim) || first.side !== claim.side) return false;
  if ((first.action === "withdrew") !== (claim.action === "withdrew")) return false;
  // "Captured" and then "recaptured" in one document are two events; in two documents they may be one.
  if ((first.action === "recaptured") !== (claim.action === "recaptured") && first.source === claim.source)
    return false;
  return claim.firstDay <= move.lastDay && move.firstDay <= claim.lastDay;
}
