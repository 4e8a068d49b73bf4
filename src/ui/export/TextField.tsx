import { type RefObject } from "react";
import { Field } from "./PageSettings.tsx";

interface Props {
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  /** Code and addresses run from left to right in every language. */
  readonly isCode?: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** A text to be taken away, to be read and selected as a whole. */
export function TextField({ label, text, rows, isCode = true, field }: Props) {
  return (
    <Field label={label}>
      <textarea
        ref={field}
        className="export-text"
        readOnly
        rows={rows}
        dir={isCode ? "ltr" : undefined}
        data-code={isCode}
        spellCheck={false}
        value={text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </Field>
  );
}
