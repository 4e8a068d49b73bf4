import type { ExportWords } from "../../../words/export-words.ts";
import { citation } from "./citation.tsx";
import { data } from "./data.tsx";
import { embed } from "./embed.tsx";
import { film } from "./film.tsx";
import type { ExportKind } from "./kind.ts";
import { link } from "./link.tsx";
import { picture } from "./picture.tsx";
import { series } from "./series.tsx";

type Kinds = readonly [ExportKind, ...ExportKind[]];

/** Kinds that belong together, in the order of the list. */
interface ExportGroup {
  readonly key: keyof ExportWords["groups"];
  readonly kinds: Kinds;
}

export const EXPORT_GROUPS: readonly ExportGroup[] = [
  { key: "pictures", kinds: [picture, series, film] },
  { key: "data", kinds: [data] },
  { key: "share", kinds: [link, citation, embed] },
];

/** All that can be taken away. */
const EXPORT_KINDS = EXPORT_GROUPS.flatMap(({ kinds }) => kinds);

/** The kind with a key; of a key that there is not, the first. */
export function findKind(key: string | undefined): ExportKind {
  return EXPORT_KINDS.find((kind) => kind.key === key) ?? picture;
}
