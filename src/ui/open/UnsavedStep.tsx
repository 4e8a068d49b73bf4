import type { OpeningStatus } from "../../open/opening-state.ts";
import { useDashboard } from "../state/dashboard.ts";
import { useOwnWords } from "../state/own-words.ts";
import { Step } from "./Step.tsx";

interface Props {
  readonly status: Extract<OpeningStatus, { kind: "unsaved" }>;
}

/** Asks before other data put away changes that are not saved. */
export function UnsavedStep({ status }: Props) {
  const { opening, session } = useDashboard();
  const words = useOwnWords()?.edit;
  if (!words) return null;
  return (
    <Step title={words.unsavedTitle}>
      <p role="alert">{words.unsavedText(status.unsaved)}</p>
      <div className="open-actions">
        <button
          type="button"
          className="button primary"
          onClick={() => session.setState({ dialog: undefined })}
        >
          {words.keep}
        </button>
        <button type="button" className="button" onClick={() => opening.accept()}>
          {words.discard}
        </button>
      </div>
    </Step>
  );
}
