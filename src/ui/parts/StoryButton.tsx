import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import { toggleNarrative } from "../state/narrative.ts";
import { Icon } from "./icons.tsx";

/** Only where the data set tells a story. */
export function StoryButton({ className }: { readonly className: string }) {
  const dashboard = useDashboard();
  const { narrative } = useWords();
  const isOn = useView((view) => view.step !== undefined);
  if (!dashboard.atlas.dataset.narrative) return null;
  return (
    <button
      type="button"
      className={className}
      aria-label={narrative.region}
      title={narrative.region}
      aria-pressed={isOn}
      onClick={() => toggleNarrative(dashboard)}
    >
      <Icon name="story" />
      <span className="button-text">{narrative.region}</span>
    </button>
  );
}
