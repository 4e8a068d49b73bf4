import { distance } from "@turf/distance";
import type { Claim, Settlement, Side } from "./dataset.ts";
import { addDays, countDaysBetween, type Day } from "./day.ts";
import { completesMove, mergeSameMoves, type Move } from "./moves.ts";

/**
 * A settlement's history of control, derived from its claims by one rule. `docs/control-rule.md` says it in prose.
 *
 * 1. A completed capture (captured, recaptured, entered; the whole place or most of it) moves the place to the captor
 *    on the last day of its window: the first day on which it is certain. A complete withdrawal gives it back.
 * 2. Claims of the same move whose windows touch are one change, with all of them as its evidence.
 * 3. A claim marked disputed never moves a place; like a partial capture, it makes the place contested until a later
 *    claim settles it. Reported fighting, or a ground attack whose outcome is not told, does so on its own days only.
 * 4. What a claim presupposes is implied: a recapture an earlier loss, an attack by a side that the other one holds
 *    the place. The implied change is shown on the last day of its window on which a documented place within
 *    {@link NEIGHBOUR_KM} changed the same way, else on the window's last day.
 * 5. A place that the areas of the last day give to another side than its last claim went over, implied, when the
 *    nearest documented place changed that way ("passed by the front"). Open disputes end in the same manner.
 * 6. A hill, base, suburb or site without a capture of its own shares the fortune of the chief documented place
 *    within {@link SHARED_KM}.
 */
export interface ControlHistory {
  readonly settlement: string;
  /** False: no claim says or presupposes who held the place, so only the areas can tell. */
  readonly isDocumented: boolean;
  /** The side before the first change; `undefined` if neither claims nor areas tell. */
  readonly opening: string | undefined;
  /** In order of time. Two changes may share a day: captured and lost again before its end. */
  readonly changes: readonly HistoryChange[];
  readonly contested: readonly ContestedSpan[];
}

/** `inferred`: no claim speaks of it, the areas alone tell. */
export type ChangeCertainty = "stated" | "reported" | "disputed" | "implied" | "inferred";
export type ImpliedReason = "revealed-by-recapture" | "presupposed" | "passed-by-the-front" | "shared-with-neighbour";

export interface HistoryChange {
  readonly settlement: string;
  /** The day it is shown on: within the window, see rules 1 and 4. */
  readonly day: Day;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly certainty: ChangeCertainty;
  /** Why it is implied; `undefined` for a change that is not. */
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

/** Documented changes further away than this do not date a revealed loss: about the width of one day's sector. */
export const NEIGHBOUR_KM = 20;

/** Of two neighbours a front may have passed with, the earlier is chosen unless the later is a km nearer per so many days. */
const DAYS_PER_KM = 10;

/** A site this close to a documented place is part of it for all that the documents can tell. */
export const SHARED_KM = 2;

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
  const documented = drafts.flatMap((draft) => listLastingSteps(draft).map((step) => ({ step, at: draft.settlement })));
  const histories = new Map(
    drafts.map((draft) => [draft.settlement.id, settleHistory(input, draft, documented)] as const),
  );
  for (const draft of drafts) {
    const neighbour = findSharedNeighbour(draft, drafts);
    const shared = neighbour && histories.get(neighbour.id);
    if (shared) histories.set(draft.settlement.id, shareHistory(input, draft, shared, documented));
  }
  return histories;
}

/** The control of a settlement at the end of `day`. Before its first change it is the opening side's. */
export function controlOn(history: ControlHistory, day: Day): Control {
  const last = history.changes.findLast((change) => change.day <= day);
  const by = last ? last.to : history.opening;
  const span = history.contested.find((contested) => contested.from <= day && day < contested.to);
  if (span) return { kind: "contested", by, claims: span.claims };
  return by === undefined ? { kind: "unknown" } : { kind: "held", by };
}

/** A change as the claims tell it, before implied ones have found their day. */
interface Step {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly to: string;
  readonly impliedBy: ImpliedReason | undefined;
  readonly claims: readonly Claim[];
}

interface Dispute {
  readonly from: Day;
  /** `undefined`: open until settled. */
  readonly to: Day | undefined;
  readonly claims: readonly Claim[];
}

interface Draft {
  readonly settlement: Settlement;
  readonly claims: readonly Claim[];
  opening: string | undefined;
  readonly steps: Step[];
  readonly disputes: Dispute[];
}

interface DocumentedStep {
  readonly step: Step;
  readonly at: Settlement;
}

/** The stated changes of a place that outlasted their day: what is taken and lost within a day dates nothing else. */
function listLastingSteps({ steps }: Draft): Step[] {
  return steps.filter((step) => {
    const isAlone = steps.every((other) => other === step || other.lastDay !== step.lastDay);
    return step.impliedBy === undefined && isAlone;
  });
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

function draftHistory(input: HistoryInput, settlement: Settlement, claims: readonly Claim[]): Draft {
  const opening = input.openingSide(settlement.id);
  const draft: Draft = { settlement, claims, opening, steps: [], disputes: [] };
  // Within a day the order of the file is the order of the text; the sort is stable and leaves it alone.
  const moves = mergeSameMoves(claims).toSorted((a, b) => a.lastDay.localeCompare(b.lastDay));
  draft.opening ??= guessOpening(input, moves.map((move) => move.claims[0]).find((claim) => claim && tellsHolder(claim)));
  for (const move of moves) applyMove(input, draft, move);
  return draft;
}

/** Whether anything follows from the claim about who held the place. Being struck from afar tells nothing. */
function tellsHolder(claim: Claim): boolean {
  return claim.side !== undefined && !["bombarded", "encircled", "relieved", "contested"].includes(claim.action);
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
  if (!claim || ["bombarded", "encircled", "relieved"].includes(claim.action)) return;
  if (completesMove(claim)) applyCompletedMove(input, draft, move);
  else if (claim.action === "contested") addDispute(draft, move, addDays(claim.lastDay, 1));
  else if (claim.action === "attacked") applyAttack(input, draft, move);
  else if (claim.certainty === "disputed" || claim.extent === "part") applyDoubt(draft, move);
  else if (claim.side !== undefined && claim.action !== "withdrew") presupposeHolder(input, draft, move, claim.side);
}

function addDispute(draft: Draft, move: Move, to: Day | undefined): void {
  draft.disputes.push({ from: move.firstDay, to, claims: move.claims });
}

/** A partial or disputed capture is news only from the side that does not hold the place. */
function applyDoubt(draft: Draft, move: Move): void {
  const [claim] = move.claims;
  const holder = draft.steps.at(-1)?.to ?? draft.opening;
  const isCapture = claim !== undefined && ["captured", "recaptured", "entered"].includes(claim.action);
  // A disputed capture of what was captured the same day is the other half of a contradiction, whoever holds it now.
  if (isCapture && claim.side !== holder) addDispute(draft, move, undefined);
}

function applyAttack(input: HistoryInput, draft: Draft, move: Move): void {
  const [claim] = move.claims;
  if (!claim?.side || claim.extent === "part") return;
  presupposeHolder(input, draft, move, opponentOf(input, claim.side));
  const isOutcomeTold = draft.claims.some(
    (other) =>
      (completesMove(other) || other.action === "repelled") &&
      other.firstDay <= claim.lastDay &&
      claim.firstDay <= other.lastDay,
  );
  if (!isOutcomeTold) addDispute(draft, move, addDays(claim.lastDay, 1));
}

function applyCompletedMove(input: HistoryInput, draft: Draft, move: Move): void {
  const [claim] = move.claims;
  if (!claim?.side) return;
  const opponent = opponentOf(input, claim.side);
  const to = claim.action === "withdrew" ? opponent : claim.side;
  if (to === undefined) return;
  const last = draft.steps.at(-1);
  const holder = last?.to ?? draft.opening;
  if (holder === to) {
    // Said twice with no loss between: the second is no change. But what is recaptured must have been lost.
    const isKnownToHold = last !== undefined && last.impliedBy === undefined && claim.action !== "recaptured";
    if (isKnownToHold || claim.action === "withdrew") return;
    implyStep(input, draft, opponent, move, "revealed-by-recapture");
  } else if (claim.action === "recaptured" && draft.opening !== to && !draft.steps.some((step) => step.to === to)) {
    // Retaken by a side that never had it in this story: it must have taken it, and lost it, unrecorded.
    implyStep(input, draft, to, move, "revealed-by-recapture");
    implyStep(input, draft, opponent, move, "revealed-by-recapture");
  }
  draft.steps.push({ ...move, to, impliedBy: undefined });
}

/** Adds the change that must have happened before `evidence`, if the place is not with `holder` already. */
function presupposeHolder(input: HistoryInput, draft: Draft, evidence: Move, holder: string | undefined): void {
  const last = draft.steps.at(-1);
  const current = last?.to ?? draft.opening;
  if (holder === undefined || current === holder) return;
  // Said of the very days of the last change, it speaks of the time before that change; of days on which the place is
  // contested, of a part of it.
  if (last && evidence.firstDay <= last.lastDay) return;
  if (draft.disputes.some((dispute) => dispute.from <= evidence.lastDay && dispute.to === undefined)) return;
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
  const lastHeld = draft.claims
    .filter((claim) => claim.action === "held" && claim.side !== to && claim.lastDay < evidence.firstDay)
    .map((claim) => addDays(claim.lastDay, 1));
  const firstDay = [last?.lastDay ?? input.firstDay, ...lastHeld].toSorted().at(-1) ?? input.firstDay;
  const eve = addDays(evidence.firstDay, -1);
  draft.steps.push({ firstDay, lastDay: eve < firstDay ? firstDay : eve, to, impliedBy, claims: evidence.claims.slice(0, 1) });
}

function settleHistory(input: HistoryInput, draft: Draft, documented: readonly DocumentedStep[]): ControlHistory {
  const { settlement, opening } = draft;
  const changes: HistoryChange[] = [];
  for (const step of draft.steps) {
    const last = changes.at(-1);
    const day = step.impliedBy ? placeRevealed(settlement, step, documented) : step.lastDay;
    changes.push(toChange(draft, step, last ? last.to : opening, last && day < last.day ? last.day : day));
  }
  const isDocumented = draft.claims.some((claim) => tellsHolder(claim));
  const closing = input.closingSide(settlement.id);
  const last = changes.at(-1);
  const holder = last ? last.to : opening;
  if (closing !== undefined && isDocumented && closing !== holder) {
    const step = passByTheFront(input, draft, closing, last, documented);
    changes.push(toChange(draft, step, holder, step.lastDay));
  }
  const contested = closeDisputes(input, draft, changes, documented);
  return { settlement: settlement.id, isDocumented, opening, changes, contested };
}

function toChange(draft: Draft, step: Step, from: string | undefined, day: Day): HistoryChange {
  const contradictedBy = step.claims.flatMap((claim) => (claim.contradicts ? [claim.contradicts] : []));
  const plain = step.claims.some((claim) => claim.certainty === "stated") ? "stated" : "reported";
  const documented = contradictedBy.length > 0 ? "disputed" : plain;
  return {
    settlement: draft.settlement.id,
    day,
    firstDay: step.firstDay,
    lastDay: step.lastDay,
    from,
    to: step.to,
    certainty: step.impliedBy ? "implied" : documented,
    impliedBy: step.impliedBy,
    claims: step.claims.map((claim) => claim.id),
    contradictedBy: step.impliedBy ? [] : contradictedBy,
  };
}

/** Rule 4: with the last documented change of the same kind nearby, as a loss that shows later happened late. */
function placeRevealed(settlement: Settlement, step: Step, documented: readonly DocumentedStep[]): Day {
  const near = listSimilarMoves(settlement, step, documented).filter((move) => move.km <= NEIGHBOUR_KM);
  return near.map((move) => move.day).toSorted().at(-1) ?? step.lastDay;
}

/** Rule 5: with the nearest documented change after the place was last known to be otherwise. */
function passByTheFront(
  input: HistoryInput,
  draft: Draft,
  to: string,
  last: HistoryChange | undefined,
  documented: readonly DocumentedStep[],
): Step {
  const held = draft.claims.filter((claim) => {
    const isHolding = ["held", "repelled"].includes(claim.action);
    return isHolding ? claim.side !== to : claim.action === "attacked" && claim.side === to;
  });
  const known = [last?.day, ...held.map((claim) => claim.firstDay)].filter((day) => day !== undefined);
  const lastKnown = known.toSorted().at(-1);
  const window = { firstDay: lastKnown ? addDays(lastKnown, 1) : input.firstDay, lastDay: input.lastDay, to };
  const lastDay = findNearestMove(draft.settlement, window, documented) ?? input.lastDay;
  return { ...window, lastDay, impliedBy: "passed-by-the-front", claims: [] };
}

interface Window {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly to: string;
}

/** The day of the nearest similar change, where waiting for one counts as distance too. */
function findNearestMove(settlement: Settlement, window: Window, documented: readonly DocumentedStep[]): Day | undefined {
  const score = ({ day, km }: { day: Day; km: number }) => km + countDaysBetween(window.firstDay, day) / DAYS_PER_KM;
  return listSimilarMoves(settlement, window, documented).toSorted((a, b) => score(a) - score(b))[0]?.day;
}

/** Documented changes of other places to the same side within the window. */
function listSimilarMoves(
  settlement: Settlement,
  window: Window,
  documented: readonly DocumentedStep[],
): { day: Day; km: number }[] {
  return documented
    .filter(({ step, at }) => {
      const isInWindow = window.firstDay <= step.lastDay && step.lastDay <= window.lastDay;
      return isInWindow && step.to === window.to && at.id !== settlement.id;
    })
    .map(({ step, at }) => ({ day: step.lastDay, km: measureKm(settlement, at) }));
}

function measureKm(from: Settlement, to: Settlement): number {
  return distance(from.position as [number, number], to.position as [number, number]);
}

function closeDisputes(
  input: HistoryInput,
  draft: Draft,
  changes: readonly HistoryChange[],
  documented: readonly DocumentedStep[],
): ContestedSpan[] {
  const heldOn = draft.claims
    .filter((claim) => ["held", "repelled"].includes(claim.action) && claim.certainty !== "disputed")
    .map((claim) => claim.firstDay);
  const settlingDays = [...changes.map((change) => change.day), ...heldOn].toSorted();
  const spans = draft.disputes.map((dispute) => {
    const claims = dispute.claims.map((claim) => claim.id);
    const settled = dispute.to ?? settlingDays.find((day) => day > dispute.from);
    if (settled) return { from: dispute.from, to: settled, claims };
    const to = changes.at(-1)?.to ?? draft.opening ?? "";
    const window = { firstDay: addDays(dispute.from, 1), lastDay: input.lastDay, to };
    const nearest = findNearestMove(draft.settlement, window, documented);
    return { from: dispute.from, to: nearest ?? addDays(input.lastDay, 1), claims };
  });
  return mergeSpans(spans);
}

/** In order of time, without overlap: spans that touch become one with the claims of both. */
function mergeSpans(spans: readonly ContestedSpan[]): ContestedSpan[] {
  const merged: ContestedSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = merged.at(-1);
    if (!last || span.from > last.to) merged.push(span);
    else {
      const to = span.to > last.to ? span.to : last.to;
      merged[merged.length - 1] = { from: last.from, to, claims: [...last.claims, ...span.claims] };
    }
  }
  return merged;
}

/** Rule 6: the documented place whose fortune the drafted one shares, if it is such a one. */
function findSharedNeighbour(draft: Draft, drafts: readonly Draft[]): Settlement | undefined {
  const { settlement } = draft;
  const isSite = ["hill", "base", "suburb", "site"].includes(settlement.kind);
  const isDocumented = draft.claims.some((claim) => tellsHolder(claim) || claim.action === "contested");
  if (!isSite || !isDocumented || draft.steps.length > 0) return undefined;
  return drafts
    .filter((other) => other.steps.some((step) => step.impliedBy === undefined))
    .map((other) => ({ place: other.settlement, km: measureKm(settlement, other.settlement) }))
    .filter(({ km }) => km <= SHARED_KM)
    .toSorted((a, b) => a.place.importance - b.place.importance || a.km - b.km)[0]?.place;
}

function shareHistory(
  input: HistoryInput,
  draft: Draft,
  shared: ControlHistory,
  documented: readonly DocumentedStep[],
): ControlHistory {
  const changes = shared.changes.map((change) => ({
    ...change,
    settlement: draft.settlement.id,
    certainty: "implied" as const,
    impliedBy: "shared-with-neighbour" as const,
    contradictedBy: [],
  }));
  const contested = closeDisputes(input, draft, changes, documented);
  return { settlement: draft.settlement.id, isDocumented: true, opening: shared.opening, changes, contested };
}
