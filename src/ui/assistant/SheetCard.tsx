import {
  COLUMN_WORDS,
  type ColumnMeaning,
  type ColumnWord,
  type DayMeaning,
  SHEET_KINDS,
  type SheetMeaning,
  type ValueMeaning,
} from "../../import/meaning/meaning.ts";
import type { Excerpt } from "../../open/import-protocol.ts";
import { useWords } from "../state/dashboard.ts";
import { Choice, WhyLine } from "./Choice.tsx";
import { nameColumn } from "./column-label.ts";
import { SidePicker } from "./SidePicker.tsx";
import { useAnswer, useAssisting } from "./use-import.ts";

interface Props {
  readonly sheet: SheetMeaning;
  readonly excerpt: Excerpt | undefined;
  readonly values: readonly ValueMeaning[];
}

/** What one sheet is, how its days are read, and what each of its columns tells, above its first rows. */
export function SheetCard({ sheet, excerpt, values }: Props) {
  const { words } = useAssisting();
  const { comma } = useWords();
  const answer = useAnswer();
  const { key, files, kind, rows, side, days } = sheet;
  const size = [...(files.length > 1 ? [words.files(files.length)] : []), words.rows(rows)];
  const kindPath = `kind.${key}`;
  const sidePath = `sheet_side.${key}`;
  return (
    <>
      <h5>
        <bdi>{key}</bdi> <span className="quiet">{size.join(comma)}</span>
      </h5>
      <div className="assistant-row">
        <div>
          <Choice
            label={words.isWhat}
            value={kind.value}
            options={SHEET_KINDS.map((value) => ({ value, label: words.kind[value] }))}
            onChange={(value) => answer(kindPath, value)}
          />
          <WhyLine guess={kind} path={kindPath} />
        </div>
        {side && (
          <div>
            <SidePicker
              label={words.sheetSide}
              value={values.find(({ value }) => value === side.value)?.side.value}
              onChange={(value) => answer(sidePath, value)}
            />
            <WhyLine guess={side} path={sidePath} />
          </div>
        )}
        <Days sheet={key} days={days} />
      </div>
      {kind.value !== "ignored" && excerpt && excerpt.columns.length > 0 && (
        <Columns sheet={sheet} excerpt={excerpt} />
      )}
    </>
  );
}

function Days({
  sheet,
  days: { order, numbers, end, day },
}: {
  readonly sheet: string;
  readonly days: DayMeaning;
}) {
  const { words } = useAssisting();
  const answer = useAnswer();
  return (
    <>
      {order && (
        <div>
          <Choice
            label={words.order}
            value={order.value}
            options={[
              { value: "day-month", label: words.orders["day-month"] },
              { value: "month-day", label: words.orders["month-day"] },
            ]}
            onChange={(value) => answer(`day_order.${sheet}`, value)}
          />
          <WhyLine guess={order} path={`day_order.${sheet}`} />
        </div>
      )}
      {numbers && (
        <div>
          <Choice
            label={words.numbers}
            value={numbers.value}
            options={(["milliseconds", "seconds", "serial", "digits"] as const).map((value) => ({
              value,
              label: words.numberKinds[value],
            }))}
            onChange={(value) => answer(`day_numbers.${sheet}`, value)}
          />
          <WhyLine guess={numbers} path={`day_numbers.${sheet}`} />
        </div>
      )}
      {end && (
        <div>
          <Choice
            label={words.end}
            value={end.value}
            options={[
              { value: "inclusive", label: words.ends.inclusive },
              { value: "exclusive", label: words.ends.exclusive },
            ]}
            onChange={(value) => answer(`day_end.${sheet}`, value)}
          />
          <WhyLine guess={end} path={`day_end.${sheet}`} />
        </div>
      )}
      {day && (
        <div>
          <label className="assistant-field">
            <span>{words.dayOfAll}</span>
            <input
              type="date"
              value={day.value ?? ""}
              onChange={({ currentTarget }) =>
                answer(`day.${sheet}`, currentTarget.value === "" ? undefined : currentTarget.value)
              }
            />
          </label>
          <WhyLine guess={day} path={`day.${sheet}`} />
        </div>
      )}
    </>
  );
}

/** In which languages names are offered. */
const NAME_LANGUAGES = ["ar", "en", "fr", "uk"] as const;

function Columns({ sheet, excerpt }: { readonly sheet: SheetMeaning; readonly excerpt: Excerpt }) {
  const { words } = useAssisting();
  const { key, kind, columns } = sheet;
  const offered: readonly ColumnWord[] = COLUMN_WORDS[kind.value];
  const names = offered.includes("place") ? NAME_LANGUAGES.map((code) => `place:${code}` as const) : [];
  const meanings = excerpt.columns.map((name) => findMeaning(columns, name));
  return (
    // A table wider than the page is moved by keys, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="assistant-table" aria-label={words.firstRows(key)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            {excerpt.columns.map((name, index) => (
              <th key={name} scope="col" data-used={meanings[index]?.word.value !== undefined}>
                <bdi>{name}</bdi>
                {meanings[index] && (
                  <ColumnChoice sheet={key} meaning={meanings[index]} offered={[...offered, ...names]} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {excerpt.rows.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {excerpt.columns.map((name, index) => (
                <td key={name} dir="auto">
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ChoiceProps {
  readonly sheet: string;
  readonly meaning: ColumnMeaning;
  readonly offered: readonly ColumnWord[];
}

function ColumnChoice({ sheet, meaning: { column, word }, offered }: ChoiceProps) {
  const { words } = useAssisting();
  const answer = useAnswer();
  const path = `column.${sheet}.${column}`;
  const all = word.value === undefined || offered.includes(word.value) ? offered : [...offered, word.value];
  return (
    <>
      <Choice
        label={words.meaningOf(column)}
        isLabelHidden
        value={word.value ?? ""}
        options={[
          { value: "", label: words.notUsed },
          ...all.map((value) => ({ value, label: nameColumn(value, words) })),
        ]}
        onChange={(value) => answer(path, value)}
      />
      {word.value !== undefined && <WhyLine guess={word} path={path} />}
    </>
  );
}

/** What a column of the sheet is, by itself or as one of many of a form: `ctr_*`. */
function findMeaning(columns: readonly ColumnMeaning[], name: string): ColumnMeaning | undefined {
  const starred = name.replaceAll(/\p{Nd}+/gu, "*");
  return columns.find(({ column }) => column === name) ?? columns.find(({ column }) => column === starred);
}
