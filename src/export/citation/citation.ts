import { shortenHash, writeMark } from "../../core/data-mark.ts";
import type { Day } from "../../core/day.ts";
import { pickName } from "../../core/names.ts";
import type { Dataset } from "../../core/dataset.ts";
import type { View } from "../../core/view.ts";
import type { CitationWords } from "../../words/share-words.ts";

/** What a citation of a view says, whatever its form. Texts are in the language of the view. */
export interface Citation {
  /** For other programs: Latin letters, digits and hyphens. */
  readonly key: string;
  /** Title of the data set and the day, or both days, of the view. */
  readonly title: string;
  /** Whose work the data are, as the data set names them; none where it names nobody. */
  readonly makers: readonly string[];
  /** First digits of the hash of the data; `undefined` where there is none. */
  readonly state: string | undefined;
  /** Where the same view can be opened by everybody; `undefined` where that is nowhere. */
  readonly url: string | undefined;
  /** The day on which it was looked at. */
  readonly accessed: Day;
  readonly language: string;
  /** The program and its version. */
  readonly tool: string;
  /** What else is to be known: what the view shows, licence, the whole hash. */
  readonly notes: readonly string[];
}

interface Cited {
  readonly dataset: Pick<Dataset, "title" | "credits" | "ownCredits" | "licence">;
  readonly view: Pick<View, "day" | "compared" | "language">;
  /** Of the content of the data set; empty where none could be made. */
  readonly hash: string;
  readonly url: string | undefined;
  readonly accessed: Day;
  /** Of the program. */
  readonly tool: string;
}

/** What there is to be said of a view where it is cited. */
export function citeView(
  { dataset, view, hash, url, accessed, tool }: Cited,
  words: CitationWords,
): Citation {
  const { language } = view;
  const days = [view.day, ...(view.compared === undefined ? [] : [view.compared])].toSorted();
  const [first = view.day, last] = days;
  const name = writeMark(dataset.title, hash) || "frontline";
  return {
    key: [name, ...days].join("-"),
    title: words.title(pickName(dataset.title, language), first, last),
    makers: dataset.ownCredits ?? dataset.credits,
    state: hash === "" ? undefined : shortenHash(hash),
    url,
    accessed,
    language,
    tool,
    notes: [
      last === undefined ? words.shows(first) : words.compares(first, last),
      ...(dataset.licence === "" ? [] : [words.licence(dataset.licence)]),
      ...(hash === "" ? [] : [words.hash(hash)]),
    ],
  };
}
