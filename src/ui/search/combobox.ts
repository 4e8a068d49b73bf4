import { type KeyboardEvent, useState } from "react";
import type { SelectedRecord } from "../../core/selection.ts";
import { useActions } from "../state/dashboard.ts";

/** Before an arrow key has moved into the list. */
const NONE = -1;

/** The index that an arrow key moves to in a list of `count`, going round at both ends; -1 is before its start. */
export function moveActive(index: number, key: "ArrowDown" | "ArrowUp", count: number): number {
  if (count === 0) return NONE;
  if (key === "ArrowDown") return (index + 1) % count;
  return index <= 0 ? count - 1 : index - 1;
}

/** The keyboard of the search field: arrows move among the matches, Enter selects the one
 * moved to or else the best, Escape clears and leaves. */
export function useCombobox(
  matches: readonly SelectedRecord[],
  finish: () => void,
  /** Asked for the best match where Enter comes before there are any. */
  findBest: () => Promise<SelectedRecord | undefined>,
) {
  const { select } = useActions();
  const [index, setIndex] = useState(NONE);
  const [hasFocus, setFocus] = useState(false);
  const active = matches[index];

  function choose({ kind, record }: SelectedRecord) {
    select({ kind, id: record.id });
    finish();
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setIndex(moveActive(index, event.key, matches.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const best = active ?? matches[0];
      if (best) choose(best);
      else void findBest().then((found) => found && choose(found));
    } else if (event.key === "Escape") {
      event.preventDefault();
      finish();
    }
  }

  return {
    active,
    hasFocus,
    choose,
    reset: () => setIndex(NONE),
    handlers: {
      onKeyDown: handleKeyDown,
      onFocus: () => setFocus(true),
      onBlur: () => setFocus(false),
    },
  };
}
