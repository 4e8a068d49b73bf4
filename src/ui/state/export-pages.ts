import type { Palette } from "../../../styles/palette.ts";
import type { Day } from "../../core/day.ts";
import type { PageParts } from "../../core/page-parts.ts";
import type { Camera, View } from "../../core/view.ts";
import type { Language } from "../../core/names.ts";
import type { PlacedText } from "../../export/pdf/placed-text.ts";
import type { Provenance } from "../../export/provenance/provenance.ts";
import type { OpenCharts } from "./dashboard.ts";

/** How a page is to be drawn, whatever it shows. */
export interface PageWish {
  readonly palette: Palette;
  /** Size of the page in CSS pixels; the picture has `pixelRatio` times as many pixels each way, a multiple of an eighth. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
  /** Where the map looks, if not where the view says. */
  readonly camera?: Camera | undefined;
  readonly parts: PageParts<ImageBitmap>;
  /** The charts to be drawn below the map, the first of them where there is no room for all. */
  readonly charts?: OpenCharts | undefined;
  /** The views of all pages of a row, the same list for each of them: nothing jumps from one page to the next. */
  readonly row?: readonly View[] | undefined;
  /** Ground on its way to the day after, by the share of the way; the page says that this is drawn and not known. */
  readonly way?: { readonly next: Day; readonly share: number } | undefined;
  /** Its texts are noted too, for a file in which they can be searched. */
  readonly notesTexts?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told how much of the page is drawn, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** A page that stands. */
export interface DrawnPage {
  /** Good until the next page is drawn. */
  readonly canvas: HTMLCanvasElement;
  /** Of the page, in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
  /** In the order in which they were written; none unless {@link PageWish.notesTexts}. */
  readonly texts: readonly PlacedText[];
  /** What the file is to say of itself. */
  readonly provenance: Provenance;
  /** What happened on its day in a sentence, for those who do not see the page. */
  readonly alternative: string;
}

/** A page of words alone, before or after the pictures of a film. */
export interface WordCard {
  /** The largest text. */
  readonly title: string;
  /** Below the title; empty ones are left out. */
  readonly lines: readonly string[];
  /** Small, at the foot. */
  readonly notes: readonly string[];
}

/** What draws pages out of sight, one after the other, and on each only what differs from the one before. */
export interface ExportPages {
  /** Rejects with a sentence for the reader, in the language of the view, or with the reason of the signal. */
  readonly draw: (view: View, wish: PageWish) => Promise<DrawnPage>;
  /** Draws a page of words in a language; the more there are, the smaller. Throws a sentence for the reader if it cannot. */
  readonly drawCard: (card: WordCard, language: Language, wish: PageWish) => HTMLCanvasElement;
  /** What a picture of a view says of itself. */
  readonly provenanceOf: (view: View) => Provenance;
  /** Gives up its graphics context; nothing can be drawn after that. */
  readonly remove: () => void;
}
