import type { PagePreset } from "../../words/export-words.ts";
import type { FilmSize } from "../../words/film-words.ts";

/** A page in pixels of the file, and how many of them one CSS pixel has: a multiple of an eighth. */
export interface PageSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly density: number;
}

/** Between which a page of one's own has to be, in pixels of the file each way. */
export const SIZE_LIMITS = { least: 200, most: 16_384 } as const;
export const DENSITY_LIMITS = { least: 1, most: 4 } as const;

/** 300 dots to the inch, where a CSS pixel is the 96th part of one. */
const PRINT = 300 / 96;

/** The pages that are offered by name, but for those whose size is not known here. */
export const PAGE_SIZES: Readonly<Record<Exclude<PagePreset, "screen" | "own">, PageSize>> = {
  hd: { widthPx: 1920, heightPx: 1080, density: 1.5 },
  uhd: { widthPx: 3840, heightPx: 2160, density: 2 },
  square: { widthPx: 1080, heightPx: 1080, density: 1.5 },
  story: { widthPx: 1080, heightPx: 1920, density: 1.75 },
  "a4-portrait": { widthPx: 2480, heightPx: 3508, density: PRINT },
  "a4-landscape": { widthPx: 3508, heightPx: 2480, density: PRINT },
  "a3-portrait": { widthPx: 3508, heightPx: 4961, density: PRINT },
  "a3-landscape": { widthPx: 4961, heightPx: 3508, density: PRINT },
};

/** The sizes of films and series; the larger of two of one shape has the same page, with more pixels. */
export const FILM_PAGE_SIZES: Readonly<Record<FilmSize, PageSize>> = {
  "720p": { widthPx: 1280, heightPx: 720, density: 1 },
  "1080p": { widthPx: 1920, heightPx: 1080, density: 1.5 },
  square: { widthPx: 1080, heightPx: 1080, density: 1.5 },
  story: { widthPx: 1080, heightPx: 1920, density: 2 },
};

/** What a link shows of itself in a message: the size that the services which show such cards agree on. */
export const CARD_SIZE: PageSize = { widthPx: 1200, heightPx: 630, density: 1.5 };

/** Whether a page of that size can be asked for. */
export function isPossible({ widthPx, heightPx, density }: PageSize): boolean {
  const { least, most } = SIZE_LIMITS;
  return (
    [widthPx, heightPx].every((px) => Number.isInteger(px) && px >= least && px <= most) &&
    density >= DENSITY_LIMITS.least &&
    density <= DENSITY_LIMITS.most
  );
}

/** The size as a page is drawn: in CSS pixels. */
export function toCss({ widthPx, heightPx, density }: PageSize) {
  const pixelRatio = Math.round(8 * density) / 8;
  return { widthPx: widthPx / pixelRatio, heightPx: heightPx / pixelRatio, pixelRatio };
}
