import { pickName } from "../../core/names.ts";
import type { Meaning } from "../../import/meaning/meaning.ts";
import { LANGUAGES } from "../../words/index.ts";
import { useView } from "../state/dashboard.ts";
import { Choice, WhyLine } from "./Choice.tsx";
import { QuestionList } from "./QuestionList.tsx";
import { SheetCard } from "./SheetCard.tsx";
import { SidePicker } from "./SidePicker.tsx";
import { TextAnswer } from "./TextAnswer.tsx";
import { useAnswer, useAssisting, useImport } from "./use-import.ts";

/** More values than these are no sides but something else. */
const MOST_VALUES = 40;

/** What the files were taken to mean: questions first, then the sides, then sheet by sheet. */
export function MeaningStep() {
  const { words } = useAssisting();
  const understanding = useImport((state) => state.understanding);
  if (!understanding) return <progress aria-label={words.working} />;
  const { meaning, excerpts } = understanding;
  return (
    <>
      <QuestionList />
      <Whole meaning={meaning} />
      <Sides meaning={meaning} />
      <section>
        <h4>{words.sheets}</h4>
        <ul className="assistant-files">
          {meaning.sheets.map((sheet) => (
            <li key={sheet.key} className="assistant-card">
              <SheetCard sheet={sheet} excerpt={excerpts[sheet.key]} values={meaning.values} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Whole({ meaning: { title, language, rest, sheets } }: { readonly meaning: Meaning }) {
  const { words } = useAssisting();
  const answer = useAnswer();
  const codes = [...new Set([language.value, ...Object.keys(LANGUAGES)])];
  const hasAreas = sheets.some(({ kind }) => kind.value === "areas");
  return (
    <section className="assistant-whole">
      <TextAnswer label={words.dataTitle} path="title" value={title.value} />
      <Choice
        label={words.nameLanguage}
        value={language.value}
        options={codes.map((code) => ({ value: code, label: LANGUAGES[code]?.label ?? code }))}
        onChange={(code) => answer("language", code)}
      />
      {hasAreas && (
        <SidePicker
          label={words.rest}
          value={rest.value ?? ""}
          none={words.nobody}
          onChange={(side) => answer("rest", side)}
        />
      )}
    </section>
  );
}

function Sides({ meaning: { sides, values } }: { readonly meaning: Meaning }) {
  const { words } = useAssisting();
  const answer = useAnswer();
  const made = useImport((state) => state.checked?.made?.sides);
  const language = useView((view) => view.language);
  return (
    <section className="assistant-card">
      <h4>{words.sides}</h4>
      <ul className="assistant-sides">
        {sides.map(({ id, name, colour }) => {
          const text = pickName(name, language);
          const shown = made?.find((side) => side.id === id)?.colour ?? toInput(colour);
          return (
            <li key={id}>
              <input
                type="color"
                aria-label={words.colourOf(text)}
                // A colour is told when the hand lets go of it, and not at each step on the way.
                key={shown}
                defaultValue={shown}
                onBlur={({ currentTarget }) =>
                  currentTarget.value !== shown && answer(`side_colour.${id}`, currentTarget.value)
                }
              />
              <TextAnswer label={words.nameOf(text)} path={`side_name.${id}`} value={text} isLabelHidden />
            </li>
          );
        })}
      </ul>
      {values.length > 0 && (
        <>
          <h5>{words.values}</h5>
          <ul className="assistant-values">
            {values.slice(0, MOST_VALUES).map(({ value, rows, side }) => (
              <li key={value}>
                <span className="assistant-value">
                  <bdi>{value}</bdi> <span className="quiet">{words.rows(rows)}</span>
                </span>
                <SidePicker
                  label={words.sideOf(value)}
                  isLabelHidden
                  value={side.value ?? ""}
                  canBeContested
                  none={words.leftOut}
                  onChange={(said) => answer(`side.${value}`, said)}
                />
                <WhyLine guess={side} path={`side.${value}`} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function toInput(colour: string | undefined): string {
  return colour !== undefined && /^#[\da-f]{6}$/i.test(colour) ? colour : "#808080";
}
