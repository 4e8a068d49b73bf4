import { useDashboard, useSession, useWords } from "../state/dashboard.ts";
import { Icon } from "../parts/icons.tsx";

/** Opens Export; while something is being made it shows how far that is. */
export function ExportButton() {
  const { session } = useDashboard();
  const { chrome } = useWords();
  const share = useSession((state) => state.exported);
  return (
    <button
      type="button"
      className="button primary export-button"
      aria-label={chrome.exportPicture}
      aria-busy={share !== undefined}
      title={chrome.exportPicture}
      onClick={() => session.setState({ dialog: "export" })}
    >
      <Icon name="download" />
      <span className="button-text">
        {share === undefined ? chrome.exportPicture : `${Math.floor(100 * share)} %`}
      </span>
    </button>
  );
}
