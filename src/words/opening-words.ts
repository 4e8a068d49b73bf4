import { enOpening } from "./en/opening.ts";
import type { OpeningWords } from "./open-words.ts";
import type { Words } from "./types.ts";

/** The words of the dialog for opening data. Only what comes with the dialog may ask for them: it brings the English ones. */
export function openingWordsOf({ opening }: Words): OpeningWords {
  return opening ?? enOpening;
}
