import { useId, useState } from "react";
import { pickName } from "../../core/names.ts";
import { CONTESTED, type SideMeaning } from "../../import/meaning/meaning.ts";
import { useView } from "../state/dashboard.ts";
import { useAssisting, useImport } from "./use-import.ts";

const NO_SIDES: readonly SideMeaning[] = [];
/** What no side can be called: ids have letters. */
const [UNANSWERED, ANOTHER] = ["?", "+"];

interface Props {
  readonly label: string;
  /** Id of a side, `contested`, or empty for none; `undefined`: not answered yet. */
  readonly value: string | undefined;
  /** What may be said beside a side. */
  readonly canBeContested?: boolean;
  /** What it is called to be of no side; without it, it has to be of one. */
  readonly none?: string;
  readonly isLabelHidden?: boolean;
  readonly onChange: (value: string) => void;
}

/** The choice of a side, or of one that is not there yet. */
export function SidePicker({ label, value, canBeContested, none, isLabelHidden, onChange }: Props) {
  const { words } = useAssisting();
  const language = useView((view) => view.language);
  const sides = useImport((state) => state.understanding?.meaning.sides ?? NO_SIDES);
  const [isNaming, setNaming] = useState(false);
  const id = useId();
  return (
    <div className="assistant-field">
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : undefined}>
        {label}
      </label>
      <select
        id={id}
        value={isNaming ? ANOTHER : (value ?? UNANSWERED)}
        onChange={({ currentTarget }) => {
          const isAnother = currentTarget.value === ANOTHER;
          setNaming(isAnother);
          if (!isAnother) onChange(currentTarget.value);
        }}
      >
        {value === undefined && (
          <option value={UNANSWERED} disabled>
            {words.choose}
          </option>
        )}
        {sides.map(({ id: side, name }) => (
          <option key={side} value={side}>
            {pickName(name, language)}
          </option>
        ))}
        {canBeContested && <option value={CONTESTED}>{words.contested}</option>}
        {none !== undefined && <option value="">{none}</option>}
        <option value={ANOTHER}>{words.anotherSide}</option>
      </select>
      {isNaming && (
        <NewSide
          onName={(name) => {
            setNaming(false);
            onChange(name);
          }}
        />
      )}
    </div>
  );
}

function NewSide({ onName }: { readonly onName: (name: string) => void }) {
  const { words } = useAssisting();
  const [name, setName] = useState("");
  return (
    <form
      className="assistant-new-side"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") onName(name.trim());
      }}
    >
      <input
        aria-label={words.newSide}
        placeholder={words.newSide}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === ""}>
        {words.use}
      </button>
    </form>
  );
}
