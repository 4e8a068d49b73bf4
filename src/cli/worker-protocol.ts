import type { Progress } from "../data/folder.ts";
import type { Compilation } from "./compile-folder.ts";

/** What the worker is started with. */
export interface CompileTask {
  /** Absolute path of the folder. */
  readonly folder: string;
  readonly isMeasured: boolean;
}

/** What the worker says: how far it is, and at last what came of it. */
export type CompileMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "done"; readonly compilation: Compilation };
