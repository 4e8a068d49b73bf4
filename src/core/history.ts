import { distance } from "@turf/distance";
import type { Claim, Settlement, Side } from "./dataset.ts";
import { addDays, type Day } from "./day.ts";

/**
 * The rule by which a settlement's claims become its history of control. `docs/control-rule.md` says it in prose.
 *
 * 1. A completed capture (captured, recaptured, entered; the whole place or most of it) moves the place to the captor
 *    on the last day of its window: the first day on which it is certain. A withdrawal gives it back.
 * 2. Claims of the same move whose windows touch are one change, with all of them as its evidence.
 * 3. A claim marked disputed never moves a place; like a partial capture, it makes the place contested until a later
 *    claim settles it. A ground attack whose outcome is not told makes it contested on its own days only.
 * 4. What a claim presupposes is implied: a recapture an earlier loss, an attack by a side that the other one holds it.
 *    The implied change is shown on the last day of its window on which a documented place within
 *    {@link NEIGHBOUR_KM} changed the same way, else on the window's last day.
 * 5. A place that the areas of the last day give to another side than its last claim returned, implied, when the
 *    nearest documented place changed that way ("passed by the front"). Open disputes end in the same manner.
 */
export interface ControlHistory {
  readonly settlement: string;
  /** The side before the first change; `undefined` if neither claims nor areas tell. */
  readonly opening: string | undefined;
  /** In order of time. Two changes may share a day: captured and lost again before its end. */
  readonly changes: readonly HistoryChange[];
  readonly contested: readonly ContestedSpan[];
}

export type ChangeCertainty = "stated" | "reported" | "disputed" | "implied";
export type ImpliedReason = "revealed-by-recapture" | "presupposed" | "passed-by-the-front";

export interface HistoryChange {
  readonly settlement: string;
  /** The day it is shown on: within the window, see rules 1 and 4. */
  readonly day: Day;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly from: string | undefined;
  readonly to: string;
  readonly certainty: ChangeCertainty;
  /** Why it is implied; `undefined` for a change that a claim states. */
  readonly impliedBy: ImpliedReason | undefined;
  /** Ids of the claims that state it, or, for an implied one, of the claim that implies it. */
  readonly claims: readonly string[];
  /** Ids of the claims that say otherwise. */
  readonly contradictedBy: readonly string[];
}

/** The place is contested on every day of `[from, to)`. */
export interface ContestedSpan {
  readonly from: Day;
  readonly to: Day;
  readonly claims: readonly string[];
}

/** Who holds a place at the end of a day. `contested` names the side on whose ground the map shows it. */
export type Control =
  | { readonly kind: "held"; readonly by: string }
  | { readonly kind: "contested"; readonly by: string | undefined; readonly claims: readonly string[] }
  | { readonly kind: "unknown" };

/** Documented changes further away than this say nothing about a place. Front-line villages lie 2-4 km apart. */
export const NEIGHBOUR_KM = 15;

export interface HistoryInput {
  readonly settlements: readonly Settlement[];
  readonly claims: readonly Claim[];
  readonly sides: readonly Side[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Side of a settlement before the first day, and on the last day, by the areas; `undefined` if they do not tell. */
  readonly openingSide: (settlement: string) => string | undefined;
  readonly closingSide: (settlement: string) => string | undefined;
}

/** The history of every settlement, by id, also of those without claims. Claims of unknown settlements are ignored. */
export function deriveHistories(input: HistoryInput): ReadonlyMap<string, ControlHistory> {
  const grouped = groupBySettlement(input.claims);
  const drafts = input.settlements.map((settlement) =>
    draftHistory(input, settlement, grouped.get(settlement.id) ?? []),
  );
  const documented = drafts.flatMap((draft) =>
    draft.steps.filter((step) => step.impliedBy === undefined).map((step) => ({ step, at: draft.settlement })),
  );
  return new Map(drafts.map((draft) => [draft.settlement.id, settleHistory(input, draft, documented)]));
}

function groupBySettlement(claims: readonly Claim[]): Map<string, Claim[]> {
  const grouped = new Map<string, Claim[]>();
  for (const claim of claims) {
    const group = grouped.get(claim.settlement);
    if (group) group.push(claim);
    else grouped.set(claim.settlement, [claim]);
  }
  return grouped;
}

/** The control of a settlement at the end of `day`. Before its first change it is the opening side's. */
export function controlOn(history: ControlHistory, day: Day): Control {
  const by = history.changes.findLast((change) => change.day <= day)?.to ?? history.opening;
  const span = history.contested.find((contested) => contested.from <= day && day < contested.to);
  if (span) return { kind: "contested", by, claims: span.claims };
  return by === undefined ? { kind: "unknown" } : { kind: "held", by };
}

/** A move as the claims tell it, before implied ones have found their day. */
interface Step {
  firstDay: Day;
  lastDay: Day;
  to: string;
  impliedBy: ImpliedReason | undefined;
  claims: Claim[];
}

interface Dispute {
  from: Day;
  /** `undefined`: open until settled. */
  to: Day | undefined;
  claims: Claim[];
}

interface Draft {
  settlement: Settlement;
  opening: string | undefined;
  steps: Step[];
  disputes: Dispute[];
  /** Days on which a claim says who holds the place: they settle an open dispute. */
  settledOn: Day[];
}

interface DocumentedStep {
  step: Step;
  at: Settlement;
}

function draftHistory(input: HistoryInput, settlement: Settlement, claims: readonly Claim[]): Draft {
  const draft: Draft = { settlement, opening: input.openingSide(settlement.id), steps: [], disputes: [], settledOn: [] };
  // Within a day the order of the file is the order of the text; a later sort must not disturb it.
  const inOrder = mergeSameMoves(claims).toSorted((a, b) => a.lastDay.localeCompare(b.lastDay));
  draft.opening ??= guessOpening(input, inOrder[0]?.claims[0]);
  for (const move of inOrder) applyMove(input, draft, move);
  return draft;
}

/** One or more claims of the same move. Its window is that of the claim with the narrowest. */
interface Move {
  claims: Claim[];
  firstDay: Day;
  lastDay: Day;
}

function mergeSameMoves(claims: readonly Claim[]): Move[] {
  const moves: Move[] = [];
  for (const claim of claims) {
    const same = completesMove(claim) && moves.find((move) => isSameMove(move, claim));
    if (!same) {
      moves.push({ claims: [claim], firstDay: claim.firstDay, lastDay: claim.lastDay });
      continue;
    }
    same.claims.push(claim);
    // Evidence narrows: the move happened inside every window that speaks of it.
    if (claim.firstDay > same.firstDay) same.firstDay = claim.firstDay;
    if (claim.lastDay < same.lastDay) same.lastDay = claim.lastDay;
  }
  return moves;
}

function isSameMove(move: Move, claim: Claim): boolean {
  const [first] = move.claims;
  if (!first || !completesMove(first) || first.side !== claim.side) return false;
  if ((first.action === "withdrew") !== (claim.action === "withdrew")) return false;
  // A second report of one move comes from another sentence or document; "captured, lost, recaptured" within a day
  // does not, because the loss stands between them and has its own claim, but then the actions differ.
  if ((first.action === "recaptured") !== (claim.action === "recaptured") && first.source === claim.source) return false;
  return claim.firstDay <= move.lastDay && move.firstDay <= claim.lastDay;
}

/** Whether the claim says that the place went over to a side, and is not the weaker of two contradicting ones. */
function completesMove(claim: Claim): boolean {
  if (claim.certainty === "disputed" || claim.extent === "part") return false;
  return ["captured", "recaptured", "entered", "withdrew"].includes(claim.action);
}

function opponentOf(input: HistoryInput, side: string): string | undefined {
  return input.sides.find((candidate) => candidate.id === side)?.opponents[0];
}

/** Where the areas do not tell: a capture presupposes the other side, anything that shows a holder names it. */
function guessOpening(input: HistoryInput, claim: Claim | undefined): string | undefined {
  if (!claim?.side) return undefined;
  return ["held", "repelled", "withdrew"].includes(claim.action) ? claim.side : opponentOf(input, claim.side);
}

function applyMove(input: HistoryInput, draft: Draft, move: Move): void {
  const [claim] = move.claims;
  if (!claim) return;
  const { side, action } = claim;
  const holder = draft.steps.at(-1)?.to ?? draft.opening;
  if (completesMove(claim) && side !== undefined) {
    applyCompletedMove(input, draft, move, holder);
    return;
  }
  if (action === "contested" || claim.certainty === "disputed" || claim.extent === "part") {
    const isNews = action === "contested" || side !== holder || claim.certainty === "disputed";
    if (isNews) draft.disputes.push({ from: claim.firstDay, to: undefined, claims: move.claims });
    return;
  }
  if (side === undefined) return;
  const isHolding = action === "held" || action === "repelled";
  if (!isHolding && action !== "attacked") return;
  presupposeHolder(input, draft, move, isHolding ? side : opponentOf(input, side));
  if (isHolding) draft.settledOn.push(claim.firstDay);
  if (action === "attacked") {
    draft.disputes.push({ from: claim.firstDay, to: addDays(claim.lastDay, 1), claims: move.claims });
  }
}

function applyCompletedMove(input: HistoryInput, draft: Draft, move: Move, holder: string | undefined): void {
  const [claim] = move.claims;
  if (!claim?.side) return;
  const opponent = opponentOf(input, claim.side);
  const to = claim.action === "withdrew" ? opponent : claim.side;
  if (to === undefined) return;
  const last = draft.steps.at(-1);
  if (holder === to) {
    const isKnownToHold = last !== undefined && last.impliedBy === undefined && claim.action !== "recaptured";
    if (isKnownToHold || claim.action === "withdrew") {
      last?.claims.push(...move.claims);
      return;
    }
    implyStep(input, draft, opponent, move, "revealed-by-recapture");
  } else if (claim.action === "recaptured" && draft.opening !== to && !draft.steps.some((step) => step.to === to)) {
    // Retaken by a side that never had it in this story: it must have taken it, and lost it, unrecorded.
    implyStep(input, draft, to, move, "revealed-by-recapture");
    implyStep(input, draft, opponent, move, "revealed-by-recapture");
  }
  draft.steps.push({ ...move, to, impliedBy: undefined, claims: [...move.claims] });
}

/** Adds the move that must have happened before `evidence`, if the place is not with `holder` already. */
function presupposeHolder(input: HistoryInput, draft: Draft, evidence: Move, holder: string | undefined): void {
  const last = draft.steps.at(-1);
  const current = last?.to ?? draft.opening;
  if (holder === undefined || current === holder) return;
  // Said of the very days of the last change, it speaks of the time before that change.
  if (last && evidence.firstDay <= last.lastDay) return;
  implyStep(input, draft, holder, evidence, "presupposed");
}

function implyStep(
  input: HistoryInput,
  draft: Draft,
  to: string | undefined,
  evidence: Move,
  impliedBy: ImpliedReason,
): void {
  if (to === undefined) return;
  const last = draft.steps.at(-1);
  const firstDay = last ? last.lastDay : input.firstDay;
  const eve = addDays(evidence.firstDay, -1);
  const lastDay = eve < firstDay ? firstDay : eve;
  draft.steps.push({ firstDay, lastDay, to, impliedBy, claims: evidence.claims.slice(0, 1) });
}

function settleHistory(input: HistoryInput, draft: Draft, documented: readonly DocumentedStep[]): ControlHistory {
  const { settlement, opening } = draft;
  const changes: HistoryChange[] = [];
  let holder = opening;
  for (const step of draft.steps) {
    const day = step.impliedBy ? placeRevealed(settlement, step, documented) : step.lastDay;
    const earliest = changes.at(-1)?.day;
    changes.push(toChange(draft, step, holder, earliest !== undefined && day < earliest ? earliest : day));
    holder = step.to;
  }
  const closing = input.closingSide(settlement.id);
  const hasClaims = draft.steps.length > 0 || draft.disputes.length > 0;
  if (closing !== undefined && hasClaims && closing !== holder) {
    const step = passByTheFront(input, draft, closing, changes.at(-1), documented);
    changes.push(toChange(draft, step, holder, step.lastDay));
  }
  return { settlement: settlement.id, opening, changes, contested: closeDisputes(input, draft, changes, documented) };
}

function toChange(draft: Draft, step: Step, from: string | undefined, day: Day): HistoryChange {
  const contradictedBy = step.claims.flatMap((claim) => (claim.contradicts ? [claim.contradicts] : []));
  const isStated = step.claims.some((claim) => claim.certainty === "stated");
  const plain = isStated ? "stated" : "reported";
  return {
    settlement: draft.settlement.id,
    day,
    firstDay: step.firstDay,
    lastDay: step.lastDay,
    from,
    to: step.to,
    certainty: step.impliedBy ? "implied" : contradictedBy.length > 0 ? "disputed" : plain,
    impliedBy: step.impliedBy,
    claims: step.claims.map((claim) => claim.id),
    contradictedBy,
  };
}

/** Rule 4: with the last documented move of the same kind nearby, as a loss that shows later happened late. */
function placeRevealed(settlement: Settlement, step: Step, documented: readonly DocumentedStep[]): Day {
  const days = listNeighbouringMoves(settlement, step, documented).map((move) => move.day);
  return days.toSorted().at(-1) ?? step.lastDay;
}

/** Rule 5: with the nearest documented move after the place was last known to be otherwise. */
function passByTheFront(
  input: HistoryInput,
  draft: Draft,
  to: string,
  last: HistoryChange | undefined,
  documented: readonly DocumentedStep[],
): Step {
  const known = [last?.day, ...draft.disputes.map((dispute) => dispute.from)].filter((day) => day !== undefined);
  const lastKnown = known.toSorted().at(-1) ?? input.firstDay;
  const window = { firstDay: addDays(lastKnown, 1), lastDay: input.lastDay, to };
  const nearest = listNeighbouringMoves(draft.settlement, window, documented).toSorted((a, b) => a.km - b.km)[0];
  const lastDay = nearest?.day ?? input.lastDay;
  return { ...window, lastDay, impliedBy: "passed-by-the-front", claims: [] };
}

function listNeighbouringMoves(
  settlement: Settlement,
  window: { firstDay: Day; lastDay: Day; to: string },
  documented: readonly DocumentedStep[],
): { day: Day; km: number }[] {
  return documented.flatMap(({ step, at }) => {
    const isInWindow = window.firstDay <= step.lastDay && step.lastDay <= window.lastDay;
    if (!isInWindow || step.to !== window.to || at.id === settlement.id) return [];
    const km = distance(settlement.position as [number, number], at.position as [number, number]);
    return km <= NEIGHBOUR_KM ? [{ day: step.lastDay, km }] : [];
  });
}

function closeDisputes(
  input: HistoryInput,
  draft: Draft,
  changes: readonly HistoryChange[],
  documented: readonly DocumentedStep[],
): ContestedSpan[] {
  return draft.disputes.map((dispute) => {
    const claims = dispute.claims.map((claim) => claim.id);
    if (dispute.to) return { from: dispute.from, to: dispute.to, claims };
    const settlingDays = [...changes.map((change) => change.day), ...draft.settledOn];
    const settled = settlingDays.toSorted().find((day) => day > dispute.from);
    if (settled) return { from: dispute.from, to: settled, claims };
    const holder = input.closingSide(draft.settlement.id) ?? changes.at(-1)?.to ?? draft.opening;
    const window = { firstDay: addDays(dispute.from, 1), lastDay: input.lastDay, to: holder ?? "" };
    const nearest = listNeighbouringMoves(draft.settlement, window, documented).toSorted((a, b) => a.km - b.km)[0];
    return { from: dispute.from, to: nearest?.day ?? addDays(input.lastDay, 1), claims };
  });
}
