import { openingWordsOf } from "../../words/opening-words.ts";
import { pickName } from "../../core/names.ts";
import { countProblems } from "../../data/problem.ts";
import type { OpeningStatus } from "../../open/opening-state.ts";
import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import { ProblemList } from "../parts/ProblemList.tsx";
import { ReportActions } from "./ReportActions.tsx";
import { Step } from "./Step.tsx";

interface Props {
  readonly status: Extract<OpeningStatus, { kind: "refused" | "ready" }>;
}

/** More would make the page slow and nobody reads them here: the saved report has all. */
const MOST_LISTED = 200;

/** What is wrong with a data set, before it is shown or because it cannot be. */
export function OpeningReport({ status }: Props) {
  const { opening, session } = useDashboard();
  const words = useWords();
  const texts = openingWordsOf(useWords());
  const { chrome } = words;
  const language = useView((view) => view.language);
  const { problems } = status;
  const errors = countProblems(problems, "error");
  const counts = texts.counts(errors, countProblems(problems, "warning"), countProblems(problems, "note"));
  const listed = problems.slice(0, MOST_LISTED);
  const close = () => session.setState({ dialog: undefined });
  return (
    <Step title={status.kind === "ready" ? pickName(status.title, language) : texts.refused(status.name)}>
      {status.kind === "ready" ? (
        <p>{texts.contents(status.contents)}</p>
      ) : (
        <p role="alert">{texts.presentStays}</p>
      )}
      <p>
        <strong>{counts}.</strong> {status.kind === "ready" && errors > 0 && texts.soundIsShown}
      </p>
      <div className="open-actions">
        {status.kind === "ready" && (
          <button type="button" className="button primary" onClick={() => opening.accept()}>
            {texts.show}
          </button>
        )}
        <button type="button" className="button" onClick={close}>
          {status.kind === "ready" ? texts.keepPresent : chrome.close}
        </button>
        <ReportActions problems={problems} />
      </div>
      <ProblemList problems={listed} words={words} heading="h4" />
      {problems.length > listed.length && (
        <p className="quiet">{texts.furtherProblems(problems.length - listed.length)}</p>
      )}
    </Step>
  );
}
