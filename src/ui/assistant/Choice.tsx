import { type ReactNode, useId } from "react";
import type { Guess } from "../../import/meaning/meaning.ts";
import { useAnswer, useAssisting } from "./use-import.ts";

const UNANSWERED = "?";

interface Props<Value extends string> {
  readonly label: string;
  /** `undefined`: nothing is chosen yet. */
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly isLabelHidden?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (value: Value) => void;
  /** What the choice has opened, below it. */
  readonly children?: ReactNode;
}

/** A labelled choice of one among several. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  isLabelHidden = false,
  describedBy,
  onChange,
  children,
}: Props<Value>) {
  const { words } = useAssisting();
  const id = useId();
  return (
    <div className="assistant-field">
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : undefined}>
        {label}
      </label>
      <select
        id={id}
        aria-describedby={describedBy}
        value={value ?? UNANSWERED}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {value === undefined && (
          <option value={UNANSWERED} disabled>
            {words.choose}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}

/** Why something was understood as it was; of what a person has said, the way back to the guess. */
export function WhyLine({
  guess,
  path,
  id,
}: {
  readonly guess: Guess<unknown>;
  readonly path: string;
  readonly id?: string;
}) {
  const { words } = useAssisting();
  const answer = useAnswer();
  const { sure, why } = guess;
  return (
    <p className="assistant-why quiet" id={id} data-sure={sure}>
      {words.why(why.reason, why.detail ?? "")}
      {sure === "told" && (
        <>
          {" "}
          <button type="button" className="text-button" onClick={() => answer(path, undefined)}>
            {words.takeBack}
          </button>
        </>
      )}
    </p>
  );
}
