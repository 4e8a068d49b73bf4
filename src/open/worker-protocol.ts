import type { Progress } from "../data/folder.ts";
import type { Problem } from "../data/problem.ts";
import type { Provenance } from "../export/provenance/provenance.ts";

/** A file that the reader dropped or picked, with its path from what was dropped: "my-war/claims.csv". */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** What became of files that were to be opened. */
export type OpeningOutcome =
  /** Something can be shown: the compiled data set, its problems included. */
  | { readonly kind: "compiled"; readonly bytes: Uint8Array<ArrayBuffer> }
  /** One picture that says which view it shows. */
  | { readonly kind: "picture"; readonly provenance: Provenance }
  /** None of the files is a `dataset.json`. */
  | { readonly kind: "undeclared" }
  /** Nothing can be shown. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** What the worker says: how far it is, at last what came of it, or that the program itself failed. */
export type WorkerMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly outcome: OpeningOutcome }
  | { readonly kind: "failed"; readonly reason: string };
