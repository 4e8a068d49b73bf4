import "../../../styles/page/narrative.css";
import { useEffect, useRef, useState } from "react";
import type { Narrative } from "../../core/narrative.ts";
import { pickName } from "../../core/names.ts";
import { Icon } from "../parts/icons.tsx";
import { TextIn } from "../parts/TextIn.tsx";
import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import { exploreFromHere, leaveNarrative } from "../state/narrative.ts";
import { StepArticle } from "./StepArticle.tsx";
import { usePrintSize } from "./use-print-size.ts";
import { useReadStep } from "./use-read-step.ts";
import { useStepSwipe } from "./use-step-swipe.ts";
import { useStepView } from "./use-step-view.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

interface Props {
  readonly narrative: Narrative;
}

/** The column of text: all steps one below the other, of which the one in sight decides what the map shows. */
export function NarrativePanel({ narrative }: Props) {
  const words = useWords();
  const column = useRef<HTMLElement>(null);
  const current = useView((view) => view.step);
  const { isTouched, showAgain } = useStepView(narrative);
  useReadStep(column);
  usePrintSize();
  const swipe = useStepSwipe();
  const { steps, title, summary } = narrative;
  return (
    <section className="page narrative" aria-label={words.narrative.region} ref={column} {...swipe}>
      <NarrativeBar isTouched={isTouched} onReturn={showAgain} />
      <header className="narrative-head">
        <h2>
          <TextIn names={title} />
        </h2>
        <p className="narrative-summary">
          <TextIn names={summary} />
        </p>
        <p className="quiet narrative-extent">
          {words.narrative.extent(steps.length, useDashboard().atlas.dataset.narrative?.minutes ?? 1)}
        </p>
      </header>
      {steps.map((step, index) => (
        <StepArticle
          key={step.id}
          step={step}
          number={index + 1}
          total={steps.length}
          isCurrent={step.id === current}
        />
      ))}
      <NarrativeEnd />
      <StepAnnouncer narrative={narrative} />
    </section>
  );
}

interface BarProps {
  readonly isTouched: boolean;
  readonly onReturn: () => void;
}

/** The ways out, and back to the step once the reader has changed what is shown. */
function NarrativeBar({ isTouched, onReturn }: BarProps) {
  const dashboard = useDashboard();
  const { story } = laterWordsOf(useWords());
  return (
    <div className="narrative-bar">
      {isTouched && (
        <button type="button" className="button narrative-return" onClick={onReturn}>
          <Icon name="back" /> {story.back}
        </button>
      )}
      <button type="button" className="text-button" onClick={() => exploreFromHere(dashboard)}>
        {story.explore}
      </button>
      <button
        type="button"
        className="button icon-button bare narrative-leave"
        aria-label={story.leave}
        title={story.leave}
        onClick={() => leaveNarrative(dashboard)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function NarrativeEnd() {
  const dashboard = useDashboard();
  const { story } = laterWordsOf(useWords());
  return (
    <div className="narrative-end">
      <button type="button" className="button" onClick={() => exploreFromHere(dashboard)}>
        {story.explore}
      </button>
      <button type="button" className="button" onClick={() => leaveNarrative(dashboard)}>
        {story.leave}
      </button>
    </div>
  );
}

/** Slower than somebody who goes on over several steps, so that only the last is read out. */
const PAUSE_MS = 300;

function StepAnnouncer({ narrative: { steps } }: Props) {
  const words = useWords();
  const current = useView((view) => view.step);
  const [told, setTold] = useState("");
  const index = steps.findIndex(({ id }) => id === current);
  const step = steps[index];
  const text = step
    ? `${laterWordsOf(words).story.position(index + 1, steps.length)}: ${pickName(step.heading, words.language)}`
    : "";
  useEffect(() => {
    const timer = setTimeout(() => setTold(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {told}
    </p>
  );
}
