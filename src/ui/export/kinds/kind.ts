import type { ComponentType } from "react";
import type { ExportWords } from "../../../words/export-words.ts";
import type { ExportJob } from "../job.ts";

export interface KindProps {
  readonly job: ExportJob;
  readonly words: ExportWords;
}

/** One kind of thing to take away, told in one file of this folder. */
export interface ExportKind {
  /** Kept in the browser as the last choice, so it does not change. */
  readonly key: string;
  /** A path on 24 by 24 pixels, drawn as a line: of its own, so that it comes with the dialog. */
  readonly icon: string;
  readonly nameIn: (words: ExportWords) => string;
  /** What it is for, in a few words. */
  readonly hintIn: (words: ExportWords) => string;
  /** Preview, settings and button: an `ExportLayout`. */
  readonly Form: ComponentType<KindProps>;
}
