/** All that the command line needs of the machine, so that tests can run commands without one. */
export interface CliIo {
  /** The directory that folders on the command line are relative to. */
  readonly cwd: string;
  /** Gives the text of a file by its absolute path; rejects if there is none. */
  readonly readText: (path: string) => Promise<string>;
  /** Prints a text that ends in a line break: `out` the answer, `err` everything else. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A wrong call of the command line: what is wrong, in a sentence without its full stop. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
