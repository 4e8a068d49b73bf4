import { FILM_FORMATS, type FilmFormat } from "../../export/film/film-formats.ts";
import { FILM_SIZES, type FilmSize } from "../../words/film-words.ts";

/** How long a day of a film is seen, in seconds. */
export const PACES = [0.25, 0.5, 1, 2] as const;
type Pace = (typeof PACES)[number];

/** How a reader wants films and series: kept in the browser as the last choice. */
export interface RowChoice {
  readonly size: FilmSize;
  readonly onlyChanges: boolean;
  readonly format: FilmFormat;
  readonly pace: Pace;
  readonly hasMotion: boolean;
  readonly hasStops: boolean;
  readonly hasCards: boolean;
}

const KEY = "frontline-export-days";

/** The choice that was made last, each of its parts as at first where it is not there or makes no sense. */
export function readRowChoice(isCalm: boolean): RowChoice {
  const kept = readKept();
  const pick = <Value>(values: readonly Value[], value: unknown, first: Value) =>
    values.find((known) => known === value) ?? first;
  const isOn = (value: unknown, first: boolean) => (typeof value === "boolean" ? value : first);
  return {
    size: pick(FILM_SIZES, kept.size, "1080p"),
    onlyChanges: isOn(kept.onlyChanges, false),
    format: pick(FILM_FORMATS, kept.format, "mp4"),
    pace: pick(PACES, kept.pace, 0.5),
    hasMotion: isOn(kept.hasMotion, !isCalm),
    hasStops: isOn(kept.hasStops, true),
    hasCards: isOn(kept.hasCards, true),
  };
}

export function keepRowChoice(choice: RowChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Then it is for this visit only.
  }
}

/** Empty also where the browser keeps nothing, as in a private window or a frame of another page. */
function readKept(): Partial<Record<keyof RowChoice, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
