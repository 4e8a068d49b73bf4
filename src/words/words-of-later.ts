import type { AddressProblem } from "../core/data-mark.ts";
import { enLater } from "./en/later.ts";
import type { LaterWords } from "./later-words.ts";
import type { Words } from "./types.ts";

/** Only what comes when it is asked for may ask for these: it brings the English ones. */
export function laterWordsOf({ later }: Words): LaterWords {
  return later ?? enLater;
}

/** What of an address does not hold, in a sentence. */
export function tellProblem(problem: AddressProblem, words: Words): string {
  const { viewProblem, dataProblem } = laterWordsOf(words);
  return problem.parameter === "data" ? dataProblem(problem) : viewProblem(problem);
}
