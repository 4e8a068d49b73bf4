import type { ReaderBaseFault } from "../core/reader-base-fault.ts";
import type { AddressProblem } from "../core/data-mark.ts";
import { enLater } from "./en/later.ts";
import type { LaterWords } from "./later-words.ts";
import type { Words } from "./types.ts";

/** Only what comes when it is asked for may ask for these: it brings the English ones. */
export function laterWordsOf({ later }: Words): LaterWords {
  return later ?? enLater;
}

/** Why a base map of the reader's own is not shown. It goes by itself once another is chosen. */
export function tellBaseFault(fault: ReaderBaseFault, words: Words): string {
  const { baseMap } = laterWordsOf(words);
  return `${baseMap.name}: ${baseMap.fault[fault]}`;
}

/** What of an address does not hold, in a sentence. */
export function tellProblem(problem: AddressProblem, words: Words): string {
  const { viewProblem, dataProblem } = laterWordsOf(words);
  return problem.parameter === "data" ? dataProblem(problem) : viewProblem(problem);
}
