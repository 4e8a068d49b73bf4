import type { AddressFault, WhyNotEdited } from "../core/own-data.ts";

/** The words for the reader's own data: changing, following, and opening them by their address. They come when they are needed. */
export interface OwnWords {
  readonly edit: EditWords;
  readonly follow: FollowWords;
  readonly address: AddressWords;
}

interface EditWords {
  readonly addClaim: string;
  readonly move: string;
  readonly starting: string;
  readonly whyNot: Readonly<Record<WhyNotEdited, string>>;
  /** The files that were opened stay as they are, and a copy with the changes can be saved. */
  readonly copyNote: string;
  readonly claimAbout: (place: string) => string;
  readonly moveOf: (place: string) => string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly lastDayHint: string;
  readonly side: string;
  readonly noSide: string;
  readonly action: string;
  readonly source: string;
  readonly sourceHint: string;
  readonly summary: string;
  /** The table of claims has no column for it. */
  readonly noColumn: string;
  readonly lng: string;
  readonly lat: string;
  readonly moveHint: string;
  readonly add: string;
  readonly moveHere: string;
  readonly cancel: string;
  /** A change would bring new problems into the data set; a list of them follows. */
  readonly refused: string;
  readonly added: string;
  readonly moved: string;
  /** What the bar of changes is. */
  readonly bar: string;
  readonly unsaved: (count: number) => string;
  readonly allSaved: string;
  readonly working: string;
  readonly undo: string;
  readonly redo: string;
  readonly saveFolder: string;
  readonly saveNewFolder: string;
  readonly saveZip: string;
  readonly savedFolder: (folder: string, files: number) => string;
  readonly savedZip: string;
  readonly notSaved: (reason: string) => string;
  readonly unsavedTitle: string;
  /** Before other data are shown. */
  readonly unsavedText: (count: number) => string;
  readonly discard: string;
  readonly keep: string;
}

interface FollowWords {
  /** Beside the button that opens a folder. */
  readonly hint: string;
  readonly changed: string;
  readonly apply: string;
  readonly takeTheirs: string;
  readonly noPermission: (folder: string) => string;
  readonly gone: (folder: string) => string;
}

interface AddressWords {
  readonly title: string;
  readonly question: string;
  readonly host: string;
  readonly whole: string;
  /** What is asked for: one file, or a declaration and the files that it names. */
  readonly requests: (isDeclaration: boolean) => string;
  readonly nothingElse: string;
  readonly pinned: string;
  readonly open: string;
  readonly not: string;
  readonly fetching: string;
  readonly fault: (fault: AddressFault, detail: string) => string;
  readonly came: string;
  readonly pin: string;
  readonly show: string;
}
