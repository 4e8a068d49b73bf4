import { useState } from "react";
import type { Question } from "../../import/meaning/meaning.ts";
import { SHEET_KINDS } from "../../import/meaning/meaning.ts";
import { useWords } from "../state/dashboard.ts";
import { Choice } from "./Choice.tsx";
import { nameColumn } from "./column-label.ts";
import { SidePicker } from "./SidePicker.tsx";
import { useAnswer, useAssisting, useImport } from "./use-import.ts";

const NO_QUESTIONS: readonly Question[] = [];

/**
 * What nobody can know from the data. A question that was answered here stays where it is, so that neither the focus nor the way
 * back is lost.
 */
export function QuestionList() {
  const { words } = useAssisting();
  const open = useImport((state) => state.understanding?.meaning.questions ?? NO_QUESTIONS);
  const answers = useImport((state) => state.said.answers);
  const [seen, setSeen] = useState(open);
  const isOpen = (path: string) => open.some((question) => question.path === path);
  const fresh = open.filter(({ path }) => seen.every((question) => question.path !== path));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  const shown = seen.filter(({ path }) => isOpen(path) || answers[path] !== undefined);
  return (
    <section className="assistant-card assistant-questions">
      <h4>{words.openQuestions}</h4>
      {shown.length === 0 && <p className="quiet">{words.noQuestions}</p>}
      {shown.length > 0 && (
        <ol>
          {shown.map((question) => (
            <li key={question.path}>
              <QuestionField question={question} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function QuestionField({ question }: { readonly question: Question }) {
  const { words } = useAssisting();
  const answer = useAnswer();
  const said = useImport((state) => state.said.answers[question.path]);
  const { about, path, sheet, wanted, samples, choices } = question;
  const { language } = useWords();
  const label = words.question({
    about,
    wanted: wanted === undefined ? "" : nameColumn(wanted, words),
    sample: about === "side" && path.startsWith("sheet_side") ? "" : (samples[0] ?? ""),
  });
  const put = (value: string) => answer(path, value);
  return (
    <>
      {sheet !== undefined && (
        <p className="quiet">
          <bdi>{sheet}</bdi>
        </p>
      )}
      {about === "side" || about === "rest" ? (
        <SidePicker
          label={label}
          value={said}
          canBeContested={choices.includes("contested")}
          {...(choices.includes("") && { none: about === "rest" ? words.nobody : words.leftOut })}
          onChange={put}
        />
      ) : about === "day" ? (
        <label className="assistant-field">
          <span>{label}</span>
          <input
            type="date"
            lang={language}
            value={said ?? ""}
            onChange={({ currentTarget }) => answer(path, currentTarget.value || undefined)}
          />
        </label>
      ) : (
        <Choice label={label} value={said} options={listOptions(question, words)} onChange={put} />
      )}
      {said !== undefined && (
        <button type="button" className="text-button" onClick={() => answer(path, undefined)}>
          {words.takeBack}
        </button>
      )}
    </>
  );
}

function listOptions(
  { about, choices }: Question,
  words: ReturnType<typeof useAssisting>["words"],
): readonly { readonly value: string; readonly label: string }[] {
  const labels: Readonly<Record<string, string>> =
    about === "kind"
      ? words.kind
      : about === "day-order"
        ? words.orders
        : about === "day-numbers"
          ? words.numberKinds
          : about === "day-end"
            ? words.ends
            : {};
  const values = about === "kind" ? SHEET_KINDS : choices;
  return values.map((value) => ({ value, label: labels[value] ?? value }));
}
