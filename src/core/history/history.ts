import type { ControlHistory, HistoryChange, HistoryInput } from "./control.ts";
import type { Claim, Settlement } from "../records.ts";
import type { Day } from "../day.ts";
import {
  closeDisputes,
  type DocumentedStep,
  measureKm,
  passByTheFront,
  dateRevealed,
  SHARED_KM,
} from "./dating.ts";
import { type Draft, draftHistory, listLastingSteps, type Step, tellsHolder } from "./draft.ts";

/** The history of every settlement, by id, also of those without claims. Claims of unknown settlements are ignored. */
export function deriveHistories(input: HistoryInput): ReadonlyMap<string, ControlHistory> {
  const grouped = groupBySettlement(input.claims);
  const drafts = input.settlements.map((settlement) =>
    draftHistory(input, settlement, grouped.get(settlement.id) ?? []),
  );
  const documented = drafts.flatMap((draft) =>
    listLastingSteps(draft).map((step) => ({ step, at: draft.settlement })),
  );
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

function groupBySettlement(claims: readonly Claim[]): Map<string, Claim[]> {
  const grouped = new Map<string, Claim[]>();
  for (const claim of claims) {
    const group = grouped.get(claim.settlement);
    if (group) group.push(claim);
    else grouped.set(claim.settlement, [claim]);
  }
  return grouped;
}

function settleHistory(
  input: HistoryInput,
  draft: Draft,
  documented: readonly DocumentedStep[],
): ControlHistory {
  const { settlement, opening } = draft;
  const changes: HistoryChange[] = [];
  for (const step of draft.steps) {
    const last = changes.at(-1);
    const dated = step.impliedBy
      ? dateRevealed(settlement, step, documented)
      : { day: step.lastDay, firstDay: step.firstDay };
    // An implied change never moves before the one it follows.
    const day = last && dated.day < last.day ? last.day : dated.day;
    changes.push({ ...toChange(draft, step, last ? last.to : opening, day), firstDay: dated.firstDay });
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
  return { settlement: settlement.id, isDocumented, opening, changes, contested, unknown: [] };
}

function toChange(draft: Draft, step: Step, from: string | undefined, day: Day): HistoryChange {
  const contradictedBy = step.claims.flatMap((claim) => (claim.contradicts ? [claim.contradicts] : []));
  const ofPlace = step.claims.filter(({ ground }) => ground === undefined);
  const plain = ofPlace.some(({ certainty }) => certainty === "stated") ? "stated" : "reported";
  const documented = contradictedBy.length > 0 ? "disputed" : plain;
  const impliedBy = step.impliedBy ?? (ofPlace.length === 0 ? "said-of-its-ground" : undefined);
  return {
    settlement: draft.settlement.id,
    day,
    firstDay: step.firstDay,
    lastDay: step.lastDay,
    from,
    to: step.to,
    certainty: impliedBy ? "implied" : documented,
    impliedBy,
    claims: step.claims.map((claim) => claim.id),
    contradictedBy: impliedBy ? [] : contradictedBy,
  };
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
  return {
    settlement: draft.settlement.id,
    isDocumented: true,
    opening: shared.opening,
    changes,
    contested,
    unknown: [],
  };
}
