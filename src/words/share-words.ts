import type { Day } from "../core/day.ts";

/** The texts of what leads others to a view: link, citation, and the page within another. */
export interface ShareWords {
  readonly link: LinkWords;
  readonly citation: CitationWords;
  readonly embed: FrameWords;
  /** Told once a text is in the clipboard. */
  readonly copied: string;
  /** The browser did not take it: the text is selected instead. */
  readonly notCopied: string;
  /** The address works on this machine only, … */
  readonly onlyMachine: string;
  /** … leads to this file on it, … */
  readonly onlyFile: string;
  /** … or works in this browser only. */
  readonly onlyBrowser: string;
  /** The data have no hash, so an address cannot say which state of them it was made for. */
  readonly noState: string;
}

interface LinkWords {
  readonly name: string;
  readonly hint: string;
  readonly address: string;
  readonly copy: string;
  /** What an address has in it. */
  readonly what: string;
  /** `state`: the first digits of the hash. */
  readonly ofState: (state: string) => string;
  readonly code: string;
  readonly saveCode: (format: string) => string;
  readonly tooLong: string;
}

export interface CitationWords {
  readonly name: string;
  readonly hint: string;
  readonly form: string;
  /** The plain one; the others are called as everywhere. */
  readonly plain: string;
  readonly copy: string;
  readonly save: string;
  readonly noAddress: string;
  readonly noMakers: string;
  /** Of a view: that of the data set with the day, or both days. */
  readonly title: (name: string, first: Day, last: Day | undefined) => string;
  readonly shows: (day: Day) => string;
  readonly compares: (first: Day, last: Day) => string;
  readonly dataset: string;
  readonly state: (state: string) => string;
  readonly licence: (licence: string) => string;
  readonly hash: (hash: string) => string;
  readonly accessed: (day: Day) => string;
}

interface FrameWords {
  readonly name: string;
  readonly hint: string;
  readonly code: string;
  readonly copy: string;
  readonly width: string;
  /** In the empty field. */
  readonly fullWidth: string;
  readonly height: string;
  readonly sizeLimits: (least: number, most: number) => string;
  readonly asReader: string;
  /** The page is one file, and cannot stand in another page. */
  readonly oneFile: string;
  readonly oembed: string;
  /** What stands in the frame, and that its day stays. */
  readonly what: string;
  /** For those who do not see the frame. */
  readonly title: (name: string, day: Day) => string;
}
