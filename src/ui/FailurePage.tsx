import "../../styles/app.css";
import type { Problem } from "../data/problem.ts";
import { wordsOf } from "../words/words.ts";
import { ProblemList } from "./parts/ProblemList.tsx";
import { useTheme } from "./theme.ts";

/** In place of the dashboard when the data set cannot be shown at all: what is wrong with it. */
export function FailurePage({ problems }: { readonly problems: readonly Problem[] }) {
  useTheme(undefined);
  const { chrome, notices } = wordsOf("en");
  return (
    <main className="failure-page">
      <h1>{chrome.title}</h1>
      <p role="alert">{notices.nothingToShow}</p>
      <ProblemList problems={problems} words={notices} />
    </main>
  );
}
