import type { HistoryInput, ImpliedReason } from "./control.ts";
import type { Claim, Settlement } from "../records.ts";
import { addDays, type Day } from "../day.ts";
import { completesMove, mergeSameMoves, type Move } from "./moves.ts";

/** A change as the claims tell it, before implied ones have found their day. */
export interface Transition {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly to: string;
  readonly impliedBy: ImpliedReason | undefined;
  readonly claims: readonly Claim[];
}

export interface Dispute {
  readonly from: Day;
  /** `undefined`: open until settled. */
  readonly to: Day | undefined;
  readonly claims: readonly Claim[];
}

export interface ProvisionalHistory {
  readonly settlement: Settlement;
  readonly claims: readonly Claim[];
  initialSide: string | undefined;
  readonly transitions: Transition[];
  readonly disputes: Dispute[];
}

/** The stated changes of a place that outlasted their day: what is taken and lost within a day dates nothing else. */
export function listLastingTransitions({ transitions }: ProvisionalHistory): Transition[] {
  return transitions.filter((transition) => {
    const isAlone = transitions.every(
      (other) => other === transition || other.lastDay !== transition.lastDay,
    );
    return transition.impliedBy === undefined && isAlone;
  });
}

/** What the claims of one settlement tell, by rules 1 to 4, implied changes not yet dated. */
export function deriveProvisionally(
  input: HistoryInput,
  settlement: Settlement,
  claims: readonly Claim[],
): ProvisionalHistory {
  const initialSide = input.initialSide(settlement.id);
  const provisional: ProvisionalHistory = { settlement, claims, initialSide, transitions: [], disputes: [] };
  // Within a day the order of the file is the order of the text; the sort is stable and leaves it alone.
  const moves = mergeSameMoves(claims).toSorted((a, b) => a.lastDay.localeCompare(b.lastDay));
  provisional.initialSide ??= guessInitialSide(
    input,
    moves.map((move) => move.claims[0]).find((claim) => claim && tellsHolder(claim)),
  );
  for (const move of moves) applyMove(input, provisional, move);
  return provisional;
}

/** Whether anything follows from the claim about who held the place. Being struck from afar tells nothing. */
export function tellsHolder(claim: Claim): boolean {
  return (
    claim.side !== undefined && !["bombarded", "encircled", "relieved", "contested"].includes(claim.action)
  );
}

function opponentOf(input: HistoryInput, side: string): string | undefined {
  return input.sides.find((candidate) => candidate.id === side)?.opponents[0];
}

/** Where the areas do not tell: a capture presupposes the other side, anything that shows a holder names it. */
function guessInitialSide(input: HistoryInput, claim: Claim | undefined): string | undefined {
  if (!claim?.side) return undefined;
  return ["held", "repelled", "withdrew"].includes(claim.action) ? claim.side : opponentOf(input, claim.side);
}

function applyMove(input: HistoryInput, provisional: ProvisionalHistory, move: Move): void {
  const [claim] = move.claims;
  if (!claim || ["bombarded", "encircled", "relieved"].includes(claim.action)) return;
  if (completesMove(claim)) applyCompletedMove(input, provisional, move);
  else if (claim.action === "contested") addDispute(provisional, move, addDays(claim.lastDay, 1));
  else if (claim.action === "attacked") applyAttack(input, provisional, move);
  else if (claim.certainty === "disputed" || claim.extent === "part") applyDoubt(provisional, move);
  else if (claim.side !== undefined && claim.action !== "withdrew")
    presupposeHolder(input, provisional, move, claim.side);
}

function addDispute(provisional: ProvisionalHistory, move: Move, to: Day | undefined): void {
  provisional.disputes.push({ from: move.firstDay, to, claims: move.claims });
}

/** A partial or disputed capture is news only from the side that does not hold the place. */
function applyDoubt(provisional: ProvisionalHistory, move: Move): void {
  const [claim] = move.claims;
  const holder = provisional.transitions.at(-1)?.to ?? provisional.initialSide;
  const isCapture = claim !== undefined && ["captured", "recaptured", "entered"].includes(claim.action);
  // A disputed capture of what was captured the same day is the other half of a contradiction, whoever holds it now.
  if (isCapture && claim.side !== holder) addDispute(provisional, move, undefined);
}

function applyAttack(input: HistoryInput, provisional: ProvisionalHistory, move: Move): void {
  const [claim] = move.claims;
  if (!claim?.side || claim.extent === "part") return;
  presupposeHolder(input, provisional, move, opponentOf(input, claim.side));
  const isOutcomeTold = provisional.claims.some(
    (other) =>
      (completesMove(other) || other.action === "repelled") &&
      other.firstDay <= claim.lastDay &&
      claim.firstDay <= other.lastDay,
  );
  if (!isOutcomeTold) addDispute(provisional, move, addDays(claim.lastDay, 1));
}

function applyCompletedMove(input: HistoryInput, provisional: ProvisionalHistory, move: Move): void {
  const [claim] = move.claims;
  if (!claim?.side) return;
  const opponent = opponentOf(input, claim.side);
  const to = claim.action === "withdrew" ? opponent : claim.side;
  if (to === undefined) return;
  const last = provisional.transitions.at(-1);
  const holder = last?.to ?? provisional.initialSide;
  if (holder === to) {
    // Said twice with no loss between: the second is no change. But what is recaptured must have been lost.
    const isKnownToHold = last !== undefined && last.impliedBy === undefined && claim.action !== "recaptured";
    if (isKnownToHold || claim.action === "withdrew") return;
    implyTransition(input, provisional, opponent, move, "revealed-by-recapture");
  } else if (
    claim.action === "recaptured" &&
    provisional.initialSide !== to &&
    !provisional.transitions.some((transition) => transition.to === to)
  ) {
    // Retaken by a side that never had it in this story: it must have taken it, and lost it, unrecorded.
    implyTransition(input, provisional, to, move, "revealed-by-recapture");
    implyTransition(input, provisional, opponent, move, "revealed-by-recapture");
  }
  provisional.transitions.push({ ...move, to, impliedBy: undefined });
}

/** Adds the change that must have happened before `evidence`, if the place is not with `holder` already. */
function presupposeHolder(
  input: HistoryInput,
  provisional: ProvisionalHistory,
  evidence: Move,
  holder: string | undefined,
): void {
  const last = provisional.transitions.at(-1);
  const current = last?.to ?? provisional.initialSide;
  if (holder === undefined || current === holder) return;
  // Said of the very days of the last change, it speaks of the time before that change; of days on which the place is
  // contested, of a part of it.
  if (last && evidence.firstDay <= last.lastDay) return;
  if (provisional.disputes.some((dispute) => dispute.from <= evidence.lastDay && dispute.to === undefined))
    return;
  implyTransition(input, provisional, holder, evidence, "presupposed");
}

function implyTransition(
  input: HistoryInput,
  provisional: ProvisionalHistory,
  to: string | undefined,
  evidence: Move,
  impliedBy: ImpliedReason,
): void {
  if (to === undefined) return;
  const last = provisional.transitions.at(-1);
  const lastHeld = provisional.claims
    .filter((claim) => claim.action === "held" && claim.side !== to && claim.lastDay < evidence.firstDay)
    .map((claim) => addDays(claim.lastDay, 1));
  const firstDay = [last?.lastDay ?? input.firstDay, ...lastHeld].toSorted().at(-1) ?? input.firstDay;
  const eve = addDays(evidence.firstDay, -1);
  provisional.transitions.push({
    firstDay,
    lastDay: eve < firstDay ? firstDay : eve,
    to,
    impliedBy,
    claims: evidence.claims.slice(0, 1),
  });
}
