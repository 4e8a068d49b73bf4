import type { OpeningOptions, OpeningStage } from "./folder.ts";

/** Lets long work tell how far it is and be stopped between its steps. */
export interface Pacer {
  /**
   * Call it before each step. Now and then it lets the program attend to other things, since a message that says
   * "stop" cannot arrive while work goes on without a pause.
   *
   * @throws the signal's reason once it is aborted.
   */
  readonly pace: (stage: OpeningStage, done: number, total: number) => Promise<void>;
}

const LONGEST_SILENCE_MS = 50;

export function createPacer({ onProgress, signal }: OpeningOptions, countProblems: () => number): Pacer {
  let told = Number.NEGATIVE_INFINITY;
  return {
    async pace(stage, done, total) {
      signal?.throwIfAborted();
      const now = Date.now();
      if (now - told < LONGEST_SILENCE_MS) return;
      told = now;
      onProgress?.({ stage, done, total, problems: countProblems() });
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    },
  };
}
