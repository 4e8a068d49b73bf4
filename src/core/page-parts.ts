/** What stands on a page besides map, date and what a licence asks for. `Logo`: a picture as whoever draws the page takes it. */
export interface PageParts<Logo = unknown> {
  /** In place of the data set's own. */
  readonly title?: string | undefined;
  /** The reader's own, below the title. */
  readonly subtitle?: string | undefined;
  /** What happened on the day, in a sentence. */
  readonly hasSentence: boolean;
  /** The settlements that changed hands, on the day or between the two that are compared. */
  readonly hasChanges: boolean;
  readonly hasLegend: boolean;
  readonly hasScale: boolean;
  readonly hasNorth: boolean;
  readonly logo?: Logo;
}

export const USUAL_PARTS: PageParts<never> = {
  hasSentence: true,
  hasChanges: false,
  hasLegend: true,
  hasScale: true,
  hasNorth: false,
};
