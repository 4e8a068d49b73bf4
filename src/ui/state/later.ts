import { useEffect, useReducer } from "react";
import { useTellOfMissingPart } from "./dashboard.ts";

/** A part of the program that the first picture does without. */
export interface Later<Part> {
  /** `undefined` until it has come. */
  readonly get: () => Part | undefined;
  /** Rejects if it cannot be fetched; it may be asked for again. */
  readonly load: () => Promise<Part>;
}

export function createLater<Part>(load: () => Promise<Part>): Later<Part> {
  let part: Part | undefined;
  return {
    get: () => part,
    async load() {
      part ??= await load();
      return part;
    },
  };
}

/** Fetches a part and tells when it has come, unless it was there when the page was drawn (`seen`). */
export function awaitPart<Part>(
  later: Later<Part>,
  seen: Part | undefined,
  onCome: () => void,
  onMissing: () => void,
): void {
  // It may have come since: what was drawn without it must be drawn again.
  if (seen === undefined) later.load().then(onCome, onMissing);
}

/**
 * The part, fetched once it is wanted; `undefined` until it is there. Where it cannot be had the reader is told and
 * `onMissing` called: it is asked for again when it is wanted anew.
 */
export function useLater<Part>(
  later: Later<Part>,
  isWanted: boolean,
  onMissing?: () => void,
): Part | undefined {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const tell = useTellOfMissingPart();
  const part = later.get();
  useEffect(() => {
    if (!isWanted) return;
    awaitPart(later, part, drawAgain, () => {
      tell();
      onMissing?.();
    });
    // Only being wanted asks for it: the callbacks are new with each drawing of the page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [later, isWanted]);
  return part;
}
