import type { Claim, Settlement, Side } from "../records.ts";
import type { Day } from "../day.ts";

/**
 * A settlement's history of control, derived from its claims by one rule. `docs/control-rule.md` says it in prose.
 *
 * 1. A completed capture (captured, recaptured, entered; the whole place or most of it) moves the place to the captor
 *    on the last day of its window: the first day on which it is certain. A complete withdrawal gives it back.
 * 2. Claims of the same move whose windows touch are one change, with all of them as its evidence.
 * 3. A claim marked disputed never moves a place; like a partial capture, it makes the place contested until a later
 *    claim settles it (a partial entry on the day the place is taken leaves nothing open). Reported fighting, or a
 *    ground attack whose outcome is not told, does so on its own days only.
 * 4. What a claim presupposes is implied: a recapture an earlier loss, an attack by a side that the other one holds
 *    the place. Its window opens with the first documented change of the same kind within 20 km; it is shown on the
 *    day of the last such change in the window, else on the window's last day.
 * 5. A place that the areas of the last day give to another side than its last claim went over, implied, when the
 *    nearest documented place changed that way ("passed by the front"). Open disputes end in the same manner.
 * 6. A hill, base, suburb or site without a capture of its own shares the fortune of the chief documented place
 *    within 3 km.
 * 7. A capture told of a whole ground, which does not name the place, moves it on the day told, implied.
 */
export interface ControlHistory {
  readonly settlement: string;
  /** False: no claim says or presupposes who held the place, so only the areas can tell. */
  readonly isDocumented: boolean;
  /** The side before the first change; `undefined` if neither claims nor areas tell. */
  readonly initialSide: string | undefined;
  /** In order of time. Two changes may share a day: captured and lost again before its end. */
  readonly changes: readonly HistoryChange[];
  readonly contested: readonly ContestedSpan[];
  /** Days, half-open, of which nothing is known: those missing from the areas, where they alone tell. */
  readonly unknown: readonly { readonly from: Day; readonly to: Day }[];
}

/** `inferred`: no claim speaks of it, the areas alone tell. */
export type ChangeCertainty = "stated" | "reported" | "disputed" | "implied" | "inferred";
export type ImpliedReason =
  | "revealed-by-recapture"
  | "presupposed"
  | "passed-by-the-front"
  | "shared-with-neighbour"
  | "said-of-its-ground";

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

export interface HistoryInput {
  readonly settlements: readonly Settlement[];
  readonly claims: readonly Claim[];
  readonly sides: readonly Side[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Side of a settlement before the first day, and on the last day, by the areas; `undefined` if they do not tell. */
  readonly initialSide: (settlement: string) => string | undefined;
  readonly finalSide: (settlement: string) => string | undefined;
}

/** The control of a settlement at the end of `day`. Before its first change it is the initial side's. */
export function controlOn(history: ControlHistory, day: Day): Control {
  if (history.unknown.some(({ from, to }) => from <= day && day < to)) return { kind: "unknown" };
  const last = history.changes.findLast((change) => change.day <= day);
  const by = last ? last.to : history.initialSide;
  const span = history.contested.find((contested) => contested.from <= day && day < contested.to);
  if (span) return { kind: "contested", by, claims: span.claims };
  return by === undefined ? { kind: "unknown" } : { kind: "held", by };
}
