/**
 * Parts of a data set, by name, that only some readers need: whoever opens the data set gets them when they ask, and not before.
 * What a part says is nobody's business here: it is bytes.
 */
export interface LaterParts {
  readonly names: readonly string[];
  /**
   * Rejects with an Error, whose message is a sentence for people, if there is no such part, if it cannot be had, or if it is
   * not what was written. Nothing is kept: who asks again loads again.
   */
  readonly load: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
}

export const NO_LATER_PARTS: LaterParts = laterInMemory(new Map());

/** Parts that are there already, as those of a folder are. */
export function laterInMemory(parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): LaterParts {
  return {
    names: [...parts.keys()],
    async load(name) {
      const bytes = parts.get(name);
      if (!bytes) throw new Error(`The data set has no part ${name}`);
      return bytes;
    },
  };
}
