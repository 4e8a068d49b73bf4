import { useAnswer } from "./use-import.ts";

interface Props {
  readonly label: string;
  readonly path: string;
  readonly value: string;
  readonly isLabelHidden?: boolean;
}

/** A text that answers when it is left or Enter is pressed, and only if it has become another. */
export function TextAnswer({ label, path, value, isLabelHidden = false }: Props) {
  const answer = useAnswer();
  return (
    <label className="assistant-field">
      <span className={isLabelHidden ? "visually-hidden" : undefined}>{label}</span>
      <input
        key={value}
        type="text"
        dir="auto"
        defaultValue={value}
        onBlur={({ currentTarget }) => {
          const text = currentTarget.value.trim();
          if (text !== "" && text !== value) answer(path, text);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") currentTarget.blur();
        }}
      />
    </label>
  );
}
