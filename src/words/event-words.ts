import type { Fatalities, PlacePrecision } from "../core/records.ts";

/** What is told of an event with a place, people and numbers of its own. */
export interface EventWords {
  /** Of the ring around an event on the map, in the legend. */
  readonly ring: string;
  readonly fatalities: (told: Fatalities) => string;
  /** How closely its place is known: by what is named, within so many kilometres, or both; one of them at least. */
  readonly where: (precision: PlacePrecision | undefined, radiusKm: number | undefined) => string;
}

/** The parts of which a language says how many died. */
export interface FatalityForms {
  readonly none: string;
  readonly count: (number: number) => string;
  /** After a count, in brackets. */
  readonly range: (low: number, high: number) => string;
  readonly between: (low: number, high: number) => string;
  readonly atLeast: (low: number) => string;
  readonly atMost: (high: number) => string;
}

/** The best number with its range, or what there is of both. */
export function sayFatalities(
  { none, count, range, between, atLeast, atMost }: FatalityForms,
  { best, low, high }: Fatalities,
): string {
  const say = (number: number) => (number === 0 ? none : count(number));
  const isRange = low !== undefined && high !== undefined && low < high;
  if (best !== undefined) return isRange ? `${say(best)} (${range(low, high)})` : say(best);
  if (low === undefined) return atMost(high ?? 0);
  if (high === undefined) return atLeast(low);
  return isRange ? between(low, high) : say(low);
}

/** Kilometres as far as they are told: whole ones from ten on. */
export function roundKm(km: number): number {
  return km < 10 ? Math.round(km * 10) / 10 : Math.round(km);
}
