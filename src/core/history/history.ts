import type { ControlHistory, HistoryChange, HistoryInput } from "./control.ts";
import type { Claim, Settlement } from "../records.ts";
import type { Day } from "../day.ts";
import {
  closeDisputes,
  type DocumentedTransition,
  measureKm,
  passByTheFront,
  dateRevealed,
  SHARED_KM,
} from "./dating.ts";
import {
  type ProvisionalHistory,
  deriveProvisionally,
  listLastingTransitions,
  type Transition,
  tellsHolder,
} from "./provisional.ts";

/** The history of every settlement, by id, also of those without claims. Claims of unknown settlements are ignored. */
export function deriveHistories(input: HistoryInput): ReadonlyMap<string, ControlHistory> {
  const grouped = groupBySettlement(input.claims);
  const provisionals = input.settlements.map((settlement) =>
    deriveProvisionally(input, settlement, grouped.get(settlement.id) ?? []),
  );
  const documented = provisionals.flatMap((provisional) =>
    listLastingTransitions(provisional).map((transition) => ({ transition, at: provisional.settlement })),
  );
  const histories = new Map(
    provisionals.map(
      (provisional) => [provisional.settlement.id, settleHistory(input, provisional, documented)] as const,
    ),
  );
  for (const provisional of provisionals) {
    const neighbour = findSharedNeighbour(provisional, provisionals);
    const shared = neighbour && histories.get(neighbour.id);
    if (shared)
      histories.set(provisional.settlement.id, shareHistory(input, provisional, shared, documented));
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
  provisional: ProvisionalHistory,
  documented: readonly DocumentedTransition[],
): ControlHistory {
  const { settlement, initialSide } = provisional;
  const changes: HistoryChange[] = [];
  for (const transition of provisional.transitions) {
    const last = changes.at(-1);
    const dated = transition.impliedBy
      ? dateRevealed(settlement, transition, documented)
      : { day: transition.lastDay, firstDay: transition.firstDay };
    // An implied change never moves before the one it follows.
    const day = last && dated.day < last.day ? last.day : dated.day;
    changes.push({
      ...toChange(provisional, transition, last ? last.to : initialSide, day),
      firstDay: dated.firstDay,
    });
  }
  const isDocumented = provisional.claims.some((claim) => tellsHolder(claim));
  const finalSide = input.finalSide(settlement.id);
  const last = changes.at(-1);
  const holder = last ? last.to : initialSide;
  if (finalSide !== undefined && isDocumented && finalSide !== holder) {
    const transition = passByTheFront(input, provisional, finalSide, last, documented);
    changes.push(toChange(provisional, transition, holder, transition.lastDay));
  }
  const contested = closeDisputes(input, provisional, changes, documented);
  return { settlement: settlement.id, isDocumented, initialSide, changes, contested, unknown: [] };
}

function toChange(
  provisional: ProvisionalHistory,
  transition: Transition,
  from: string | undefined,
  day: Day,
): HistoryChange {
  const contradictedBy = transition.claims.flatMap((claim) => (claim.contradicts ? [claim.contradicts] : []));
  const ofPlace = transition.claims.filter(({ ground }) => ground === undefined);
  const plain = ofPlace.some(({ certainty }) => certainty === "stated") ? "stated" : "reported";
  const documented = contradictedBy.length > 0 ? "disputed" : plain;
  const impliedBy = transition.impliedBy ?? (ofPlace.length === 0 ? "said-of-its-ground" : undefined);
  return {
    settlement: provisional.settlement.id,
    day,
    firstDay: transition.firstDay,
    lastDay: transition.lastDay,
    from,
    to: transition.to,
    certainty: impliedBy ? "implied" : documented,
    impliedBy,
    claims: transition.claims.map((claim) => claim.id),
    contradictedBy: impliedBy ? [] : contradictedBy,
  };
}

/** Rule 6: the documented place whose fortune the drafted one shares, if it is such a one. */
function findSharedNeighbour(
  provisional: ProvisionalHistory,
  provisionals: readonly ProvisionalHistory[],
): Settlement | undefined {
  const { settlement } = provisional;
  const isSite = ["hill", "base", "suburb", "site"].includes(settlement.kind);
  const isDocumented = provisional.claims.some((claim) => tellsHolder(claim) || claim.action === "contested");
  if (!isSite || !isDocumented || provisional.transitions.length > 0) return undefined;
  return provisionals
    .filter((other) => other.transitions.some((transition) => transition.impliedBy === undefined))
    .map((other) => ({ place: other.settlement, km: measureKm(settlement, other.settlement) }))
    .filter(({ km }) => km <= SHARED_KM)
    .toSorted((a, b) => a.place.importance - b.place.importance || a.km - b.km)[0]?.place;
}

function shareHistory(
  input: HistoryInput,
  provisional: ProvisionalHistory,
  shared: ControlHistory,
  documented: readonly DocumentedTransition[],
): ControlHistory {
  const changes = shared.changes.map((change) => ({
    ...change,
    settlement: provisional.settlement.id,
    certainty: "implied" as const,
    impliedBy: "shared-with-neighbour" as const,
    contradictedBy: [],
  }));
  const contested = closeDisputes(input, provisional, changes, documented);
  return {
    settlement: provisional.settlement.id,
    isDocumented: true,
    initialSide: shared.initialSide,
    changes,
    contested,
    unknown: [],
  };
}
