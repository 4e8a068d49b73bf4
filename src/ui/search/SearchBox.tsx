// The browser's own lists (select, datalist) cannot show two scripts in a row or follow a fuzzy search, hence roles.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { nameByScript, nameGovernorate, type Names } from "../../core/names.ts";
import type { Settlement } from "../../core/records.ts";
import type { SelectedRecord } from "../../core/selection.ts";
import { useEffect, useRef, useState } from "react";
import { useAtlas, useDashboard, useWords } from "../state/dashboard.ts";
import { SEARCH_INPUT_ID } from "../state/keyboard.ts";
import { usePointing } from "../state/pointing.ts";
import { createLater, useLater } from "../state/later.ts";
import { Icon } from "../parts/icons.tsx";
import { PlaceName } from "../parts/PlaceName.tsx";
import { useCombobox } from "./combobox.ts";

export const laterSearch = createLater(() => import("../../core/search.ts"));

const MOST_MATCHES = 8;
const LIST_ID = `${SEARCH_INPUT_ID}-matches`;

/**
 * Finds a place, post, highway or source by any spelling in any script: a combobox with a list, as WAI-ARIA describes it.
 * On a phone it is a button until it is wanted, by a press on it or because something gave the field the focus.
 */
export function SearchBox() {
  const { atlas } = useDashboard();
  const { settlements } = atlas.dataset;
  const { chrome } = useWords();
  const example = exemplify(settlements);
  const [query, setQuery] = useState("");
  const [isNear, setNear] = useState(false);
  const hasQuery = query.trim() !== "";
  const search = useLater(laterSearch, isNear || hasQuery);
  const matches = hasQuery ? (search?.searchEverything(atlas.dataset, query, MOST_MATCHES) ?? []) : [];
  const input = useRef<HTMLInputElement>(null);
  const finish = () => {
    setQuery("");
    input.current?.blur();
  };
  const findBest = async () => {
    const part = hasQuery && !search ? await laterSearch.load().catch(() => undefined) : undefined;
    return part?.searchEverything(atlas.dataset, query, 1)[0];
  };
  const box = useCombobox(matches, finish, findBest);
  const isOpen = box.hasFocus && hasQuery && search !== undefined;
  return (
    <search className="search" data-active={box.hasFocus} onFocus={() => setNear(true)}>
      <button
        type="button"
        className="button icon-button search-opener"
        aria-label={chrome.openSearch}
        onClick={() => input.current?.focus()}
      >
        <Icon name="search" />
      </button>
      <div className="search-field">
        <Icon name="search" />
        <input
          ref={input}
          id={SEARCH_INPUT_ID}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={chrome.search}
          placeholder={example === "" ? chrome.search : chrome.searchHint(example)}
          aria-expanded={isOpen}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && box.active ? idOf(box.active) : undefined}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            box.reset();
          }}
          {...box.handlers}
        />
        <kbd className="search-key" aria-hidden="true">
          /
        </kbd>
      </div>
      <div
        className="search-matches"
        role="listbox"
        id={LIST_ID}
        tabIndex={-1}
        aria-label={chrome.search}
        hidden={!isOpen || matches.length === 0}
      >
        {matches.map((match) => (
          <Match
            key={idOf(match)}
            match={match}
            isActive={match === box.active}
            onChoose={() => box.choose(match)}
          />
        ))}
      </div>
      <output className={isOpen && matches.length === 0 ? "search-none" : "visually-hidden"}>
        {isOpen && (matches.length === 0 ? chrome.noMatch(query.trim()) : chrome.matches(matches.length))}
      </output>
    </search>
  );
}

interface MatchProps {
  readonly match: SelectedRecord;
  /** Moved to by an arrow key, which leaves the focus in the field. */
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function Match({ match, isActive, onChoose }: MatchProps) {
  const { kind, record } = match;
  const pointing = usePointing({ kind, id: record.id });
  const { onFocus: point, onBlur: leave } = pointing;
  useEffect(() => {
    if (!isActive) return;
    point?.();
    return leave;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- both are new with each drawing
  }, [isActive]);
  return (
    <div
      id={idOf(match)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="search-match"
      {...pointing}
      // Before the field loses the focus, and the list with it.
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <PlaceName place={kind === "source" ? { names: { en: record.title } } : record} />
      <span className="quiet">
        <Kind match={match} />
      </span>
    </div>
  );
}

function idOf({ kind, record }: SelectedRecord): string {
  return `${LIST_ID}-${kind}-${record.id}`;
}

/** What a match is, and where, as far as that tells it from others of its name. */
function Kind({ match: { kind, record } }: { readonly match: SelectedRecord }) {
  const { dataset } = useAtlas();
  const { settlement, selection, language, comma } = useWords();
  switch (kind) {
    case "place":
      return settlement.whereabouts(
        settlement.kind(record.kind),
        nameGovernorate(dataset.regions, record.governorate, language),
      );
    case "source":
      return [selection.kinds.source, record.publisher].filter((text) => text !== "").join(comma);
    case "post":
    case "highway":
      return selection.kinds[kind];
  }
}

/** A well-known place of the data set, in the scripts it has: that both are understood is seen at a glance. */
function exemplify(settlements: readonly Settlement[]): string {
  const chief = settlements.find(({ importance, names }) => importance === 1 && listTexts(names).length > 1);
  return chief ? listTexts(chief.names).toReversed().join(", ") : "";
}

function listTexts(names: Names): string[] {
  return Object.values(nameByScript(names));
}
