import type { Language } from "../../core/names.ts";
import { LANGUAGES } from "../../words/index.ts";

/** Codes of the languages that pages can speak. */
export const PAGE_LANGUAGES: readonly Language[] = Object.keys(LANGUAGES);
