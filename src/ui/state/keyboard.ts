import { useEffect } from "react";
import { type Atlas, findDayWithChanges } from "../../core/atlas.ts";
import { addDays, clampDay } from "../../core/day.ts";
import { select } from "../../core/selection.ts";
import type { View } from "../../core/view.ts";
import type { ShortcutName } from "../../words/keys.ts";
import { wordsOf } from "../../words/index.ts";
import { toggleComparison } from "./comparison.ts";
import { useDashboard } from "./dashboard.ts";
import { leaveNarrative, moveStep, toggleNarrative } from "./narrative.ts";
import { useTogglePlay } from "./playback.ts";

export const SEARCH_INPUT_ID = "place-search";
export const FILTER_BUTTON_ID = "filter-button";
export const LAYERS_BUTTON_ID = "layers-button";

const LETTERS: Readonly<Record<string, ShortcutName>> = {
  c: "compare",
  e: "export",
  f: "filter",
  g: "charts",
  j: "next-step",
  k: "previous-step",
  l: "layers",
  s: "story",
  t: "table",
};

const OTHER_KEYS: Readonly<Record<string, ShortcutName>> = {
  " ": "toggle-play",
  PageUp: "previous-step",
  PageDown: "next-step",
  "[": "previous-change",
  "]": "next-change",
  Home: "first-day",
  End: "last-day",
  "/": "search",
  "?": "help",
  "؟": "help",
  Escape: "escape",
};

/** By their place on the keyboard. */
const PLACES: Readonly<Record<string, ShortcutName>> = {
  BracketLeft: "previous-change",
  BracketRight: "next-change",
};

/**
 * The shortcut that a key stands for. Where text runs from right to left time does so too, so the arrows swap their
 * meaning. Letters and brackets are known by their place where a keyboard prints others there, as those for Arabic and Ukrainian do.
 */
export function readShortcut(
  { key, code }: { readonly key: string; readonly code: string },
  direction: "ltr" | "rtl",
): ShortcutName | undefined {
  const onwards = direction === "ltr" ? "ArrowRight" : "ArrowLeft";
  if (key === "ArrowLeft" || key === "ArrowRight") return key === onwards ? "next-day" : "previous-day";
  if (OTHER_KEYS[key]) return OTHER_KEYS[key];
  const isLatin = /^[a-z]$/i.test(key);
  const letter = isLatin ? key : /^\p{L}$/u.test(key) ? code.replace(/^Key/, "") : "";
  return LETTERS[letter.toLowerCase()] ?? (isLatin ? undefined : PLACES[code]);
}

function pressButton(id: string): void {
  const button = document.getElementById(id);
  button?.focus();
  button?.click();
}

/** What has a use of its own for the keys: fields, the slider, tabs, lists; for the space bar also buttons. */
const FIELDS = "input, textarea, select, [contenteditable], [role=tab], [role=option], dialog";
/** Of these the ones that have no use for Escape. */
const CHOICES = "input:is([type=range], [type=radio], [type=checkbox]), [role=tab]";
const PRESSABLE = "button, a, summary";

function isTakenByFocus(target: EventTarget | null, shortcut: ShortcutName): boolean {
  if (!(target instanceof Element)) return false;
  if (shortcut === "escape" && target.closest(CHOICES) && !target.closest("dialog")) return false;
  if (target.closest(FIELDS)) return true;
  return shortcut === "toggle-play" && target.closest(PRESSABLE) !== null;
}

/** A text that is read step by step scrolls by the keys that play and turn pages elsewhere, and the other way round. */
function isWanted(shortcut: ShortcutName, { dataset }: Atlas, { step }: View): boolean {
  switch (shortcut) {
    case "story":
      return dataset.narrative !== undefined;
    case "previous-step":
    case "next-step":
      return step !== undefined;
    case "toggle-play":
      return step === undefined;
    default:
      return true;
  }
}

/** Listens to the whole window. What a part of the page has handled itself (`preventDefault`) is left alone. */
export function useKeyboard(): void {
  const dashboard = useDashboard();
  const { atlas, store, session } = dashboard;
  const togglePlay = useTogglePlay();
  useEffect(() => {
    const perform: Record<ShortcutName, () => void> = {
      "toggle-play": togglePlay,
      "previous-day": () => step(-1),
      "next-day": () => step(1),
      "previous-change": () => jump(-1),
      "next-change": () => jump(1),
      "first-day": () => store.setState({ day: atlas.dataset.firstDay }),
      "last-day": () => store.setState({ day: atlas.dataset.lastDay }),
      search: () => document.getElementById(SEARCH_INPUT_ID)?.focus(),
      filter: () => {
        // A button out of sight cannot be pressed.
        if (session.getState().isPanelOpen) return pressButton(FILTER_BUTTON_ID);
        session.setState({ isPanelOpen: true });
        requestAnimationFrame(() => pressButton(FILTER_BUTTON_ID));
      },
      export: () => session.setState({ dialog: "export" }),
      layers: () => pressButton(LAYERS_BUTTON_ID),
      table: () => session.setState({ dialog: "table" }),
      help: () => session.setState({ dialog: "help" }),
      compare: () => store.setState(toggleComparison(atlas)),
      charts: () => store.setState(({ hasDrawer }) => ({ hasDrawer: !hasDrawer })),
      story: () => toggleNarrative(dashboard),
      "previous-step": () => moveStep(dashboard, -1),
      "next-step": () => moveStep(dashboard, 1),
      // The way back leads out of one thing at a time.
      escape: () => {
        const { compared, hasDrawer, step } = store.getState();
        if (hasDrawer) store.setState({ hasDrawer: false });
        else if (step !== undefined) leaveNarrative(dashboard);
        else store.setState(compared ? { compared: undefined } : select(undefined));
      },
    };
    function step(count: 1 | -1) {
      const { firstDay, lastDay } = atlas.dataset;
      store.setState(({ day }) => ({ day: clampDay(addDays(day, count), firstDay, lastDay) }));
    }
    function jump(count: 1 | -1) {
      const day = findDayWithChanges(atlas, store.getState().day, count);
      if (day) store.setState({ day });
    }
    function handleKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const shortcut = readShortcut(event, wordsOf(store.getState().language).direction);
      if (!shortcut || isTakenByFocus(event.target, shortcut)) return;
      if (!isWanted(shortcut, atlas, store.getState())) return;
      event.preventDefault();
      perform[shortcut]();
    }
    window.addEventListener("keydown", handleKeyDown);
    return () => window.removeEventListener("keydown", handleKeyDown);
  }, [dashboard, atlas, store, session, togglePlay]);
}
