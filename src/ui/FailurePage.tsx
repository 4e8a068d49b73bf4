import "../../styles/app.css";
import { wordsOf } from "../words/index.ts";
import { useTheme } from "./state/theme.ts";

/** In place of the dashboard when there is nothing to show: why, as the browser or the reader of the file puts it. */
export function FailurePage({ reason }: { readonly reason: string }) {
  useTheme(undefined);
  const { chrome, notices } = wordsOf("en");
  return (
    <main className="failure-page">
      <h1>{chrome.title}</h1>
      <p role="alert">{notices.nothingToShow}</p>
      <p>
        <code>{reason}</code>
      </p>
    </main>
  );
}
