import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Edit } from "../../data/edit/edit.ts";
import type { EditFault } from "../../data/edit/judge-edit.ts";
import type { Problem } from "../../data/problem.ts";
import type { Editing } from "../../open/editing.ts";
import type { OwnWords } from "../../words/own-words.ts";
import { ProblemList } from "../parts/ProblemList.tsx";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { FaultText } from "./Field.tsx";

interface Props {
  readonly title: string;
  readonly action: string;
  /** Said once it is done. */
  readonly done: string;
  readonly editing: Editing;
  readonly edit: Edit;
  /** `undefined` while it is being judged. */
  readonly faults: readonly EditFault[] | undefined;
  readonly words: OwnWords["edit"];
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of a change: it can be made once nothing is wrong with it, and what would come of it is told otherwise. */
export function EditForm({ title, action, done, editing, edit, faults, words, onClose, children }: Props) {
  const { session } = useDashboard();
  const all = useWords();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [refusedProblems, setRefused] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState("");
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useEscape(onClose);
  const canDo = faults !== undefined && faults.length === 0 && !isBusy;

  async function carryOut(): Promise<void> {
    setBusy(true);
    setFailure("");
    try {
      const outcome = await editing.add(edit);
      if (outcome.kind === "refused") setRefused(outcome.problems);
      else {
        session.setState({ message: { tone: "done", text: done } });
        onClose();
      }
    } catch (error) {
      setFailure(words.notSaved(error instanceof Error ? error.message : String(error)));
    }
    setBusy(false);
  }

  return (
    <form
      ref={form}
      className="edit-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (canDo) void carryOut();
      }}
    >
      <h4 ref={heading} tabIndex={-1}>
        {title}
      </h4>
      {children}
      {faults
        ?.filter(({ field }) => field === undefined)
        .map((fault) => (
          <FaultText key={fault.problem.found} fault={fault} />
        ))}
      {refusedProblems.length > 0 && (
        <div role="alert">
          <p>{words.refused}</p>
          <ProblemList problems={refusedProblems} words={all} heading="h5" />
        </div>
      )}
      {failure !== "" && <p role="alert">{failure}</p>}
      <div className="edit-actions">
        <button type="submit" className="button primary" aria-disabled={!canDo}>
          {isBusy ? words.working : action}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

/** Escape closes the form, and not what is selected; unless something above it takes the key. */
function useEscape(onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
      event.stopPropagation();
      close.current();
    };
    window.addEventListener("keydown", handle, true);
    return () => window.removeEventListener("keydown", handle, true);
  }, []);
}
