import { openingWordsOf } from "../../words/opening-words.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { Chooser } from "./Chooser.tsx";
import { Step } from "./Step.tsx";

interface Props {
  readonly paths: readonly string[];
  readonly draft: string | undefined;
}

const MOST_NAMED = 6;

/** The files came without a `dataset.json`: what that is, and one to begin with. */
export function Undeclared({ paths, draft }: Props) {
  const { opening } = useDashboard();
  const { comma } = useWords();
  const texts = openingWordsOf(useWords());
  const named = paths.slice(0, MOST_NAMED).join(comma);
  return (
    <Step title={texts.undeclared}>
      <p>{texts.undeclaredHelp}</p>
      {paths.length > 0 && (
        <p className="quiet">
          {texts.filesFound(paths.length)} <bdi>{paths.length > MOST_NAMED ? `${named}…` : named}</bdi>
        </p>
      )}
      {draft !== undefined && (
        <>
          <h3>{texts.draft}</h3>
          <pre className="draft" dir="ltr">
            {draft}
          </pre>
          <div className="open-actions">
            <button type="button" className="button" onClick={() => opening.saveDraft(draft)}>
              {texts.saveDraft}
            </button>
          </div>
        </>
      )}
      <hr />
      <Chooser />
    </Step>
  );
}
