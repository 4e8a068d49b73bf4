import { type ReactNode, useId } from "react";
import type { EditFault, EditField } from "../../data/edit/judge-edit.ts";
import { nameProblem } from "../../words/problem-words.ts";
import { useWords } from "../state/dashboard.ts";

/** What a control of the form needs for its fault to be read out with it. */
export interface FieldProps {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string;
  readonly disabled: boolean;
}

interface Props {
  readonly label: string;
  readonly field: EditField;
  readonly faults: readonly EditFault[];
  readonly hint?: string | undefined;
  readonly isOff?: boolean;
  readonly children: (props: FieldProps) => ReactNode;
}

/** One field of a change, with what is wrong with it below. */
export function Field({ label, field, faults, hint, isOff = false, children }: Props) {
  const id = useId();
  const fault = faults.find((each) => each.field === field);
  return (
    <div className="edit-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": fault !== undefined,
        "aria-describedby": `${id}-note`,
        disabled: isOff,
      })}
      <div id={`${id}-note`} className="edit-note">
        {fault ? <FaultText fault={fault} /> : hint !== undefined && <span className="quiet">{hint}</span>}
      </div>
    </div>
  );
}

/** The kind of a problem in the reader's language, and the validator's own words. */
export function FaultText({ fault: { problem } }: { readonly fault: EditFault }) {
  const words = useWords();
  return (
    <p className="edit-fault">
      <strong>{nameProblem(words, problem.code)}</strong>{" "}
      <bdi lang="en">
        {problem.found}; {problem.expected}
      </bdi>
    </p>
  );
}
