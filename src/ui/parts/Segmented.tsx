import { useId } from "react";

interface Props<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** One below the other, for options of several words. */
  readonly isStacked?: boolean;
}

/** A choice of a few, side by side: native radio buttons under a quiet skin. */
export function Segmented<Value extends string>({
  legend,
  value,
  options,
  onChange,
  isStacked = false,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={isStacked ? "segmented is-stacked" : "segmented"}>
      <legend>{legend}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="visually-hidden"
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
