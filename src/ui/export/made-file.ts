/** A file that was made, and what whoever asked for it ought to know of it. */
export interface MadeFile {
  readonly content: Blob;
  readonly file: string;
  readonly note?: string;
}
