import { distance } from "@turf/distance";
import type { ContestedSpan, HistoryChange, HistoryInput } from "./control.ts";
import type { Settlement } from "../records.ts";
import { addDays, countDaysBetween, type Day } from "../day.ts";
import type { Dispute, ProvisionalHistory, Transition } from "./provisional.ts";

/** Documented changes further away than this do not date a revealed loss: about the width of one day's sector. */
const NEIGHBOUR_KM = 20;

/** Of two neighbours a front may have passed with, the earlier is chosen unless the later is a km nearer per so many days. */
const DAYS_PER_KM = 10;

/** A site this close to a documented place is part of it for all that the documents can tell. */
export const SHARED_KM = 3;

/** A stated, lasting change and the place where it happened: what undated ones nearby are dated by. */
export interface DocumentedTransition {
  readonly transition: Transition;
  readonly at: Settlement;
}

/**
 * Rule 4: the day and the window of a change that only a later claim reveals. It happened after the front had come
 * near, so the window opens with the first documented change of the same kind nearby; it shows late, so the day is
 * that of the last one.
 */
export function dateRevealed(
  settlement: Settlement,
  transition: Transition,
  documented: readonly DocumentedTransition[],
): { day: Day; firstDay: Day } {
  const near = listSimilarMoves(settlement, transition, documented).filter((move) => move.km <= NEIGHBOUR_KM);
  const days = near.map((move) => move.day).toSorted();
  return { day: days.at(-1) ?? transition.lastDay, firstDay: days[0] ?? transition.firstDay };
}

/** Rule 5: with the nearest documented change after the place was last known to be otherwise. */
export function passByTheFront(
  input: HistoryInput,
  provisional: ProvisionalHistory,
  to: string,
  last: HistoryChange | undefined,
  documented: readonly DocumentedTransition[],
): Transition {
  const held = provisional.claims.filter((claim) => {
    const isHolding = ["held", "repelled"].includes(claim.action);
    return isHolding ? claim.side !== to : claim.action === "attacked" && claim.side === to;
  });
  const known = [last?.day, ...held.map((claim) => claim.firstDay)].filter((day) => day !== undefined);
  const lastKnown = known.toSorted().at(-1);
  const dayAfter = lastKnown ? addDays(lastKnown, 1) : input.firstDay;
  const { lastDay: end } = input;
  const window = { firstDay: dayAfter < end ? dayAfter : end, lastDay: end, to };
  const lastDay = findNearestMove(provisional.settlement, window, documented) ?? end;
  return { ...window, lastDay, impliedBy: "passed-by-the-front", claims: [] };
}

interface Window {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly to: string;
}

/** The day of the nearest similar change, where waiting for one counts as distance too. */
function findNearestMove(
  settlement: Settlement,
  window: Window,
  documented: readonly DocumentedTransition[],
): Day | undefined {
  const score = ({ day, km }: { day: Day; km: number }) =>
    km + countDaysBetween(window.firstDay, day) / DAYS_PER_KM;
  return listSimilarMoves(settlement, window, documented).toSorted((a, b) => score(a) - score(b))[0]?.day;
}

/** Documented changes of other places to the same side within the window. */
function listSimilarMoves(
  settlement: Settlement,
  window: Window,
  documented: readonly DocumentedTransition[],
): { day: Day; km: number }[] {
  return documented
    .filter(({ transition, at }) => {
      const isInWindow = window.firstDay <= transition.lastDay && transition.lastDay <= window.lastDay;
      return isInWindow && transition.to === window.to && at.id !== settlement.id;
    })
    .map(({ transition, at }) => ({ day: transition.lastDay, km: measureKm(settlement, at) }));
}

/** Great-circle distance. */
export function measureKm(from: Settlement, to: Settlement): number {
  return distance(from.position as [number, number], to.position as [number, number]);
}

/** The days on which the place was contested, open disputes closed as rules 3 and 5 say. */
export function closeDisputes(
  input: HistoryInput,
  provisional: ProvisionalHistory,
  changes: readonly HistoryChange[],
  documented: readonly DocumentedTransition[],
): ContestedSpan[] {
  const heldOn = provisional.claims
    .filter((claim) => ["held", "repelled"].includes(claim.action) && claim.certainty !== "disputed")
    .map((claim) => claim.firstDay);
  const settlingDays = [...changes.map((change) => change.day), ...heldOn].toSorted();
  // Who gets in and takes the place the same day leaves nothing open at its end.
  const isCompleted = ({ from, claims }: Dispute) =>
    claims.some(({ side, certainty }) => {
      const isTaken = changes.some((change) => change.day === from && change.to === side);
      return certainty !== "disputed" && isTaken;
    });
  const spans = provisional.disputes
    .filter((dispute) => !isCompleted(dispute))
    .map((dispute) => {
      const claims = dispute.claims.map((claim) => claim.id);
      const settled = dispute.to ?? settlingDays.find((day) => day > dispute.from);
      if (settled) return { from: dispute.from, to: settled, claims };
      const to = changes.at(-1)?.to ?? provisional.initialSide ?? "";
      const window = { firstDay: addDays(dispute.from, 1), lastDay: input.lastDay, to };
      const nearest = findNearestMove(provisional.settlement, window, documented);
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
