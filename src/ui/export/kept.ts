/** What is remembered from one visit to the next, under one key of the browser's storage. */
export interface Kept<Choices extends object> {
  /** Nothing in it can be relied on: another version, or the reader, may have written it. Empty where the browser keeps nothing. */
  readonly read: () => { readonly [Name in keyof Choices]?: unknown };
  /** Adds to what is there. Where the browser keeps nothing, as in a private window, it is for this visit only. */
  readonly add: (choices: Partial<Choices>) => void;
}

export function keepUnder<Choices extends object>(key: string): Kept<Choices> {
  function read() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
      return typeof kept === "object" && kept !== null ? kept : {};
    } catch {
      return {};
    }
  }
  return {
    read,
    add(choices) {
      try {
        localStorage.setItem(key, JSON.stringify({ ...read(), ...choices }));
      } catch {
        // Told above.
      }
    },
  };
}
