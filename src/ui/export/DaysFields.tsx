import type { DayRange } from "../../core/view.ts";
import type { FilmWords } from "../../words/film-words.ts";
import { DayInput } from "../parts/DayInput.tsx";

interface Props {
  readonly words: FilmWords;
  readonly range: DayRange;
  readonly onRange: (range: DayRange) => void;
}

/** The first and the last of many days; the wrong way round, it says so. */
export function DaysFields({ words, range, onRange }: Props) {
  return (
    <div className="export-days">
      <DayInput
        label={words.from}
        initial={range.first}
        isBrief
        onDay={(first) => onRange({ ...range, first })}
      />
      <DayInput label={words.to} initial={range.last} isBrief onDay={(last) => onRange({ ...range, last })} />
      {range.first > range.last && (
        <p className="export-fault" role="alert">
          {words.wrongOrder}
        </p>
      )}
    </div>
  );
}
