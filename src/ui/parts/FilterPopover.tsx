import { listChips } from "../../words/view-sentence.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";
import { Popover } from "./Popover.tsx";

export const laterFilter = createLater(() => import("./FilterForm.tsx"));

interface Props {
  /** Of the button, for the key that presses it. */
  readonly buttonId?: string;
}

/** The one button that leaves records out; on it, how many things are asked. */
export function FilterPopover({ buttonId }: Props) {
  const { dataset } = useAtlas();
  const words = useWords();
  const count = useView((view) => listChips(view.filter, dataset, words).length);
  const label = count === 0 ? words.filter.button : `${words.filter.button} (${count})`;
  return (
    <Popover
      label={label}
      icon="filter"
      className={count === 0 ? "filter-popover" : "filter-popover is-on"}
      buttonId={buttonId}
    >
      <LaterForm />
    </Popover>
  );
}

function LaterForm() {
  const part = useLater(laterFilter, true);
  return part && <part.FilterForm />;
}

/** What is left out of a list, where the chips lie out of sight. */
export function FilterNote() {
  const { dataset } = useAtlas();
  const words = useWords();
  const text = useView((view) =>
    listChips(view.filter, dataset, words)
      .map(({ label }) => label)
      .join(words.comma),
  );
  return text === "" ? null : <p className="quiet">{words.filter.told([text])}</p>;
}
