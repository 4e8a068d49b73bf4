import { LANGUAGES } from "../../words/index.ts";
import { useActions, useView, useWords } from "../state/dashboard.ts";

/** With one other language the way there, in that language; with more, a list of all in their own words. */
export function LanguageChoice({ className }: { readonly className: string }) {
  const { chrome } = useWords();
  const language = useView((view) => view.language);
  const { speak } = useActions();
  const others = Object.entries(LANGUAGES).filter(([code]) => code !== language);
  const [only] = others;
  if (only && others.length === 1) {
    const [code, { label }] = only;
    return (
      <button type="button" className={className} lang={code} onClick={() => void speak(code)}>
        {label}
      </button>
    );
  }
  return (
    <select
      className={`${className} language-select`}
      aria-label={chrome.language}
      value={language}
      onChange={(event) => void speak(event.target.value)}
    >
      {Object.entries(LANGUAGES).map(([code, { label }]) => (
        <option key={code} value={code} lang={code}>
          {label}
        </option>
      ))}
    </select>
  );
}
