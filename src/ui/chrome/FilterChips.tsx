import type { FilterChip } from "../../words/view-sentence.ts";
import { listChips } from "../../words/view-sentence.ts";
import { NO_FILTER } from "../../core/filter.ts";
import { Icon } from "../parts/icons.tsx";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";

/** What the filter asks, a chip each, to be taken away one by one or all at once. */
export function FilterChips() {
  const { dataset } = useAtlas();
  const { store } = useDashboard();
  const words = useWords();
  const filter = useView((view) => view.filter);
  const chips = listChips(filter, dataset, words);
  if (chips.length === 0) return null;
  const remove = (facet: FilterChip["facet"]) =>
    store.setState({ filter: { ...filter, [facet]: NO_FILTER[facet] } });
  return (
    <ul className="filter-chips" aria-label={words.filter.button}>
      {chips.map(({ facet, label }) => (
        <li key={facet}>
          <button
            type="button"
            className="button chip"
            aria-label={words.filter.remove(label)}
            title={words.filter.remove(label)}
            onClick={() => remove(facet)}
          >
            {label} <Icon name="close" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="button chip" onClick={() => store.setState({ filter: NO_FILTER })}>
          {words.filter.clear}
        </button>
      </li>
    </ul>
  );
}
