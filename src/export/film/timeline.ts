import type { Day } from "../../core/day.ts";

/** What one picture of a film shows. */
export type FilmScene =
  | { readonly kind: "title" }
  | { readonly kind: "sources" }
  /** The end of a day. */
  | { readonly kind: "day"; readonly day: Day }
  /** Ground on its way from the end of `day` to that of `next`, by the share of the way, between 0 and 1. */
  | { readonly kind: "between"; readonly day: Day; readonly next: Day; readonly share: number };

/** A scene with the number of frames for which it stands, at least one. */
export interface FilmShot {
  readonly scene: FilmScene;
  readonly frames: number;
}

export interface FilmTiming {
  /** At least one. */
  readonly framesPerDay: number;
  /** By how many frames longer a day stands on which places change hands. */
  readonly stopFrames: number;
  /** Whether ground moves from day to day; it takes no frames of its own. */
  readonly hasMotion: boolean;
  /** For how many frames the cards stand; 0: none. */
  readonly titleFrames: number;
  readonly sourcesFrames: number;
}

/** A day of a film with what decides how long it is seen. */
export interface FilmDay {
  readonly day: Day;
  /** Whether places change hands on it. */
  readonly hasChanges: boolean;
  /** Whether ground changes hands between it and the day after it. */
  readonly movesOn: boolean;
}

/**
 * A film as a list of scenes. Each day has exactly `framesPerDay` frames, and `stopFrames` more if places change hands. With
 * motion it stands for one of them (and for the stop), and in the others its ground is on its way to the next day
 * of the film, as on the map while it plays.
 */
export function planFilm(days: readonly FilmDay[], timing: FilmTiming): FilmShot[] {
  const { framesPerDay, stopFrames, hasMotion, titleFrames, sourcesFrames } = timing;
  const shots: FilmShot[] = [];
  if (titleFrames > 0) shots.push({ scene: { kind: "title" }, frames: titleFrames });
  days.forEach(({ day, hasChanges, movesOn }, index) => {
    const next = hasMotion && movesOn ? days[index + 1]?.day : undefined;
    const stop = hasChanges ? stopFrames : 0;
    shots.push({ scene: { kind: "day", day }, frames: stop + (next ? 1 : framesPerDay) });
    if (next) shots.push(...listWay(day, next, framesPerDay));
  });
  if (sourcesFrames > 0) shots.push({ scene: { kind: "sources" }, frames: sourcesFrames });
  return shots;
}

/** The frames between two days, of which the first stands still in one frame more. */
function listWay(day: Day, next: Day, framesPerDay: number): FilmShot[] {
  return Array.from({ length: framesPerDay - 1 }, (_, index) => {
    const share = (index + 1) / framesPerDay;
    return { scene: { kind: "between", day, next, share }, frames: 1 };
  });
}

/** How many frames a film has. */
export function countFrames(shots: readonly FilmShot[]): number {
  return shots.reduce((sum, { frames }) => sum + frames, 0);
}

/** The scenes whose colours stand for those of all of a film: the first, the middle and the last of its days, and the cards. */
export function listSampleScenes(shots: readonly FilmShot[]): FilmScene[] {
  const days = shots.filter(({ scene }) => scene.kind === "day");
  const cards = shots.filter(({ scene }) => scene.kind === "title" || scene.kind === "sources");
  const chosen = [days[0], days[Math.floor(days.length / 2)], days.at(-1), ...cards];
  return [...new Set(chosen)].flatMap((shot) => (shot ? [shot.scene] : []));
}
