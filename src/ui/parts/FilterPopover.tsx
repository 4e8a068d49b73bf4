import { listChips } from "../../words/view-sentence.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { lazyPart } from "./lazy-part.tsx";
import { Popover } from "./Popover.tsx";

const FilterForm = lazyPart(async () => (await import("./FilterForm.tsx")).FilterForm);

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
      <FilterForm />
    </Popover>
  );
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
