import type { CSSProperties } from "react";
import type { Narrative } from "../../core/narrative.ts";
import { pickName } from "../../core/names.ts";
import { Icon } from "../parts/icons.tsx";
import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import { moveStep } from "../state/narrative.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

interface Props {
  readonly narrative: Narrative;
}

/** The dock while the story is read: the day that is shown, and a thin line of steps. */
export function StepLine({ narrative: { steps } }: Props) {
  const dashboard = useDashboard();
  const words = useWords();
  const { dates, language } = words;
  const { story } = laterWordsOf(words);
  const day = useView((view) => view.day);
  const compared = useView((view) => view.compared);
  const current = useView((view) => view.step);
  const at = Math.max(
    0,
    steps.findIndex(({ id }) => id === current),
  );
  return (
    <section className="dock step-dock" aria-label={story.steps}>
      <div className="step-dock-date">
        <p className="date">
          <time dateTime={day}>{dates.long(day)}</time>
        </p>
        <p className="quiet dock-weekday">
          {compared === undefined ? (
            story.position(at + 1, steps.length)
          ) : (
            <>
              <Icon name="compare" /> <time dateTime={compared}>{dates.long(compared)}</time>
            </>
          )}
        </p>
      </div>
      <StepButton
        name={story.previous}
        icon="back"
        isOff={at === 0}
        onPress={() => moveStep(dashboard, -1)}
      />
      <ol
        className="step-line"
        style={{ "--steps": steps.length, "--read": at / Math.max(1, steps.length - 1) } as CSSProperties}
      >
        {steps.map((step, index) => {
          const name = `${story.position(index + 1, steps.length)}: ${pickName(step.heading, language)}`;
          return (
            <li key={step.id}>
              <button
                type="button"
                className="step-dot"
                aria-label={name}
                title={`${pickName(step.heading, language)} · ${dates.short(step.day)}`}
                aria-current={step.id === current ? "step" : undefined}
                data-read={index <= at}
                onClick={() => dashboard.store.setState({ step: step.id })}
              />
            </li>
          );
        })}
      </ol>
      <StepButton
        name={story.next}
        icon="forward"
        isOff={at === steps.length - 1}
        onPress={() => moveStep(dashboard, 1)}
      />
    </section>
  );
}

interface ButtonProps {
  readonly name: string;
  readonly icon: "back" | "forward";
  readonly isOff: boolean;
  readonly onPress: () => void;
}

function StepButton({ name, icon, isOff, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      className="button icon-button"
      aria-label={name}
      title={name}
      aria-disabled={isOff}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
