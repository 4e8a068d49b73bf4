import { useState } from "react";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { Icon } from "../parts/icons.tsx";

/** Saves the picture of the view at once, and says how that went. */
export function ExportButton() {
  const { store, session, exportImage } = useDashboard();
  const { chrome, notices } = useWords();
  const [isBusy, setBusy] = useState(false);

  async function handleClick() {
    if (isBusy) return;
    setBusy(true);
    session.setState({ message: { tone: "busy", text: notices.saving } });
    try {
      const view = store.getState();
      const { chartsInSight: keys, axis } = session.getState();
      await exportImage(view, view.hasDrawer ? { keys, axis } : undefined);
      session.setState({ message: { tone: "done", text: notices.saved } });
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      session.setState({ message: { tone: "failed", text: notices.notSaved(reason) } });
    } finally {
      setBusy(false);
    }
  }

  return (
    <button
      type="button"
      className="button primary export-button"
      aria-label={chrome.exportPicture}
      aria-busy={isBusy}
      title={chrome.exportPicture}
      onClick={() => void handleClick()}
    >
      <Icon name="download" />
      <span className="button-text">{chrome.exportPicture}</span>
    </button>
  );
}
