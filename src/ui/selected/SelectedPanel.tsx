import { useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";
import { useSelected } from "../state/selection.ts";

export const laterSelected = createLater(() => import("./SelectedPage.tsx"));

interface Props {
  /** Only the name and what it is today: the sheet of a phone at rest. */
  readonly isBrief: boolean;
}

/** What is selected, a settlement, post, highway or source, with its history. */
export function SelectedPanel({ isBrief }: Props) {
  const { selection } = useWords();
  const selected = useSelected();
  const part = useLater(laterSelected, selected !== undefined);
  return (
    <section className="page" aria-label={selection.region}>
      {selected ? (
        part && <part.SelectedPage selected={selected} isBrief={isBrief} />
      ) : (
        <p className="page-empty quiet">{selection.empty}</p>
      )}
    </section>
  );
}
