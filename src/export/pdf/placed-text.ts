/** A text that was drawn on a canvas, and where. */
export interface PlacedText {
  /** As it is read, in the order of its letters, with the marks that turn the reading direction. */
  readonly text: string;
  /** Of its line: what a letter without a direction of its own, and the order of words, follow. */
  readonly direction: "ltr" | "rtl";
  /**
   * From the text's own units, in which its baseline begins at the origin on the left and runs to the right, to pixels of the picture
   * from its upper left corner: (x, y) lies at (a x + c y + e, b x + d y + f).
   */
  readonly matrix: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
  /** Size of the font in the text's own units. */
  readonly size: number;
  /** Words and what stands between them, in the order of reading, each with its width in the text's own units. */
  readonly parts: readonly { readonly text: string; readonly width: number }[];
}

/** Words, and the blanks between them. */
export function splitWords(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}
