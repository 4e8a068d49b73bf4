import "../../../styles/page/assistant.css";
import { useEffect, useRef, useState } from "react";
import { IMPORT_STEPS, type ImportStep } from "../../open/import-state.ts";
import { createImporting } from "../../open/importing.ts";
import type { NamedFile } from "../../open/worker-protocol.ts";
import { countProblems } from "../../data/problem.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { Icon } from "../parts/icons.tsx";
import { CheckStep } from "./CheckStep.tsx";
import { FilesStep } from "./FilesStep.tsx";
import { MeaningStep } from "./MeaningStep.tsx";
import { OpenStep } from "./OpenStep.tsx";
import { SmallMap } from "./SmallMap.tsx";
import { AssistingContext, useAssisting, useImport, useImportWords } from "./use-import.ts";

interface Props {
  readonly name: string;
  readonly files: readonly NamedFile[];
}

/** From files of any kind to the dashboard: what was read, what it means, whether that is sound, and there it is. */
export function Assistant({ name, files }: Props) {
  const words = useImportWords();
  const [importing] = useState(() => createImporting(files));
  useEffect(() => () => importing.end(), [importing]);
  if (!words) return <progress aria-label={name} />;
  return (
    <AssistingContext value={{ importing, words }}>
      <Pages name={name} />
    </AssistingContext>
  );
}

function Pages({ name }: { readonly name: string }) {
  const step = useImport((state) => state.step);
  const failure = useImport((state) => state.failure);
  const { opening } = useDashboard();
  const { words } = useAssisting();
  return (
    <div className="assistant">
      <StepList />
      <aside className="assistant-aside" aria-label={words.map}>
        <SmallMap />
        <Standing />
      </aside>
      <div className="assistant-main">
        {failure !== undefined && (
          <p className="open-failure" role="alert">
            {words.failed(failure)}{" "}
            <button type="button" className="text-button" onClick={() => opening.cancel()}>
              {words.tryAgain}
            </button>
          </p>
        )}
        <Page key={step} step={step} name={name} />
      </div>
    </div>
  );
}

function StepList() {
  const step = useImport((state) => state.step);
  const { importing, words } = useAssisting();
  return (
    <nav className="assistant-steps" aria-label={words.steps}>
      <ol>
        {IMPORT_STEPS.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              aria-current={each === step ? "step" : undefined}
              onClick={() => importing.act({ kind: "went", step: each })}
            >
              <span className="assistant-number" aria-hidden="true">
                {index + 1}
              </span>
              {words.step[each]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How things stand, in sight in every step: what is asked, what is wrong, and the way back. */
function Standing() {
  const { importing, words } = useAssisting();
  const isBehind = useImport((state) => state.isBehind);
  const canUndo = useImport((state) => state.past.length > 0);
  const questions = useImport((state) => state.understanding?.meaning.questions.length ?? 0);
  const problems = useImport((state) =>
    countProblems((state.checked?.problems ?? state.read?.problems ?? []).filter(isFault)),
  );
  const goTo = (step: ImportStep) => importing.act({ kind: "went", step });
  return (
    <div className="assistant-standing">
      <button type="button" className="text-button" onClick={() => goTo("meaning")}>
        {words.questions(questions)}
      </button>
      <button type="button" className="text-button" onClick={() => goTo("check")}>
        {words.problems(problems)}
      </button>
      <output className="quiet">{isBehind ? words.working : words.upToDate}</output>
      {canUndo && (
        <button type="button" className="button" onClick={() => importing.act({ kind: "undone" })}>
          <Icon name="back" /> {words.undo}
        </button>
      )}
    </div>
  );
}

function isFault({ severity }: { readonly severity: string }): boolean {
  return severity !== "note";
}

function Page({ step, name }: { readonly step: ImportStep; readonly name: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { importing, words } = useAssisting();
  const { open } = useWords();
  // After the dialog around it has opened, which gives the focus to its own first button.
  useEffect(() => queueMicrotask(() => heading.current?.focus()), []);
  const next = IMPORT_STEPS[IMPORT_STEPS.indexOf(step) + 1];
  return (
    <section className="assistant-page">
      <header>
        <h3 ref={heading} tabIndex={-1}>
          {words.step[step]}
        </h3>
        <p className="quiet">
          {words.lead[step]} {step === "files" && open.privacy}
        </p>
      </header>
      <StepContent step={step} name={name} />
      {next && (
        <div className="open-actions">
          <button
            type="button"
            className="button primary"
            onClick={() => importing.act({ kind: "went", step: next })}
          >
            {words.next(words.step[next])}
          </button>
        </div>
      )}
    </section>
  );
}

function StepContent({ step, name }: { readonly step: ImportStep; readonly name: string }) {
  switch (step) {
    case "files":
      return <FilesStep />;
    case "meaning":
      return <MeaningStep />;
    case "check":
      return <CheckStep />;
    case "open":
      return <OpenStep name={name} />;
  }
}
