import type { Language } from "../../core/names.ts";
import { THEMES, type Theme } from "../../core/view.ts";
import { USUAL_PAGE_PARTS } from "../../export/pages/order.ts";
import { isPossible, type PageSize } from "../../export/pages/page-sizes.ts";
import { PICTURE_FORMATS, type PictureFormat } from "../../export/pages/picture-formats.ts";
import { keepUnder } from "./kept.ts";
import { PAGE_PARTS, PAGE_PRESETS, type PagePart, type PagePreset } from "../../words/export-words.ts";

/** `page`: as the page is at this moment; `print`: white, with patterns. */
export type PictureTheme = "page" | "print" | Theme;
export const PICTURE_THEMES: readonly PictureTheme[] = ["page", ...THEMES, "print"];

/** How a reader wants their pages: kept in the browser as the last choice. */
export interface PageChoice {
  readonly preset: PagePreset;
  readonly own: PageSize;
  readonly format: PictureFormat;
  readonly theme: PictureTheme;
  readonly parts: Readonly<Record<PagePart, boolean>>;
}

/** What a reader has put on the pages of this data set, for as long as it is shown. */
export interface PageDraft {
  /** Empty: the data set's own. */
  readonly title: string;
  readonly subtitle: string;
  /** `undefined`: as on the page. */
  readonly language: Language | undefined;
  /** Of a file of the reader's, which is sent nowhere. */
  readonly logo: ImageBitmap | undefined;
}

export const EMPTY_DRAFT: PageDraft = { title: "", subtitle: "", language: undefined, logo: undefined };

const FIRST_CHOICE: PageChoice = {
  preset: "hd",
  own: { widthPx: 2400, heightPx: 1600, density: 2 },
  format: "png",
  theme: "page",
  parts: USUAL_PAGE_PARTS,
};

const remembered = keepUnder<{
  readonly kind: unknown;
  readonly page: unknown;
}>("frontline-export");

/** The key of the kind that was chosen last, if the browser keeps anything. */
export function readKind(): string | undefined {
  const { kind } = remembered.read();
  return typeof kind === "string" ? kind : undefined;
}

export function keepKind(kind: string): void {
  remembered.add({ kind });
}

/** The choice that was made last, each of its parts as at first where it is not there or makes no sense. */
export function readChoice(): PageChoice {
  const { page } = remembered.read();
  if (typeof page !== "object" || page === null) return FIRST_CHOICE;
  const kept = page as Partial<Record<keyof PageChoice, unknown>>;
  const pick = <Value>(values: readonly Value[], value: unknown, first: Value) =>
    values.find((known) => known === value) ?? first;
  const parts = (kept.parts ?? {}) as Partial<Record<PagePart, unknown>>;
  const isOn = (part: PagePart) =>
    typeof parts[part] === "boolean" ? parts[part] : FIRST_CHOICE.parts[part];
  const own = kept.own as PageSize | undefined;
  return {
    preset: pick(PAGE_PRESETS, kept.preset, FIRST_CHOICE.preset),
    own: own && isPossible(own) ? own : FIRST_CHOICE.own,
    format: pick(PICTURE_FORMATS, kept.format, FIRST_CHOICE.format),
    theme: pick(PICTURE_THEMES, kept.theme, FIRST_CHOICE.theme),
    parts: Object.fromEntries(PAGE_PARTS.map((part) => [part, isOn(part)])) as PageChoice["parts"],
  };
}

export function keepChoice(page: PageChoice): void {
  remembered.add({ page });
}
