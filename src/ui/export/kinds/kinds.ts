import type { ExportKind } from "./kind.ts";
import { data } from "./data.tsx";
import { picture } from "./picture.tsx";

/** All that can be taken away, in the order of the list. */
export const EXPORT_KINDS: readonly [ExportKind, ...ExportKind[]] = [picture, data];
