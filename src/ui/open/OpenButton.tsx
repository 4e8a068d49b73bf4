import { useDashboard, useWords } from "../state/dashboard.ts";
import { Icon } from "../parts/icons.tsx";

export function OpenButton() {
  const { session } = useDashboard();
  const { open } = useWords();
  return (
    <button
      type="button"
      className="button collapsible"
      aria-label={open.button}
      title={open.button}
      onClick={() => session.setState({ dialog: "open" })}
    >
      <Icon name="folder" />
      <span className="button-text">{open.button}</span>
    </button>
  );
}
