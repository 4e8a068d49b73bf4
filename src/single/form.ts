/** What the command line writes into a single file and its loader reads there: both must mean the same. */

/** Of the built dashboard, the script that makes a single file run; no page but that file has it. */
export const LOADER_FILE = "single-file.js";

/** The global object by which packed scripts ask the loader for others, {@link Loader}. */
export const LOADER = "frontlineFile";

/** What a packed script may ask for. */
export interface Loader {
  /** Address of the single file with a slash: what is below it is in the file. */
  readonly base: string;
  /** Imports another packed script by the name of its part. */
  readonly load: (name: string) => Promise<unknown>;
}

/** Stands in a packed script before the name of another that it imports; the loader puts an address in their place. */
export const MARK = "frontline-part:";

/** Names of parts, as they stand behind {@link MARK}. */
export const PART_NAME = /[\w./-]+/;

/** Names of elements and attributes of the page. */
export const PARTS = { selector: "script[data-part]", fileMeta: "frontline-file" } as const;
