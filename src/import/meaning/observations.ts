import { addDays, type Day } from "../../core/day.ts";
import type { Origin } from "./origins.ts";
import type { RowSide } from "./read-row.ts";

/** That a place was with a side on some days, as a file says. */
export interface Observation {
  readonly first: Day;
  /** The last day of which it is said, included; `undefined`: it holds on. */
  readonly last: Day | undefined;
  readonly side: RowSide;
  readonly origin: Origin;
  readonly source: string;
  readonly attribution: string;
  readonly summary: string;
}

/** What a claim says of a place that was held by one side and then by another. */
export interface HeldClaim extends Pick<Observation, "origin" | "source" | "attribution" | "summary"> {
  readonly action: "held" | "captured" | "contested";
  readonly side: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/**
 * The claims by which a place has the history that was observed: the first holder is one that held it, and every other that
 * follows took it between the last day on which another is told of and the first on which it is. `end` is the last day of all. Two
 * holders on one day are told as contested.
 */
export function toClaims(observations: readonly Observation[], end: Day): readonly HeldClaim[] {
  const sorted = joinSameDays(observations);
  const claims: HeldClaim[] = [];
  let holder: string | undefined;
  /** The last day of which anything is told so far. */
  let told: Day | undefined;
  for (const [index, observation] of sorted.entries()) {
    const { first, last, side, origin, source, attribution, summary } = observation;
    const about = { origin, source, attribution, summary };
    const next = sorted[index + 1]?.first;
    if (side === "contested") {
      const until = last ?? end;
      // Of one day alone it is so until something else is told.
      const lastDay = next !== undefined && (until >= next || until === first) ? addDays(next, -1) : until;
      claims.push({
        ...about,
        action: "contested",
        side: "",
        firstDay: first,
        lastDay: lastDay < first ? first : lastDay,
      });
    } else if (typeof side === "object" && side.id !== holder) {
      const isFirst = holder === undefined;
      const opened = told === undefined || told >= first ? first : addDays(told, 1);
      claims.push({
        ...about,
        action: isFirst ? "held" : "captured",
        side: side.id,
        firstDay: isFirst ? first : opened,
        lastDay: first,
      });
      holder = side.id;
    }
    // Of what is left out nothing is known: what follows happened after the last day that was told.
    if (typeof side === "object" || side === "contested")
      told = last === undefined || last < first ? first : last;
  }
  return claims;
}

/** In order of days, one for each first day. */
function joinSameDays(observations: readonly Observation[]): readonly Observation[] {
  const sorted = observations
    .map((observation) => ({ observation, key: keyOf(observation) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ observation }) => observation);
  const joined: Observation[] = [];
  for (const observation of sorted) {
    const before = joined.at(-1);
    if (before?.first !== observation.first) joined.push(observation);
    else if (isTelling(before) && isTelling(observation) && !isSame(before.side, observation.side))
      joined[joined.length - 1] = { ...before, side: "contested" };
    else if (!isTelling(before)) joined[joined.length - 1] = observation;
  }
  return joined;
}

function keyOf({ first, last, side, source, attribution, summary }: Observation): string {
  return [first, typeof side === "object" ? side.id : side, last ?? "", source, attribution, summary].join(
    "\u0000",
  );
}

function isTelling({ side }: Observation): boolean {
  return typeof side === "object" || side === "contested";
}

function isSame(one: RowSide, other: RowSide): boolean {
  return typeof one === "object" && typeof other === "object" ? one.id === other.id : one === other;
}
