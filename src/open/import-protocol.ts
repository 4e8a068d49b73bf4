import type { Day } from "../core/day.ts";
import type { Names } from "../core/names.ts";
import type { Progress } from "../data/folder.ts";
import type { Problem } from "../data/problem.ts";
import type { Answers, Meaning } from "../import/meaning/meaning.ts";
import type { SheetFormat } from "../import/sheet.ts";
import type { ReadingNote } from "../import/source.ts";
import type { ImportedFile } from "./import-job.ts";
import type { Sketch } from "./sketch.ts";
import type { NamedFile } from "./worker-protocol.ts";

/** What was read of one sheet, for showing. */
export interface SheetSummary {
  readonly file: string;
  readonly name: string;
  readonly format: SheetFormat;
  readonly rows: number;
  readonly columns: number;
  /** How many rows have a point, a line or an area. */
  readonly points: number;
  readonly lines: number;
  readonly areas: number;
}

/** What was read of files, before anything is understood. */
export interface ReadSummary {
  readonly sheets: readonly SheetSummary[];
  readonly notes: readonly ReadingNote[];
  readonly problems: readonly Problem[];
}

/** Some rows of a sheet as they are. */
export interface Excerpt {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

export interface Understanding {
  readonly meaning: Meaning;
  /** The first rows of each sheet of the meaning, by its key. */
  readonly excerpts: Readonly<Record<string, Excerpt>>;
}

/** A side as it comes out: its colour as `#rrggbb`. */
export interface MadeSide {
  readonly id: string;
  readonly name: Names;
  readonly colour: string;
}

/** What is in the data set that the files make. */
export interface MadeSummary {
  readonly sides: readonly MadeSide[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly settlements: number;
  /** Areas drawn in all, each counted once for as long as it stays as it is. */
  readonly phases: number;
  readonly claims: number;
  readonly events: number;
  readonly figures: number;
  /** The first settlements by name, and who holds them on the last day; `undefined`: nobody is known to. */
  readonly names: readonly { readonly names: Names; readonly side: string | undefined }[];
  readonly sketch: Sketch;
}

/** The data set that the files make, as far as it can be shown, and all that is wrong with the files. */
export interface Checked {
  /** `undefined` where nothing can be shown. */
  readonly made: MadeSummary | undefined;
  /** Each told of the file and row that a person has. */
  readonly problems: readonly Problem[];
}

/** What the worker is asked. Those with a `revision` make an end of what was asked before. */
export type ImportRequest =
  /** Read the files, and again wherever an encoding is another; then understand and check them. */
  | {
      readonly kind: "look";
      readonly revision: number;
      readonly files: readonly NamedFile[];
      readonly encodings: Readonly<Record<string, string>>;
      readonly answers: Answers;
    }
  | { readonly kind: "sketch"; readonly day: Day }
  /** Rows around the one that a problem names. */
  | { readonly kind: "excerpt"; readonly file: string; readonly record: string }
  | { readonly kind: "compile" }
  | { readonly kind: "pack" }
  | { readonly kind: "list" };

export type ImportReply =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "read"; readonly revision: number; readonly read: ReadSummary }
  | { readonly kind: "understood"; readonly revision: number; readonly understanding: Understanding }
  | { readonly kind: "checked"; readonly revision: number; readonly checked: Checked }
  | { readonly kind: "sketched"; readonly sketch: Sketch }
  | { readonly kind: "excerpt"; readonly record: string; readonly excerpt: Excerpt | undefined }
  | { readonly kind: "compiled"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "packed"; readonly archive: Blob }
  | { readonly kind: "listed"; readonly files: readonly ImportedFile[] }
  | { readonly kind: "failed"; readonly reason: string };
