import { type AreaChange, type AreaTrace, traceAreas } from "./history/area-trace.ts";
import { listContents } from "./contents.ts";
import type { Dataset } from "./dataset.ts";
import type {
  Claim,
  ControlArea,
  FrontLine,
  ObservationPost,
  PostEvent,
  Settlement,
  Source,
} from "./records.ts";
import { type Day, listDays } from "./day.ts";
import { type Control, type ControlHistory, controlOn, type HistoryChange } from "./history/control.ts";
import { listGaps } from "./archive/gaps.ts";
import { deriveHistories } from "./history/history.ts";

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

/**
 * Derives histories, changes and disagreements from a data set. Pure; takes a few tens of milliseconds. A trace made
 * before saves most of them for large data sets.
 */
export function buildAtlas(
  dataset: Dataset,
  trace: AreaTrace = traceAreas(dataset.control, dataset.settlements),
): Atlas {
  const { settlements, claims, sides, firstDay, lastDay } = dataset;
  const days = listDays(firstDay, lastDay);
  const areaChanges = groupByPlace(trace.changes);
  /** The side that the areas give a place after the last of its changes that `isPast` tells. */
  const findAreaSide = (id: string, isPast: (change: AreaChange) => boolean) => {
    const last = areaChanges.get(id)?.findLast(isPast);
    return last ? last.to : trace.initialSides.get(id);
  };
  // What the areas show before the story's first day is how it begins.
  const findInitialSide = (id: string) => findAreaSide(id, ({ day }) => day < firstDay);
  const derived = deriveHistories({
    settlements,
    claims,
    sides,
    firstDay,
    lastDay,
    initialSide: findInitialSide,
    finalSide: (id) => findAreaSide(id, ({ day }) => day <= lastDay),
  });
  const histories = fillFromAreas(derived, dataset, findInitialSide, areaChanges);
  const settlementById = new Map(settlements.map((settlement) => [settlement.id, settlement]));
  return {
    dataset,
    days,
    histories,
    changes: listAllChanges(histories, settlementById),
    disagreements: findDisagreements(dataset, days, histories, trace, areaChanges),
    settlementById,
    claimById: new Map(claims.map((claim) => [claim.id, claim])),
    sourceById: new Map(dataset.sources.map((source) => [source.id, source])),
  };
}

const NONE: readonly Change[] = [];
const changesByDay = new WeakMap<readonly Change[], ReadonlyMap<Day, readonly Change[]>>();

/** The changes of one day, in the order of {@link Atlas.changes}. Costs nothing once one day has been asked for. */
export function listChangesOn({ changes }: Atlas, day: Day): readonly Change[] {
  const byDay = changesByDay.get(changes) ?? groupByDay(changes);
  changesByDay.set(changes, byDay);
  return byDay.get(day) ?? NONE;
}

function groupByDay(changes: readonly Change[]): ReadonlyMap<Day, readonly Change[]> {
  const grouped = new Map<Day, Change[]>();
  for (const change of changes) {
    const known = grouped.get(change.day);
    if (known) known.push(change);
    else grouped.set(change.day, [change]);
  }
  return grouped;
}

/** Who holds a settlement at the end of `day`; `unknown` for an id that the data set does not have. */
export function findControl(atlas: Atlas, settlement: string, day: Day): Control {
  const history = atlas.histories.get(settlement);
  return history ? controlOn(history, day) : { kind: "unknown" };
}

/** One area a side; none on a day for which the data set has none: see {@link isMissing}. */
export function listAreasOn(atlas: Atlas, day: Day): readonly ControlArea[] {
  return atlas.dataset.control.listAreas(day);
}

export function listFrontLinesOn(atlas: Atlas, day: Day): readonly FrontLine[] {
  return atlas.dataset.control.listLines(day);
}

/** Whether the data set tells nothing of the ground on `day`, though it tells of other days. */
export function isMissing({ dataset: { control } }: Atlas, day: Day): boolean {
  return control.phases.length > 0 && control.findPhase(day) < 0;
}

/** The latest event of a post on or before `day`: its state then. `undefined`: not established yet. */
export function findPostEvent(post: ObservationPost, day: Day): PostEvent | undefined {
  return post.events.findLast((event) => event.day <= day);
}

/**
 * The nearest day after (`step` 1) or before (`step` -1) `day` on which anything changed hands: a settlement or, where a data set has
 * none of its own, any ground.
 */
export function findDayWithChanges(atlas: Atlas, day: Day, step: 1 | -1): Day | undefined {
  if (listContents(atlas.dataset).isOfGround) {
    const { control, firstDay, lastDay } = atlas.dataset;
    const days = control.phases.map(({ from }) => from).filter((from) => from > firstDay && from <= lastDay);
    return step === 1 ? days.find((from) => from > day) : days.findLast((from) => from < day);
  }
  return step === 1
    ? atlas.changes.find((change) => change.day > day)?.day
    : atlas.changes.findLast((change) => change.day < day)?.day;
}

function groupByPlace(changes: readonly AreaChange[]): ReadonlyMap<string, readonly AreaChange[]> {
  const grouped = new Map<string, AreaChange[]>();
  for (const change of changes) {
    const known = grouped.get(change.settlement);
    if (known) known.push(change);
    else grouped.set(change.settlement, [change]);
  }
  return grouped;
}

/** Gives the places of which no claim tells the history that the areas tell. */
function fillFromAreas(
  histories: ReadonlyMap<string, ControlHistory>,
  { control, firstDay, lastDay }: Dataset,
  findInitialSide: (settlement: string) => string | undefined,
  areaChanges: ReadonlyMap<string, readonly AreaChange[]>,
): ReadonlyMap<string, ControlHistory> {
  const unknown = listGaps(control.phases, firstDay, lastDay);
  return new Map(
    [...histories].map(([id, history]) => {
      if (history.isDocumented) return [id, history];
      const all = areaChanges.get(id) ?? [];
      const changes = all.filter(({ day }) => firstDay <= day && day <= lastDay).map(toInferred);
      return [id, { ...history, initialSide: findInitialSide(id), changes, unknown }];
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
    lastDay: change.day,
    certainty: "inferred",
    impliedBy: undefined,
    claims: [],
    contradictedBy: [],
  };
}

/**
 * Days on which claims and areas disagree: each settlement only on the first day of each stretch of disagreement.
 * Of a place outside all areas they cannot, nor on a missing day: missing data is not a contradiction. Nor can they
 * of a place of which no claim tells.
 */
function findDisagreements(
  { control }: Dataset,
  days: readonly Day[],
  histories: ReadonlyMap<string, ControlHistory>,
  { initialSides }: AreaTrace,
  areaChanges: ReadonlyMap<string, readonly AreaChange[]>,
): Disagreement[] {
  const known = days.filter((day) => control.findPhase(day) >= 0);
  const found: Disagreement[] = [];
  for (const history of histories.values()) {
    if (!history.isDocumented) continue;
    const { settlement } = history;
    const ofPlace = areaChanges.get(settlement) ?? [];
    let isDisagreeing = false;
    let byAreas = initialSides.get(settlement);
    let next = 0;
    for (const day of known) {
      for (let change = ofPlace[next]; change && change.day <= day; change = ofPlace[++next])
        byAreas = change.to;
      const held = controlOn(history, day);
      const byClaims = held.kind === "unknown" ? undefined : held.by;
      const isOtherwise = byAreas !== undefined && byClaims !== byAreas;
      if (isOtherwise && !isDisagreeing) found.push({ day, settlement, byClaims, byAreas });
      isDisagreeing = isOtherwise;
    }
  }
  return found;
}
