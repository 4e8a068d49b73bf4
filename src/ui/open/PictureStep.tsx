import { openingWordsOf } from "../../words/opening-words.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { useEffect } from "react";
import type { OpeningStatus } from "../../open/opening-state.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { Chooser } from "./Chooser.tsx";
import { Step } from "./Step.tsx";

interface Props {
  readonly status: Extract<OpeningStatus, { kind: "picture" }>;
}

/** A picture was opened: its view is shown and said on the dashboard, or it is told which data set that needs. */
export function PictureStep({ status: { provenance, outcome } }: Props) {
  const { session } = useDashboard();
  const words = useWords();
  const texts = openingWordsOf(words);
  const { match, problems } = outcome;
  useEffect(() => {
    if (match === "other") return;
    const text = [
      texts.pictureShown(provenance.day, match),
      ...problems.map(laterWordsOf(words).viewProblem),
    ];
    const tone = match === "same" && problems.length === 0 ? "done" : "failed";
    session.setState({ dialog: undefined, message: { tone, text: text.join(" ") } });
  }, [match, problems, provenance, session, texts, words]);
  if (match !== "other") return null;
  return (
    <Step title={texts.pictureOther(provenance.datasetTitle)}>
      <p>{texts.pictureOtherHelp(provenance.day)}</p>
      <hr />
      <Chooser />
    </Step>
  );
}
