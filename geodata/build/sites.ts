import { type ControlHistory, controlOn } from "../../src/core/history/control.ts";
import { findPostEvent } from "../../src/core/atlas.ts";
import type { ObservationPost } from "../../src/core/records.ts";
import type { Day } from "../../src/core/day.ts";
import type { Position } from "../../src/core/geometry.ts";
import { type Advance, findAdvance } from "./advances.ts";
import { distanceKm } from "./plane.ts";

/** A point whose holder is known or assumed on every day: the reconstruction is nothing but lines between these. */
export interface Site {
  readonly id: string;
  readonly position: Position;
  /** True for every place of the record: it may never be moved to another side for the sake of the line. */
  readonly isNamed: boolean;
  /** True if claims tell its holder: a line near it rests on the documents. */
  readonly isDocumented: boolean;
  readonly holderOn: (day: Day) => string;
}

/** Ground with the sides that the two baseline lines give it. */
export interface Ground {
  readonly id: string;
  readonly position: Position;
  readonly initialSide: string;
  readonly finalSide: string;
}

/** What the ground around it follows: a documented settlement, or a post whose encirclement a document dates. */
export interface Leader {
  readonly id: string;
  readonly position: Position;
  readonly initialSide: string;
  /** Its side at the end of the story. */
  readonly finalSide: string;
  readonly holderOn: (day: Day) => string;
  /** The day of its last change. */
  readonly changeDay: Day | undefined;
  /** False if its last change is implied: then its day is itself drawn by a rule. */
  readonly isTold: boolean;
  /** The ground of a post is the post's own: further off than {@link FOLLOW_KM} nothing follows it. */
  readonly isPost: boolean;
}

/** Ground this close to a leader shares all its ups and downs; further off only the last change of a settlement. */
const FOLLOW_KM = 3;

/** Ground this close is the place itself: a document that counts other places taken around it does not mean it. */
const OWN_KM = 2;

/** A documented settlement: its history decides, and the baseline before the first change. */
export function toLeader({ id, position, initialSide }: Ground, history: ControlHistory): Leader {
  const last = history.changes.at(-1);
  return {
    id,
    position,
    initialSide,
    finalSide: last?.to ?? initialSide,
    holderOn: (day) => {
      const control = controlOn(history, day);
      return (control.kind === "unknown" ? undefined : control.by) ?? initialSide;
    },
    changeDay: last?.day,
    isTold: last?.certainty !== "implied" || last.impliedBy === "said-of-its-ground",
    isPost: false,
  };
}

/**
 * The ground of an observation post whose encirclement the documents date: before that day it is with the side it
 * opened under, while encircled with the side around it. A post is no enclave of control. `undefined` for a post of
 * which no document gives the day.
 */
export function toPostLeader(
  post: ObservationPost,
  initialSide: string,
  around: string | undefined,
  documents: ReadonlySet<string>,
): Leader | undefined {
  const isDated = post.events.some(
    ({ state, precision, source }) => state === "encircled" && precision === "day" && documents.has(source),
  );
  if (!isDated || around === undefined || around === initialSide) return undefined;
  const last = post.events.at(-1);
  return {
    id: post.id,
    position: post.position,
    initialSide,
    finalSide: last?.state === "encircled" ? around : initialSide,
    holderOn: (day) => (findPostEvent(post, day)?.state === "encircled" ? around : initialSide),
    changeDay: last?.day,
    isTold: true,
    isPost: true,
  };
}

export function toLeaderSite({ id, position, holderOn }: Leader): Site {
  return { id, position, isNamed: true, isDocumented: true, holderOn };
}

/**
 * A place of the record of which no claim tells who held it. If it ends as it began it never moves: no document
 * says so. Else it turns once, as a village would that no document names.
 */
export function toSilentSite(ground: Ground, leaders: readonly Leader[], advances: readonly Advance[]): Site {
  const { id, position, initialSide, finalSide } = ground;
  const site = { id, position, isNamed: true, isDocumented: false };
  if (initialSide === finalSide) return { ...site, holderOn: () => initialSide };
  const near = findNear(ground, leaders, advances);
  const changeDay = near?.changeDay ?? findChangeDay(ground, leaders, advances);
  return { ...site, holderOn: (day) => (day < changeDay ? initialSide : finalSide) };
}

/**
 * A village that no document names. Close to a leader that begins and ends under the same sides it shares that one's
 * ups and downs; elsewhere it turns once, on the day of an advance that a document tells of there, else with the
 * nearest such settlement, or never.
 */
export function toVillageSite(
  ground: Ground,
  leaders: readonly Leader[],
  advances: readonly Advance[],
): Site {
  const { id, position, initialSide, finalSide } = ground;
  const site = { id, position, isNamed: false, isDocumented: false };
  const near = findNear(ground, leaders, advances);
  if (near) return { ...site, holderOn: near.holderOn };
  if (initialSide === finalSide) return { ...site, holderOn: () => initialSide };
  const changeDay = findChangeDay(ground, leaders, advances);
  return { ...site, holderOn: (day) => (day < changeDay ? initialSide : finalSide) };
}

/** The leader that the ground belongs to. Ground of an advance belongs to none whose own change is further or implied. */
function findNear(
  ground: Ground,
  leaders: readonly Leader[],
  advances: readonly Advance[],
): Leader | undefined {
  const nearest = findNearestAlike(ground, leaders);
  if (!nearest || nearest.km > FOLLOW_KM) return undefined;
  const isMoving = ground.initialSide !== ground.finalSide;
  const isAdvanced = isMoving && findAdvance(advances, ground.position, ground.finalSide) !== undefined;
  const isOwn = nearest.leader.isTold && nearest.km <= OWN_KM;
  return isAdvanced && !isOwn ? undefined : nearest.leader;
}

/** The day of the advance over it, else that on which the nearest settlement that goes the same way did so for good. */
function findChangeDay(ground: Ground, leaders: readonly Leader[], advances: readonly Advance[]): Day {
  const { id, position, initialSide, finalSide } = ground;
  const settlements = leaders.filter(({ isPost }) => !isPost);
  const changeDay =
    findAdvance(advances, position, finalSide)?.day ??
    findNearestAlike(ground, settlements)?.leader.changeDay;
  if (changeDay !== undefined) return changeDay;
  throw new Error(`${id} goes from ${initialSide} to ${finalSide}, but no documented place does`);
}

function findNearestAlike(
  { position, initialSide, finalSide }: Ground,
  leaders: readonly Leader[],
): { leader: Leader; km: number } | undefined {
  return leaders
    .filter((leader) => leader.initialSide === initialSide && leader.finalSide === finalSide)
    .map((leader) => ({ leader, km: distanceKm(position, leader.position) }))
    .toSorted((a, b) => a.km - b.km)[0];
}
