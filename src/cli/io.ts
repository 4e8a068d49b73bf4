import type { Compilation, CompileOptions } from "./compile-folder.ts";

/** All that the command line needs of the machine, so that tests can run commands without one. */
export interface CliIo {
  /** The directory that folders on the command line are relative to. */
  readonly cwd: string;
  /** What lies at an absolute path, compiled, whether or not there is anything: if not, its report says so. */
  readonly compile: (path: string, options?: CompileOptions) => Promise<Compilation>;
  /** The folder of the dashboard, built anew if it is missing or older than its sources. */
  readonly findDashboard: () => string;
  /** The path of a browser to draw pictures with, in place of one of this machine. @throws UsageError, with what to do, if there is none. */
  readonly findBrowser?: () => string;
  /** Says how far something is that takes long; `undefined`: no longer. */
  readonly showProgress?: (text: string | undefined) => void;
  /** Prints a text that ends in a line break: `out` the answer, `err` everything else. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A wrong call of the command line: what is wrong, in a sentence without its full stop. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The exit codes of the command line. 130 is what shells give a program that Ctrl+C ended. */
export const EXIT = { done: 0, badData: 1, badCall: 2, cancelled: 130 } as const;
