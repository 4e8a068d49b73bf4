import { directionOf, type Names, pickLanguage } from "../../core/names.ts";
import { useWords } from "../state/dashboard.ts";

/** A text of a data set in the reader's language or the one that stands in, marked as what it is. */
export function TextIn({ names }: { readonly names: Names }) {
  const language = pickLanguage(names, useWords().language);
  return language === undefined ? null : (
    <span lang={language} dir={directionOf(language)}>
      {names[language]}
    </span>
  );
}
