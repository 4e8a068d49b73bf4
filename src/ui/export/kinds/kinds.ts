import type { ExportKind } from "./kind.ts";
import { data } from "./data.tsx";
import { film } from "./film.tsx";
import { picture } from "./picture.tsx";
import { series } from "./series.tsx";

/** All that can be taken away, in the order of the list. */
export const EXPORT_KINDS: readonly [ExportKind, ...ExportKind[]] = [picture, series, film, data];
