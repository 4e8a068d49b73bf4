import "../../../styles/page/edit.css";
import { useRef, useState } from "react";
import type { Settlement } from "../../core/records.ts";
import { useAtlas, useDashboard } from "../state/dashboard.ts";
import { useOwnWords } from "../state/own-words.ts";
import { ClaimForm } from "./ClaimForm.tsx";
import { MoveForm } from "./MoveForm.tsx";
import { useEditing, useEdits } from "./use-editing.ts";

type Form = "claim" | "move";

/** What can be changed about a settlement, or why nothing can. */
export function EditActions({ settlement }: { readonly settlement: Settlement }) {
  const { session } = useDashboard();
  const { gazetteer } = useAtlas().dataset;
  const editing = useEditing();
  const state = useEdits();
  const words = useOwnWords()?.edit;
  const [form, setForm] = useState<Form>();
  const [note, setNote] = useState("");
  const opener = useRef<Form>("claim");
  const buttons = useRef<HTMLParagraphElement>(null);
  if (!editing || !words) return null;
  const close = () => {
    setForm(undefined);
    // Back to where it was opened from.
    queueMicrotask(() =>
      buttons.current?.querySelector<HTMLElement>(`[data-form=${opener.current}]`)?.focus(),
    );
  };

  async function open(asked: Form): Promise<void> {
    if (!editing || !words) return;
    opener.current = asked;
    const whyNot = gazetteer === undefined ? editing.findWhyNot() : "lent";
    if (whyNot) return setNote(words.whyNot[whyNot]);
    setNote(words.starting);
    try {
      await editing.begin();
      setNote("");
      setForm(asked);
      session.setState({ isPlaying: false });
    } catch (error) {
      setNote(words.notSaved(error instanceof Error ? error.message : String(error)));
    }
  }

  return (
    <section className="edit-actions-of-place">
      <p ref={buttons} className="edit-actions">
        {(["claim", "move"] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            data-form={kind}
            aria-expanded={form === kind}
            onClick={() => void open(kind)}
          >
            {kind === "claim" ? words.addClaim : words.move}
          </button>
        ))}
      </p>
      <output className="quiet">{note}</output>
      {form !== undefined && state?.isCopy && <p className="quiet">{words.copyNote}</p>}
      {form === "claim" && state && (
        <ClaimForm key={settlement.id} {...{ settlement, editing, state, words }} onClose={close} />
      )}
      {form === "move" && (
        <MoveForm key={settlement.id} {...{ settlement, editing, words }} onClose={close} />
      )}
    </section>
  );
}
