import type { Names } from "./names.ts";
import { encodeView, type View, type ViewProblem } from "./view.ts";

/** The parameter of an address that says which data it was made for. */
export const MARK_PARAMETER = "data";

/** Enough that two states of one data set never meet, and short enough to be read out. */
const STATE_DIGITS = 8;
/** As many letters of a title as keep an address short. */
const MOST_LETTERS = 20;

/** Which state of which data set an address was made for. */
export interface DataMark {
  /** The first words of the title, in small Latin letters and digits with hyphens; empty where it has none. */
  readonly name: string;
  /** As {@link shortenHash} gives it. */
  readonly state: string;
}

/** How the data that are shown are those of a mark: `changed`, another state; `unsure`, another state or another data set. */
export type MarkMatch = "same" | "changed" | "unsure" | "other";

/** The first digits of the hash of a data set, which stand for it in names of files and in addresses. */
export function shortenHash(hash: string): string {
  return hash.slice(0, STATE_DIGITS);
}

/** The mark of a data set in an address: `northern-front-9b3ea83e`. Empty where there is no hash. */
export function writeMark(title: Names, hash: string): string {
  const [name] = listMarkNames(title);
  return hash === "" ? "" : [name, shortenHash(hash)].filter(Boolean).join("-");
}

/** The query text of a view that also says which data it is of, where that has a hash: a permalink without its page. */
export function encodeMarked(view: View, title: Names, hash: string): string {
  const mark = writeMark(title, hash);
  return encodeView(view) + (mark === "" ? "" : `&${MARK_PARAMETER}=${mark}`);
}

/** `undefined` for a text that is no mark, as when a messenger has cut off its end. */
export function readMark(text: string): DataMark | undefined {
  const [, name = "", state] = /^(?:([a-z0-9]+(?:-[a-z0-9]+)*)-)?([0-9a-f]{8})$/.exec(text) ?? [];
  return state === undefined ? undefined : { name, state };
}

/** The mark in an address or its query text; `undefined` where it has none. */
export function readMarkOf(address: string): DataMark | undefined {
  const query = address.slice(address.indexOf("?") + 1);
  return readMark(new URLSearchParams(query).get(MARK_PARAMETER) ?? "");
}

/** `hash` of the data that are shown; empty where none could be made. */
export function matchMark({ name, state }: DataMark, title: Names, hash: string): MarkMatch {
  if (hash !== "" && shortenHash(hash) === state) return "same";
  const names = listMarkNames(title);
  if (name === "" || names.length === 0) return "unsure";
  if (!names.includes(name)) return "other";
  return hash === "" ? "unsure" : "changed";
}

/** What the title is called in marks, by its languages, English first: another may be added or taken away later. */
function listMarkNames({ en, ...others }: Names): string[] {
  return [en, ...Object.values(others)].map((text) => reduce(text ?? "")).filter((name) => name !== "");
}

/** An address was made for other data than those it is opened over. */
export interface DataProblem {
  readonly parameter: typeof MARK_PARAMETER;
  /** The mark as the address has it. */
  readonly found: string;
  /** `unreadable`: it is no mark. */
  readonly match: Exclude<MarkMatch, "same"> | "unreadable";
  /** Of the data that are shown. */
  readonly title: Names;
  /** Theirs, for the match with that of the address; empty where they have no hash. */
  readonly mark: string;
  /** What else of the address does not hold here, as it stands there: `place=riverside`. */
  readonly lost: readonly string[];
}

/** What of an address does not hold. */
export type AddressProblem = ViewProblem | DataProblem;

/** Whole words, as many as there is room for. */
function reduce(text: string): string {
  const words = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  // Half a title in another script would be a name of something else.
  if (!words.every((word) => /^[a-z0-9]+$/.test(word)) || !words.some((word) => /[a-z]/.test(word)))
    return "";
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word.slice(0, MOST_LETTERS) : `${name}-${word}`;
    if (longer.length > MOST_LETTERS) break;
    name = longer;
  }
  return name;
}
