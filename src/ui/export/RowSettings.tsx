import type { ReactNode } from "react";
import type { ExportWords } from "../../words/export-words.ts";
import { FILM_SIZES } from "../../words/film-words.ts";
import { Segmented } from "../parts/Segmented.tsx";
import { DaysFields } from "./DaysFields.tsx";
import { PageSettings } from "./PageSettings.tsx";
import type { Row } from "./use-row.ts";

interface Props {
  readonly words: ExportWords;
  readonly row: Row;
  /** Pictures have a format of their own among the looks. */
  readonly hasFormat: boolean;
  /** What only this kind has. */
  readonly children: ReactNode;
}

/** What is to be chosen of many days: which ones, what the kind adds, and what pages look like. */
export function RowSettings({ words, row, hasFormat, children }: Props) {
  const { choice, change, range, setRange, looks } = row;
  return (
    <>
      <DaysFields words={words.film} range={range} onRange={setRange} />
      <Segmented
        legend={words.film.size}
        value={choice.size}
        options={FILM_SIZES.map((value) => ({ value, label: words.film.sizes[value] }))}
        onChange={(size) => change({ size })}
      />
      {children}
      <PageSettings
        words={words}
        choice={looks.choice}
        onChoose={looks.setChoice}
        draft={looks.draft}
        onDraft={looks.setDraft}
        hasCharts={looks.hasCharts}
        hasFormat={hasFormat}
        hasSize={false}
      />
    </>
  );
}

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Why it is so, or cannot be. */
  readonly note?: string | undefined;
  readonly isImpossible?: boolean;
}

/** A setting that is on or off, with what is to be known of it. */
export function Check({ label, isOn, onChange, note, isImpossible = false }: CheckProps) {
  return (
    <div className="export-standing">
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- The note belongs to the name. */}
      <label className="check">
        <input
          type="checkbox"
          checked={isOn && !isImpossible}
          disabled={isImpossible}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {label}
      </label>
      {note !== undefined && <p className="quiet">{note}</p>}
    </div>
  );
}
