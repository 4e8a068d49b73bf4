import type { Names } from "../core/names.ts";
import type { Day } from "../core/day.ts";
import type { Edit } from "../data/edit/edit.ts";
import type { Progress } from "../data/folder.ts";
import type { Problem } from "../data/problem.ts";
import type { Provenance } from "../export/provenance/provenance.ts";
import type { Editable } from "./edit-job.ts";
import type { AddressFault } from "../core/own-data.ts";
import type { AskedAddress } from "./fetch-address.ts";
import type { LostReason } from "./follow.ts";
import type { PictureOutcome } from "./picture.ts";
import type { NamedFile } from "./worker-protocol.ts";
import type { KeepResult, RecentEntry } from "./recent.ts";

/** How much there is in a data set that was read. */
export interface Contents {
  readonly settlements: number;
  readonly days: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Where the opening of a data set stands. What is on the screen stays there until the new one is shown. */
export type OpeningStatus =
  | { readonly kind: "idle" }
  /** Files are being found, then read, checked and compiled; `progress` is `undefined` until the latter begin. */
  | {
      readonly kind: "working";
      readonly name: string;
      readonly found: number;
      readonly progress: Progress | undefined;
    }
  /** All is read, and the dashboard is being built. */
  | { readonly kind: "preparing"; readonly name: string }
  /** One picture, and what has become of the view it shows. */
  | { readonly kind: "picture"; readonly provenance: Provenance; readonly outcome: PictureOutcome }
  /** No `dataset.json` among the files: what they mean has to be understood first. */
  | { readonly kind: "undeclared"; readonly name: string; readonly files: readonly NamedFile[] }
  /** Nothing can be shown. */
  | { readonly kind: "refused"; readonly name: string; readonly problems: readonly Problem[] }
  /** It can be shown, and has problems that the reader should see first. */
  | {
      readonly kind: "ready";
      readonly name: string;
      readonly title: Names;
      readonly contents: Contents;
      readonly problems: readonly Problem[];
    }
  /** An address of the page asks for data from elsewhere: nothing is fetched before the reader has said so. */
  | {
      readonly kind: "address";
      /** `undefined` for what is no address of the web. */
      readonly asked: AskedAddress | undefined;
      readonly stage: "asked" | "fetching" | "came";
      /** Of what came. */
      readonly sha256?: string | undefined;
      /** The address of the page that opens exactly that. */
      readonly pinned?: string | undefined;
      readonly fault?: AddressFault | undefined;
      readonly detail?: string | undefined;
    }
  /** It would put away changes that were made here and are not saved. */
  | { readonly kind: "unsaved"; readonly name: string; readonly unsaved: number }
  | { readonly kind: "failed"; readonly name: string; readonly reason: string };

/** Where the reader's data on the page are from. */
export type DataSource =
  | {
      readonly kind: "files";
      /** A folder, loose files, or one archive. */
      readonly files: readonly NamedFile[];
      /** Where they lie on the disk, if the browser tells it. */
      readonly folder: FileSystemDirectoryHandle | undefined;
    }
  /** What `frontline build` wrote. */
  | { readonly kind: "compiled" }
  /** What this browser has kept, which is compiled too. */
  | { readonly kind: "kept" };

/** Changes that were made to the data on the page. */
export interface EditingState extends Editable {
  /** The data set with them is being made. */
  readonly isBusy: boolean;
  /** Those on the page, in their order, … */
  readonly edits: readonly Edit[];
  /** … and those that were undone, the last of them at the end. */
  readonly undone: readonly Edit[];
  /** How many edits lie between what is on the page and what was saved. */
  readonly unsaved: number;
  /** They can be saved into the folder that was opened. */
  readonly hasFolder: boolean;
  /** The files of that folder as they are now, where somebody else has changed them meanwhile. */
  readonly theirs?: readonly NamedFile[] | undefined;
}

/** What is to be said on the dashboard once it stands. */
export type OpeningMessage =
  | { readonly kind: "opened"; readonly title: Names; readonly keep: KeepResult }
  /** The address names a data set that this browser does not keep. */
  | { readonly kind: "not-here" }
  /** It does keep that data set, which can no longer be read or shown. */
  | { readonly kind: "not-shown"; readonly name: string; readonly reason: string }
  | { readonly kind: "not-forgotten" }
  /** The changes made here are written into the folder, … */
  | { readonly kind: "saved-folder"; readonly folder: string; readonly files: number }
  /** … or handed over as an archive. */
  | { readonly kind: "saved-zip" }
  /** A folder is no longer followed. */
  | { readonly kind: "folder-lost"; readonly folder: string; readonly reason: LostReason }
  /** The reader is asked about an address. */
  | { readonly kind: "asked" }
  /** They were not saved, or not made. */
  | { readonly kind: "not-saved"; readonly reason: string }
  /** The files of the data set that is served have changed: what is shown is their new state, … */
  | { readonly kind: "followed" }
  /** … or still that of before, because they now have errors. */
  | { readonly kind: "held" }
  /** The server of the data set has ended or cannot be reached, … */
  | { readonly kind: "lost" }
  /** … and answers again. */
  | { readonly kind: "reached" };

export interface OpeningState {
  readonly status: OpeningStatus;
  /** Newest first; `undefined` if this browser keeps nothing. */
  readonly recents: readonly RecentEntry[] | undefined;
  readonly message: OpeningMessage | undefined;
  /** Of the reader's data on the page; `undefined`: the bundled story, or what a server shows. */
  readonly source: DataSource | undefined;
  /** `undefined` until something is to be changed. */
  readonly editing: EditingState | undefined;
}
