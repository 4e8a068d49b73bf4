import type { Day } from "../../core/day.ts";
import type { Theme } from "../../core/view.ts";
import type { PagePart } from "../../words/export-words.ts";
import type { FilmFormat } from "../film/film-formats.ts";
import type { PageSize } from "./page-sizes.ts";
import type { PictureFormat } from "./picture-formats.ts";

/** What one page is to show and to look like, told by somebody who has no page before them. */
export interface PageOrder {
  /** The query of the address of its view. */
  readonly query: string;
  readonly size: PageSize;
  readonly theme: Theme | "print";
  readonly parts: Readonly<Record<PagePart, boolean>>;
  /** Empty: the data set's own, and none. */
  readonly title: string;
  readonly subtitle: string;
}

/** How a film goes on; {@link PageOrder} says what its pictures look like. */
export interface FilmOrder {
  readonly format: FilmFormat;
  /** How long a day is seen, in seconds. */
  readonly pace: number;
  readonly hasMotion: boolean;
  readonly hasStops: boolean;
  readonly hasCards: boolean;
}

/** What the command line asks a page of the dashboard to make. */
export type Order =
  | {
      readonly kind: "pictures";
      readonly format: PictureFormat;
      /** Each with the name of its file, without an ending; empty: named after what it shows. */
      readonly pages: readonly (PageOrder & { readonly name: string })[];
    }
  | {
      readonly kind: "series";
      readonly format: PictureFormat;
      readonly page: PageOrder;
      readonly days: readonly Day[];
      /** Whether it is one archive, or a file for each picture. */
      readonly isArchive: boolean;
    }
  | {
      readonly kind: "film";
      readonly page: PageOrder;
      /** In order, without a gap. */
      readonly days: readonly Day[];
      readonly film: FilmOrder;
    };

/** What a page says of an order while it carries it out; files are handed in apart from that. */
export type OrderNews =
  /** From 0 to 1, with words for a person. */
  | { readonly kind: "progress"; readonly share: number; readonly note: string }
  /** Something that whoever asked ought to know of the file. */
  | { readonly kind: "note"; readonly text: string }
  /** `isAsked`: what was asked for cannot be; else it could not be made. Nothing more comes. */
  | { readonly kind: "failed"; readonly reason: string; readonly isAsked: boolean }
  /** All files have been handed in. */
  | { readonly kind: "done" };

/** What a page has when nobody says otherwise. */
export const USUAL_PAGE_PARTS: PageOrder["parts"] = {
  sentence: true,
  comparison: true,
  changes: false,
  charts: false,
  legend: true,
  scale: true,
  north: false,
};
