import { type CSSProperties, useState } from "react";
import { countDaysBetween } from "../../core/day.ts";
import { pickName } from "../../core/names.ts";
import { countProblems, type Problem } from "../../data/problem.ts";
import type { Excerpt, MadeSummary } from "../../open/import-protocol.ts";
import { openingWordsOf } from "../../words/opening-words.ts";
import { nameProblem } from "../../words/problem-words.ts";
import { useView, useWords } from "../state/dashboard.ts";
import { useAssisting, useImport, useTone } from "./use-import.ts";

const MOST_LISTED = 100;

/** What comes out, and what could not be used: each problem leads to its row. */
export function CheckStep() {
  const { words } = useAssisting();
  const all = useWords();
  const checked = useImport((state) => state.checked);
  if (!checked) return <progress aria-label={words.working} />;
  const { made, problems } = checked;
  return (
    <>
      {made ? <Outcome made={made} /> : <p role="alert">{words.cannotOpen}</p>}
      <section className="assistant-card">
        <h4>
          {problems.length === 0
            ? words.noProblems
            : openingWordsOf(all).counts(...countBySeverity(problems))}
        </h4>
        <ol className="assistant-problems">
          {problems.slice(0, MOST_LISTED).map((problem, index) => (
            <ProblemLine key={`${index} ${problem.file} ${problem.record}`} problem={problem} />
          ))}
        </ol>
        {problems.length > MOST_LISTED && (
          <p className="quiet">{words.furtherProblems(problems.length - MOST_LISTED)}</p>
        )}
      </section>
    </>
  );
}

function countBySeverity(problems: readonly Problem[]): [errors: number, warnings: number, notes: number] {
  return [
    countProblems(problems, "error"),
    countProblems(problems, "warning"),
    countProblems(problems, "note"),
  ];
}

function Outcome({ made }: { readonly made: MadeSummary }) {
  const { words } = useAssisting();
  const { comma } = useWords();
  const language = useView((view) => view.language);
  const tone = useTone();
  const { firstDay, lastDay, settlements, phases, claims, events, figures, names, sides } = made;
  const parts = [
    words.settlements(settlements),
    ...(phases > 0 ? [words.phases(phases)] : []),
    ...(claims > 0 ? [words.claims(claims)] : []),
    ...(events > 0 ? [words.events(events)] : []),
    ...(figures > 0 ? [words.figures(figures)] : []),
  ];
  return (
    <section className="assistant-card">
      <h4>{words.contents}</h4>
      <p className="assistant-span">
        {words.span(firstDay, lastDay, countDaysBetween(firstDay, lastDay) + 1)}
      </p>
      <p>{parts.join(comma)}</p>
      {names.length > 0 && (
        <>
          <h5>{words.names}</h5>
          <ul className="assistant-names">
            {names.map(({ names: name, side }, index) => {
              const holder = sides.find(({ id }) => id === side);
              return (
                <li key={`${index} ${pickName(name, "en")}`}>
                  <span
                    className="side-dot"
                    style={{ "--colour": tone(holder?.colour) } as CSSProperties}
                    aria-hidden="true"
                  />
                  <bdi>{[...new Set(Object.values(name))].join(" · ")}</bdi>{" "}
                  {holder && <bdi className="quiet">{pickName(holder.name, language)}</bdi>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { words, importing } = useAssisting();
  const all = useWords();
  const { file, record, found, expected, remedy, severity, code, count } = problem;
  const [isAsked, setAsked] = useState(false);
  const shown = useImport((state) => state.excerpt);
  const excerpt = isAsked && shown?.record === `${file} ${record}` ? shown : undefined;
  return (
    <li data-severity={severity}>
      <p>
        <strong>{all.notices.severity(severity)}:</strong> {nameProblem(all, code)}
        {count > 1 && ` (${count})`}{" "}
        <bdi className="quiet">{[file, record].filter((part) => part !== "").join(": ")}</bdi>
      </p>
      <p className="quiet">
        <bdi lang="en">
          {found}; {expected}; {remedy}
        </bdi>
      </p>
      {/(?:row|feature|record) \d/.test(record) && (
        <button
          type="button"
          className="text-button"
          aria-expanded={excerpt !== undefined}
          onClick={() => {
            setAsked(excerpt === undefined);
            if (excerpt === undefined) importing.showRows(file, record);
          }}
        >
          {words.showRow}
        </button>
      )}
      {excerpt &&
        (excerpt.excerpt ? <Rows record={record} excerpt={excerpt.excerpt} /> : <p>{words.noRow}</p>)}
    </li>
  );
}

function Rows({
  record,
  excerpt: { columns, rows },
}: {
  readonly record: string;
  readonly excerpt: Excerpt;
}) {
  const { words } = useAssisting();
  const number = Number(/(\d+)(?!.*\d)/.exec(record.replace(/\(.*\)/, ""))?.[1]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="assistant-table" aria-label={words.rowOf(record)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} aria-current={row.number === number ? "true" : undefined}>
              <th scope="row">{row.number}</th>
              {columns.map((name, index) => (
                <td key={name} dir="auto">
                  {row.cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
