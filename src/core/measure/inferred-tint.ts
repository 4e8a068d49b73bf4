import type { Atlas } from "../atlas.ts";
import type { Day } from "../day.ts";
import type { MadeTint } from "./make-tint.ts";
import type { NearestCell } from "./nearest-cells.ts";

/**
 * The ground by the side that holds the nearest settlement: inferred, drawn by no source, and part of nothing that is measured. Its cells are made
 * once, of the settlements whose holder is known on any day, by a part of the program that is fetched for it.
 */
export interface InferredTint {
  /** Of each side on a day, the cells of the places that it holds uncontested; `undefined` until {@link InferredTint.load} is done. */
  readonly listGround: (day: Day) => ReadonlyMap<string, readonly NearestCell[]> | undefined;
  /** How far from its place a cell reaches at most; 0 until they are there. */
  readonly reachKm: () => number;
  /** Rejects if the part cannot be fetched. */
  readonly load: () => Promise<void>;
  /** Calls back when the cells are there. Returns what ends that. */
  readonly watch: (listener: () => void) => () => void;
}

const tints = new WeakMap<Atlas, InferredTint>();

/** The same for the same atlas. */
export function findInferredTint(atlas: Atlas): InferredTint {
  const known = tints.get(atlas);
  if (known) return known;
  const made = create(atlas);
  tints.set(atlas, made);
  return made;
}

function create(atlas: Atlas): InferredTint {
  const listeners = new Set<() => void>();
  let made: MadeTint | undefined;
  let loading: Promise<void> | undefined;
  return {
    listGround: (day) => made?.listGround(day),
    reachKm: () => made?.reachKm ?? 0,
    load() {
      loading ??= import("./make-tint.ts").then(
        ({ makeTint }) => {
          made = makeTint(atlas);
          for (const listener of listeners) listener();
        },
        (error: unknown) => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
