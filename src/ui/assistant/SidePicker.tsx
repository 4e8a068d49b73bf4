import { useState } from "react";
import { pickName } from "../../core/names.ts";
import { CONTESTED, type SideMeaning } from "../../import/meaning/meaning.ts";
import { useView } from "../state/dashboard.ts";
import { Choice } from "./Choice.tsx";
import { useAssisting, useImport } from "./use-import.ts";

const NO_SIDES: readonly SideMeaning[] = [];
/** What no side can be called: ids have letters. */
const ANOTHER = "+";

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
export function SidePicker({ value, canBeContested, none, onChange, ...field }: Props) {
  const { words } = useAssisting();
  const language = useView((view) => view.language);
  const sides = useImport((state) => state.understanding?.meaning.sides ?? NO_SIDES);
  const [isNaming, setNaming] = useState(false);
  const options = [
    ...sides.map(({ id, name }) => ({ value: id, label: pickName(name, language) })),
    ...(canBeContested ? [{ value: CONTESTED, label: words.contested }] : []),
    ...(none === undefined ? [] : [{ value: "", label: none }]),
    { value: ANOTHER, label: words.anotherSide },
  ];
  const choose = (chosen: string) => {
    setNaming(chosen === ANOTHER);
    if (chosen !== ANOTHER) onChange(chosen);
  };
  return (
    <Choice {...field} value={isNaming ? ANOTHER : value} options={options} onChange={choose}>
      {isNaming && <NewSide onName={choose} />}
    </Choice>
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
