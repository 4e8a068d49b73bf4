import { type ControlHistory, controlOn } from "../../src/core/control.ts";
import { findPostEvent } from "../../src/core/atlas.ts";
import type { ObservationPost } from "../../src/core/dataset.ts";
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

export interface Ground {
  readonly id: string;
  readonly position: Position;
  /** Sides by the two baseline lines. */
  readonly opening: string;
  readonly closing: string;
}

/** A documented settlement with its history, which the ground around it follows. */
export interface Leader extends Ground {
  readonly history: ControlHistory;
}

/** Ground this close to a documented settlement shares all its ups and downs; further off only its last change. */
const FOLLOW_KM = 3;

/** A documented settlement as a site: its history decides, and the baseline before the first change. */
export function toDocumentedSite(leader: Leader): Site {
  return {
    id: leader.id,
    position: leader.position,
    isNamed: true,
    isDocumented: true,
    holderOn: (day) => holderOf(leader, day),
  };
}

/**
 * The ground of an observation post whose encirclement the documents date: before that day it is with the side it
 * opened under, while encircled with the side around it. A post is no enclave of control. `undefined` for a post of
 * which no document gives the day.
 */
export function toPostSite(
  post: ObservationPost,
  opening: string,
  around: string | undefined,
  documents: ReadonlySet<string>,
): Site | undefined {
  const isDated = post.events.some(
    ({ state, precision, source }) => state === "encircled" && precision === "day" && documents.has(source),
  );
  if (!isDated || around === undefined || around === opening) return undefined;
  return {
    id: post.id,
    position: post.position,
    isNamed: true,
    isDocumented: true,
    holderOn: (day) => (findPostEvent(post, day)?.state === "encircled" ? around : opening),
  };
}

/**
 * A place of the record of which no claim tells who held it. If it ends as it began it never moves: no document
 * says so. Else it turns with the nearest documented settlement that goes the same way.
 */
export function toSilentSite(ground: Ground, leaders: readonly Leader[]): Site {
  const { id, position, opening, closing } = ground;
  const site = { id, position, isNamed: true, isDocumented: false };
  if (opening === closing) return { ...site, holderOn: () => opening };
  const turn = findTurn(ground, leaders);
  return { ...site, holderOn: (day) => (day < turn ? opening : closing) };
}

/**
 * A village that no document names. Close to a documented settlement that begins and ends under the same sides it
 * shares that one's ups and downs; elsewhere it turns once, on the day of an advance that a document tells of there,
 * else with the nearest such settlement, or never.
 */
export function toVillageSite(
  ground: Ground,
  leaders: readonly Leader[],
  advances: readonly Advance[],
): Site {
  const { id, position, opening, closing } = ground;
  const nearest = findNearestAlike(ground, leaders);
  const site = { id, position, isNamed: false, isDocumented: false };
  if (nearest && nearest.km <= FOLLOW_KM)
    return { ...site, holderOn: (day) => holderOf(nearest.leader, day) };
  if (opening === closing) return { ...site, holderOn: () => opening };
  const turn = findAdvance(advances, position, closing)?.day ?? findTurn(ground, leaders);
  return { ...site, holderOn: (day) => (day < turn ? opening : closing) };
}

/** The day on which the nearest settlement that goes the same way did so for good. */
function findTurn(ground: Ground, leaders: readonly Leader[]): Day {
  const turn = findNearestAlike(ground, leaders)?.leader.history.changes.at(-1)?.day;
  if (turn !== undefined) return turn;
  throw new Error(
    `${ground.id} goes from ${ground.opening} to ${ground.closing}, but no documented place does`,
  );
}

function findNearestAlike(
  { position, opening, closing }: Ground,
  leaders: readonly Leader[],
): { leader: Leader; km: number } | undefined {
  return leaders
    .filter((leader) => leader.opening === opening && holderAtEnd(leader) === closing)
    .map((leader) => ({ leader, km: distanceKm(position, leader.position) }))
    .toSorted((a, b) => a.km - b.km)[0];
}

function holderOf(leader: Leader, day: Day): string {
  const control = controlOn(leader.history, day);
  return (control.kind === "unknown" ? undefined : control.by) ?? leader.opening;
}

function holderAtEnd(leader: Leader): string {
  return leader.history.changes.at(-1)?.to ?? leader.opening;
}
