/** What a film can be: container and codec. The order is that in which they are tried where one does not work. */
export const FILM_FORMATS = ["mp4", "webm-vp9", "webm-av1", "gif"] as const;
export type FilmFormat = (typeof FILM_FORMATS)[number];

/** Of the name of a file, without the dot. */
export function extensionOf(format: FilmFormat): "mp4" | "webm" | "gif" {
  return format === "mp4" || format === "gif" ? format : "webm";
}

/** The format that is wanted, then the others as they are tried if it cannot be made. */
export function orderFormats(wanted: FilmFormat): readonly FilmFormat[] {
  return [wanted, ...FILM_FORMATS.filter((format) => format !== wanted)];
}

/** How many pixels a film has each way: even numbers, since the codecs keep colours for two pixels by two. */
export function evenSize(
  widthPx: number,
  heightPx: number,
): { readonly widthPx: number; readonly heightPx: number } {
  const toEven = (length: number) => Math.max(2, 2 * Math.round(length / 2));
  return { widthPx: toEven(widthPx), heightPx: toEven(heightPx) };
}
