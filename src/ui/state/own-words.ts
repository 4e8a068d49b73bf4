import { useEffect, useState } from "react";
import { loadOwnWords } from "../../words/load-own-words.ts";
import type { OwnWords } from "../../words/own-words.ts";
import { useTellOfMissingPart, useView } from "./dashboard.ts";

/** The words for the reader's own data in their language; `undefined` until they have come. */
export function useOwnWords(): OwnWords | undefined {
  const language = useView((view) => view.language);
  const [words, setWords] = useState<OwnWords>();
  const tell = useTellOfMissingPart();
  useEffect(() => {
    let isWanted = true;
    loadOwnWords(language)
      .then((loaded) => isWanted && setWords(loaded))
      .catch(tell);
    return () => {
      isWanted = false;
    };
    // Only another language asks again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [language]);
  return words;
}
