import "../../styles/app.css";
import { type ReactNode, useLayoutEffect } from "react";
import type { Language } from "../core/names.ts";
import type { Theme } from "../core/view.ts";
import { wordsOf } from "../words/index.ts";
import { useTheme } from "./state/theme.ts";

interface Props {
  /** One whose words have been loaded; else the page is in English. */
  readonly language: Language;
  readonly theme: Theme | undefined;
  /** What has happened, for people. */
  readonly what: string;
  /** Why, as the browser or the program puts it, in English. */
  readonly reason: string;
  readonly advice?: string;
  /** What can be done, beside loading the page again. */
  readonly children?: ReactNode;
}

/** In place of the dashboard when there is nothing to show: what has happened, why, and the ways out. */
export function FailurePage({ language, theme, what, reason, advice = "", children }: Props) {
  useTheme(theme);
  const words = wordsOf(language);
  useLayoutEffect(() => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
    document.title = words.chrome.title;
  }, [words]);
  return (
    <main className="failure-page">
      <h1>{words.chrome.title}</h1>
      <div role="alert">
        <p>{what}</p>
        <p>
          <code lang="en" dir="ltr">
            {reason}
          </code>
        </p>
        {advice !== "" && <p>{advice}</p>}
      </div>
      <p className="failure-ways">
        {children}
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.notices.reload}
        </button>
      </p>
    </main>
  );
}
