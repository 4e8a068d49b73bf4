import "../../../styles/page/edit.css";
import { canPickFolder } from "../../open/disk.ts";
import { useOwnWords } from "../state/own-words.ts";
import { Icon } from "../parts/icons.tsx";
import { useEditing, useEdits } from "./use-editing.ts";

/** How much is changed and not saved, and what can be done about it. On the page for as long as anything was changed. */
export function EditBar() {
  const editing = useEditing();
  const state = useEdits();
  const { edit: words, follow } = useOwnWords() ?? {};
  if (
    !editing ||
    !state ||
    !words ||
    !follow ||
    state.edits.length + state.undone.length + state.unsaved === 0
  )
    return null;
  const { unsaved, isBusy, hasFolder } = state;
  const run = (task: () => Promise<void>) => () => void task().catch(() => {});
  if (state.theirs)
    return (
      <section className="edit-bar" aria-label={words.bar}>
        <p role="alert">
          {follow.changed} <strong>{words.unsaved(unsaved)}</strong>
        </p>
        <span className="edit-actions">
          <button type="button" className="button primary" onClick={run(() => editing.takeTheirs(true))}>
            {follow.apply}
          </button>
          <button type="button" className="button" onClick={run(() => editing.takeTheirs(false))}>
            {follow.takeTheirs}
          </button>
        </span>
      </section>
    );
  return (
    <section className="edit-bar" aria-label={words.bar}>
      <output data-unsaved={unsaved > 0}>
        {isBusy ? words.working : unsaved > 0 ? words.unsaved(unsaved) : words.allSaved}
      </output>
      <span className="edit-actions">
        <button
          type="button"
          className="button"
          aria-disabled={isBusy || state.edits.length === 0}
          onClick={run(editing.undo)}
        >
          {words.undo}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={isBusy || state.undone.length === 0}
          onClick={run(editing.redo)}
        >
          {words.redo}
        </button>
        {canPickFolder() && (
          <button type="button" className="button" onClick={run(editing.saveFolder)}>
            <Icon name="folder" /> {hasFolder ? words.saveFolder : words.saveNewFolder}
          </button>
        )}
        <button type="button" className="button" onClick={run(editing.saveZip)}>
          <Icon name="download" /> {words.saveZip}
        </button>
      </span>
    </section>
  );
}
