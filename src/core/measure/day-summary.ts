import { type Atlas, isMissing, listChangesOn } from "../atlas.ts";
import { listContents } from "../contents.ts";
import type { Day } from "../day.ts";
import { type GainedArea, measureGainedArea } from "./gained-area.ts";

/** What happened on a day, in numbers of settlements and, where it has none of its own, in area. Panel, picture and screen reader put it into the same words. */
export type DaySummary =
  /** The data set tells nothing of the day. */
  | { readonly kind: "missing" }
  | {
      readonly kind: "known";
      /** Settlements under another side at the end of the day than before it. */
      readonly changed: number;
      /** What each side gained of those, in the order of the data set; sides without gain are left out. */
      readonly gains: readonly { readonly side: string; readonly count: number }[];
      /** Settlements that changed hands and back within the day. */
      readonly changedAndBack: number;
      /** Of a data set of ground alone. */
      readonly ground?: GainedArea;
    };

/** Whether nothing changed hands on the day. */
export function isQuiet(summary: DaySummary): boolean {
  if (summary.kind === "missing") return false;
  const { changed, changedAndBack, ground } = summary;
  return changed + changedAndBack === 0 && (!ground || ground.gains.length + ground.vacatedKm2 === 0);
}

/** Counts settlements, not changes. A missing day is known all the same if a claim dates a change on it. */
export function summariseDay(atlas: Atlas, day: Day): DaySummary {
  const changes = listChangesOn(atlas, day);
  if (changes.length === 0 && isMissing(atlas, day)) return { kind: "missing" };
  const lasting = changes.filter((change) => !change.isWithinDay);
  const count = (found: typeof changes) => new Set(found.map(({ settlement }) => settlement)).size;
  const gains = atlas.dataset.sides
    .map(({ id }) => ({ side: id, count: count(lasting.filter(({ to }) => to === id)) }))
    .filter((gain) => gain.count > 0);
  const undone = changes.filter((change) => change.isWithinDay);
  const counts = { kind: "known", changed: count(lasting), gains, changedAndBack: count(undone) } as const;
  const { isOfGround } = listContents(atlas.dataset);
  return isOfGround ? { ...counts, ground: measureGainedArea(atlas, day) } : counts;
}
