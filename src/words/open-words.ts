import type { Day } from "../core/day.ts";
import type { OpeningStage } from "../data/folder.ts";

/** How far the opening of a data set has come, in what its stage counts. */
export interface ProgressText {
  readonly stage: OpeningStage;
  readonly done: number;
  readonly total: number;
}

export interface ContentsText {
  readonly settlements: number;
  readonly days: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Opening the reader's own data: what stands on the dashboard. */
export interface OpenWords {
  readonly button: string;
  /** What happens to the files: nothing leaves the machine. */
  readonly privacy: string;
  readonly dropHere: string;
  readonly dropHint: string;
  readonly showStory: string;
  readonly failed: (name: string, reason: string) => string;
  readonly opened: (title: string) => string;
  readonly notKept: (title: string, hasNoRoom: boolean) => string;
  readonly notHere: string;
  readonly notForgotten: string;
  /** The files that are served have changed, and the page with them. */
  readonly followed: string;
  /** They have changed into something with errors, and the page has not followed. */
  readonly held: string;
  /** The server of the data set has ended: the page stays, and no longer follows the files. */
  readonly lost: string;
  /** It answers again. */
  readonly reached: string;
}

/** What stands in the dialog for it, with which it comes. */
export interface OpeningWords {
  readonly title: string;
  readonly introduction: string;
  readonly openFolder: string;
  readonly openFiles: string;
  readonly orDrop: string;
  /** What an exported picture does when it is opened. */
  readonly pictureHint: string;
  /** The view of a picture is shown. `match`: how sure it is that it shows the same as the picture. */
  readonly pictureShown: (day: Day, match: "same" | "changed" | "unsure") => string;
  /** The picture is of another data set, by its title, … */
  readonly pictureOther: (title: string) => string;
  /** … and what to do then. */
  readonly pictureOtherHelp: (day: Day) => string;
  readonly story: string;
  readonly recent: string;
  readonly noRecent: string;
  readonly noStorage: string;
  /** Below the title of a kept data set: where it came from, when, how large. */
  readonly recentNote: (source: string, openedAt: number, sizeBytes: number) => string;
  /** Beside the data set that is on the screen. */
  readonly shown: string;
  readonly forget: string;
  readonly forgetOne: (title: string) => string;
  readonly forgetAll: string;
  readonly forgotten: string;
  readonly opening: (name: string) => string;
  readonly finding: (count: number) => string;
  readonly progress: (progress: ProgressText) => string;
  readonly stage: (stage: OpeningStage) => string;
  readonly problemsSoFar: (count: number) => string;
  readonly preparing: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly contents: (contents: ContentsText) => string;
  readonly counts: (errors: number, warnings: number, notes: number) => string;
  /** What becomes of records with errors. */
  readonly soundIsShown: string;
  readonly show: string;
  readonly keepPresent: string;
  readonly refused: (name: string) => string;
  readonly presentStays: string;
  readonly furtherProblems: (count: number) => string;
  readonly saveCsv: string;
  readonly saveJson: string;
}

/** A size for people: "820 KB", "3.4 MB". */
export function formatSize(bytes: number, units: readonly [string, string]): string {
  const kilobytes = bytes / 1000;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} ${units[0]}`;
  const megabytes = kilobytes / 1000;
  return `${megabytes.toFixed(megabytes < 100 ? 1 : 0)} ${units[1]}`;
}
