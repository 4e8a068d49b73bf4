import type { ShortcutName } from "../../words/keys.ts";

/** What is written on the key caps of the help list. */
export const SHORTCUT_KEYS: Readonly<Record<ShortcutName, readonly string[]>> = {
  "toggle-play": ["Space"],
  "previous-day": ["←"],
  "next-day": ["→"],
  "previous-change": ["["],
  "next-change": ["]"],
  "first-day": ["Home"],
  "last-day": ["End"],
  compare: ["C"],
  charts: ["G"],
  story: ["S"],
  "previous-step": ["PgUp", "K"],
  "next-step": ["PgDn", "J"],
  filter: ["F"],
  layers: ["L"],
  table: ["T"],
  export: ["E"],
  search: ["/"],
  help: ["?"],
  escape: ["Esc"],
};
