import { useEffect, useState } from "react";
import { type ExportWords, findExportWords, loadExportWords } from "../../words/export-words.ts";
import { useView } from "../state/dashboard.ts";

/** The dialog's words in the reader's language, fetched with the dialog; `undefined` until then, English if they do not come. */
export function useExportWords(): ExportWords | undefined {
  const language = useView((view) => view.language);
  const [, setCome] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const words = findExportWords(language);
  useEffect(() => {
    // As they were when this was drawn: what has come since must be drawn.
    if (words) return;
    loadExportWords(language)
      .then(() => setCome((count) => count + 1))
      .catch(() => setMissing(true));
  }, [language, words]);
  return words ?? (isMissing ? findExportWords("en") : undefined);
}
