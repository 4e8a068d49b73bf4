import "../../../styles/page/filter-form.css";
import {
  CERTAINTIES,
  countAttributions,
  type Facet,
  type Filter,
  listKinds,
  NO_FILTER,
} from "../../core/filter.ts";
import { OWN_WORDS } from "../../core/records.ts";
import { type FilterChip, listChips } from "../../words/view-sentence.ts";
import { Icon } from "./icons.tsx";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { nameSideShortly } from "../state/sides.ts";
import { nameAttribution } from "./facts.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** What can be asked of a record: nothing chosen in a group asks nothing. */
export function FilterForm() {
  const atlas = useAtlas();
  const { dataset, sourceById } = atlas;
  const { store } = useDashboard();
  const words = useWords();
  const filter = useView((view) => view.filter);
  const change = (changes: Partial<Filter>) => store.setState({ filter: { ...filter, ...changes } });
  const nameSaid = (key: string) =>
    nameAttribution(atlas, { source: key, attribution: sourceById.has(key) ? OWN_WORDS : key }, words);
  const groups: readonly { facet: Facet; options: readonly Option[] }[] = [
    {
      facet: "sides",
      options: dataset.sides.map(({ id }) => ({ value: id, label: nameSideShortly(dataset, id, words) })),
    },
    {
      facet: "certainties",
      options: CERTAINTIES.map((value) => ({ value, label: words.record.certainty(value) })),
    },
    {
      facet: "kinds",
      options: listKinds(dataset).map((value) => ({ value, label: words.evidence.eventKind(value) })),
    },
    {
      facet: "said",
      options: [...countAttributions(dataset)].map(([value, count]) => ({
        value,
        label: nameSaid(value),
        note: words.evidence.number(count),
      })),
    },
  ];
  return (
    <div className="filter-form">
      <label className="filter-text">
        <span>{words.filter.facets.text}</span>
        <input
          type="search"
          placeholder={laterWordsOf(words).filterForm.textHint}
          value={filter.text}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      </label>
      <p className="quiet filter-note">{laterWordsOf(words).filterForm.note}</p>
      {groups.map(
        ({ facet, options }) =>
          options.length > 1 && (
            <Group
              key={facet}
              facet={facet}
              legend={words.filter.facets[facet]}
              options={options}
              chosen={filter[facet]}
              onChange={(chosen) => change({ [facet]: chosen })}
            />
          ),
      )}
      <button type="button" className="button" onClick={() => store.setState({ filter: NO_FILTER })}>
        {words.filter.clear}
      </button>
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

interface GroupProps {
  readonly facet: Facet;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Group({ facet, legend, options, chosen, onChange }: GroupProps) {
  // In the order of the options, so that equal filters have equal links.
  const toggle = (value: string) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((other) => (other === value ? !chosen.includes(value) : chosen.includes(other))),
    );
  return (
    <fieldset className="filter-group" data-facet={facet}>
      <legend>{legend}</legend>
      <ul className="checks">
        {options.map(({ value, label, note }) => (
          <li key={value}>
            <label className="check">
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
              <bdi>{label}</bdi>
              {note !== undefined && <span className="quiet section-count">{note}</span>}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

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
