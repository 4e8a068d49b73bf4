import { loadOwnWords } from "../../words/load-own-words.ts";
import type { OwnWords } from "../../words/own-words.ts";
import { useView } from "./dashboard.ts";
import { useFetched } from "./fetched.ts";

/** The words for the reader's own data in their language; `undefined` until they have come. */
export function useOwnWords(): OwnWords | undefined {
  const language = useView((view) => view.language);
  return useFetched(() => loadOwnWords(language), language);
}
