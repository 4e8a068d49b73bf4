import { openingWordsOf } from "../../words/opening-words.ts";
import type { Progress } from "../../data/folder.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { Step } from "./Step.tsx";

interface Props {
  readonly name: string;
  /** Files found so far. */
  readonly found: number;
  readonly progress: Progress | undefined;
}

/** How far the opening has come. Counts change too fast to be read out; the stages are. */
export function OpeningProgress({ name, found, progress }: Props) {
  const { session } = useDashboard();
  const texts = openingWordsOf(useWords());
  const amount = progress && progress.total > 1 ? { value: progress.done, max: progress.total } : {};
  return (
    <Step title={texts.opening(name)}>
      <progress aria-label={progress ? texts.stage(progress.stage) : texts.finding(found)} {...amount} />
      <p className="open-counts figures">
        <span>{progress ? texts.progress(progress) : texts.finding(found)}</span>
        {progress !== undefined && progress.problems > 0 && (
          <span>{texts.problemsSoFar(progress.problems)}</span>
        )}
      </p>
      <output className="visually-hidden">{progress && texts.stage(progress.stage)}</output>
      <div className="open-actions">
        <button type="button" className="button" onClick={() => session.setState({ dialog: undefined })}>
          {texts.cancel}
        </button>
      </div>
    </Step>
  );
}
