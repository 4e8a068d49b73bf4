import { type Holders, listInForce, traceHolders } from "./areas.ts";
import { type AreaChange, compareTraced } from "./changes.ts";
import type {
  Claim,
  ControlArea,
  Dataset,
  FrontLine,
  ObservationPost,
  PostEvent,
  Settlement,
  Source,
} from "./dataset.ts";
import { addDays, type Day, listDays } from "./day.ts";
import { type Control, type ControlHistory, controlOn, type HistoryChange } from "./control.ts";
import { deriveHistories } from "./history.ts";

/** A settlement that changed hands. */
export interface Change extends HistoryChange {
  /** The place had changed hands again by the end of the day, so the areas of the day do not show this change. */
  readonly isWithinDay: boolean;
}

/** A settlement whose claims and areas put it under different sides at the end of a day. */
export interface Disagreement {
  readonly day: Day;
  readonly settlement: string;
  readonly byClaims: string | undefined;
  readonly byAreas: string | undefined;
}

/** A data set with everything derived from it that more than one part of the program asks for. Built once. */
export interface Atlas {
  readonly dataset: Dataset;
  /** Every day of the story, in order. */
  readonly days: readonly Day[];
  readonly histories: ReadonlyMap<string, ControlHistory>;
  /** All changes in order of day, then by name of the settlement. */
  readonly changes: readonly Change[];
  readonly disagreements: readonly Disagreement[];
  readonly settlementById: ReadonlyMap<string, Settlement>;
  readonly claimById: ReadonlyMap<string, Claim>;
  readonly sourceById: ReadonlyMap<string, Source>;
}

/** Derives histories, changes and disagreements from a data set. Pure; takes a few tens of milliseconds. */
export function buildAtlas(dataset: Dataset): Atlas {
  const { settlements, claims, sides, firstDay, lastDay } = dataset;
  const days = listDays(firstDay, lastDay);
  const traced = traceAllDays(dataset, days);
  const derived = deriveHistories({
    settlements,
    claims,
    sides,
    firstDay,
    lastDay,
    openingSide: (id) => traced[0]?.get(id),
    closingSide: (id) => traced.at(-1)?.get(id),
  });
  const histories = fillFromAreas(derived, compareTraced(days, traced));
  const settlementById = new Map(settlements.map((settlement) => [settlement.id, settlement]));
  return {
    dataset,
    days,
    histories,
    changes: listAllChanges(histories, settlementById),
    disagreements: findDisagreements(days, histories, traced),
    settlementById,
    claimById: new Map(claims.map((claim) => [claim.id, claim])),
    sourceById: new Map(dataset.sources.map((source) => [source.id, source])),
  };
}

/** The changes of one day, in the order of {@link Atlas.changes}. */
export function listChangesOn(atlas: Atlas, day: Day): Change[] {
  return atlas.changes.filter((change) => change.day === day);
}

/** Who holds a settlement at the end of `day`; `unknown` for an id that the data set does not have. */
export function findControl(atlas: Atlas, settlement: string, day: Day): Control {
  const history = atlas.histories.get(settlement);
  return history ? controlOn(history, day) : { kind: "unknown" };
}

export function listAreasOn(atlas: Atlas, day: Day): ControlArea[] {
  return listInForce(atlas.dataset.controlAreas, day);
}

export function listFrontLinesOn(atlas: Atlas, day: Day): FrontLine[] {
  return listInForce(atlas.dataset.frontLines, day);
}

/** The latest event of a post on or before `day`: its state then. `undefined`: not established yet. */
export function findPostEvent(post: ObservationPost, day: Day): PostEvent | undefined {
  return post.events.findLast((event) => event.day <= day);
}

/** The nearest day after (`step` 1) or before (`step` -1) `day` on which anything changed hands. */
export function findDayWithChanges(atlas: Atlas, day: Day, step: 1 | -1): Day | undefined {
  return step === 1
    ? atlas.changes.find((change) => change.day > day)?.day
    : atlas.changes.findLast((change) => change.day < day)?.day;
}

/** Index 0 is the eve of the first day, or the first day itself again where no areas are in force on the eve. */
function traceAllDays(dataset: Dataset, days: readonly Day[]): Holders[] {
  const eve = addDays(dataset.firstDay, -1);
  const hasEve = listInForce(dataset.controlAreas, eve).length > 0;
  const traced = traceHolders(dataset.controlAreas, dataset.settlements, hasEve ? [eve, ...days] : days);
  const first = traced[0];
  return hasEve || !first ? traced : [first, ...traced];
}

/** Gives the places of which no claim tells the history that the areas tell. */
function fillFromAreas(
  histories: ReadonlyMap<string, ControlHistory>,
  areaChanges: readonly AreaChange[],
): ReadonlyMap<string, ControlHistory> {
  return new Map(
    [...histories].map(([id, history]) => {
      if (history.isDocumented) return [id, history];
      const changes = areaChanges
        .filter((change) => change.settlement === id)
        .map((change) => toInferred(change));
      return [id, { ...history, changes }];
    }),
  );
}

function listAllChanges(
  histories: ReadonlyMap<string, ControlHistory>,
  settlementById: ReadonlyMap<string, Settlement>,
): Change[] {
  const nameOf = (change: Change) => settlementById.get(change.settlement)?.name ?? change.settlement;
  // The sort is stable, so two changes of one place on one day keep their order.
  return [...histories.values()]
    .flatMap(({ changes }) =>
      changes.map((change, index) => ({ ...change, isWithinDay: isUndoneWithinDay(changes, index) })),
    )
    .toSorted((a, b) => a.day.localeCompare(b.day) || nameOf(a).localeCompare(nameOf(b), "en"));
}

/** Whether the changes of that day bring the place back to where it was before the day. */
function isUndoneWithinDay(changes: readonly HistoryChange[], index: number): boolean {
  const day = changes[index]?.day;
  const ofDay = changes.filter((change) => change.day === day);
  return ofDay.length > 1 && ofDay[0]?.from === ofDay.at(-1)?.to;
}

function toInferred(change: AreaChange): HistoryChange {
  return {
    ...change,
    firstDay: change.day,
    lastDay: change.day,
    certainty: "inferred",
    impliedBy: undefined,
    claims: [],
    contradictedBy: [],
  };
}

/**
 * Days on which claims and areas disagree: each settlement only on the first day of each stretch of disagreement.
 * Of a place outside all areas they cannot: missing data is not a contradiction.
 */
function findDisagreements(
  days: readonly Day[],
  histories: ReadonlyMap<string, ControlHistory>,
  traced: readonly Holders[],
): Disagreement[] {
  const found: Disagreement[] = [];
  for (const history of histories.values()) {
    let isDisagreeing = false;
    days.forEach((day, index) => {
      const control = controlOn(history, day);
      const byClaims = control.kind === "unknown" ? undefined : control.by;
      const byAreas = traced[index + 1]?.get(history.settlement);
      const isOtherwise = byAreas !== undefined && byClaims !== byAreas;
      if (isOtherwise && !isDisagreeing)
        found.push({ day, settlement: history.settlement, byClaims, byAreas });
      isDisagreeing = isOtherwise;
    });
  }
  return found;
}
