import type { EventKind, FigureMeasure, FigureQualifier } from "../core/records.ts";
import type { Day } from "../core/day.ts";

/** What the record says beside control: events, numbers that documents give, and what is computed from the ground. */
export interface EvidenceWords {
  readonly events: string;
  readonly eventKind: (kind: EventKind) => string;
  /** Of something that lasts: "since 6 March". */
  readonly since: (day: Day) => string;
  readonly figures: string;
  readonly measure: (measure: FigureMeasure) => string;
  /** Before the number, without its space; empty for an exact one. */
  readonly qualifier: (qualifier: FigureQualifier) => string;
  /** In Latin digits, with separators. */
  readonly number: (value: number) => string;
  /** After a number; the unit as the data has it if there is no word for it. */
  readonly unit: (unit: string, count: number) => string;
  readonly asOf: (day: Day) => string;
  /** What the record has for the days of a count of captured places. */
  readonly recordCount: (count: RecordCountText) => string;
  /** Before what somebody else says: "Contradicted by SOHR:" */
  readonly contradictedBy: (attribution: string) => string;
  /** Under numbers side by side. */
  readonly contradictEachOther: string;
  readonly showAll: (count: number) => string;
  readonly showFewer: string;
  readonly highways: string;
  /** "139.6 of 139.6 km under government forces" */
  readonly heldLength: (lengthKm: number, totalKm: number, side: string) => string;
  /** After the former, of a further side. */
  readonly furtherLength: (lengthKm: number, side: string) => string;
  readonly outsideLength: (lengthKm: number) => string;
  readonly computed: string;
  /** On the timeline, where there is little room. */
  readonly ceasefire: string;
}

export interface RecordCountText {
  readonly side: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Places of which a claim tells. */
  readonly named: number;
  readonly implied: number;
}

/** One decimal for a length that is read beside others. */
export function formatKm(lengthKm: number): string {
  return lengthKm.toFixed(1);
}

/** No more digits than the positions are worth: tenths below ten kilometres, else whole ones. */
export function formatDistance(distanceKm: number): string {
  return distanceKm < 9.95 ? formatKm(distanceKm) : String(Math.round(distanceKm));
}
