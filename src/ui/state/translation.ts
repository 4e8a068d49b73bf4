import { useEffect } from "react";
import { chooseTranslation, translationsOf } from "../../core/translations.ts";
import { useDashboard, useView, useWords } from "./dashboard.ts";

/**
 * Fetches what the records say in the reader's language, if the data set has it; the originals are shown until it has come.
 * Where it does not come the reader is told, and it is asked for again with the next change of language.
 */
export function useTranslationLoading(): void {
  const { atlas, later, session } = useDashboard();
  const { dataset } = atlas;
  const language = useView((view) => view.language);
  const { record } = useWords();
  const { translationMissing } = record;
  useEffect(() => {
    if (later.names.length === 0 || language === dataset.textLanguage) return;
    let isWanted = true;
    async function load(): Promise<void> {
      const { listTranslated, namePart, readTranslation } = await import("../../data/translation-part.ts");
      const picked = chooseTranslation(dataset.textLanguage, listTranslated(later.names), language);
      const shelf = translationsOf(dataset);
      if (picked === undefined || shelf.find(language)?.language === picked) return;
      const translation = readTranslation(await later.load(namePart(picked)));
      if (translation.language !== picked) throw new Error(`a translation in ${translation.language}`);
      shelf.add(translation);
    }
    load().catch(() => {
      if (isWanted) session.setState({ message: { tone: "failed", text: translationMissing } });
    });
    return () => {
      isWanted = false;
    };
  }, [dataset, later, language, session, translationMissing]);
}
