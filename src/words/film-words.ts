/** Sizes that a film or series is offered in. */
export const FILM_SIZES = ["720p", "1080p", "square", "story"] as const;
export type FilmSize = (typeof FILM_SIZES)[number];

/** The texts of what is made of many days: series and film. */
export interface FilmWords {
  readonly series: { readonly name: string; readonly hint: string };
  readonly film: { readonly name: string; readonly hint: string };
  readonly saveSeries: string;
  readonly saveFilm: string;
  readonly from: string;
  readonly to: string;
  readonly wrongOrder: string;
  readonly onlyChanges: string;
  /** Of the days chosen, none has a change. */
  readonly noChanges: string;
  readonly size: string;
  readonly sizes: Readonly<Record<FilmSize, string>>;
  readonly format: string;
  /** Of a format, in the list of them. */
  readonly missing: (format: string) => string;
  /** How long a day is seen. */
  readonly pace: string;
  /** "0.5 s". */
  readonly paceOption: (seconds: number) => string;
  readonly motion: string;
  readonly motionNote: string;
  readonly motionCompared: string;
  readonly stops: string;
  readonly cards: string;
  readonly pictures: (count: number) => string;
  /** How long a film is. */
  readonly seconds: (count: number) => string;
  readonly frames: (count: number) => string;
  /** How large a file will be, roughly. */
  readonly megabytes: (count: number) => string;
  /** What is being made: "Picture 3 of 20". */
  readonly atPicture: (number: number, count: number) => string;
  readonly atFrame: (number: number, count: number) => string;
  readonly secondsLeft: (count: number) => string;
  readonly minutesLeft: (count: number) => string;
  /** What a film became: "The film is MP4 (H.264)." */
  readonly made: (format: string) => string;
  /** The browser says itself that it cannot make films of that format. */
  readonly unsupported: (format: string) => string;
  /** It said that it could, and failed. */
  readonly brokenFormat: (format: string) => string;
  readonly noFormat: string;
  readonly noRoom: string;
  /** On the cards of a film. */
  readonly days: (count: number) => string;
  readonly sources: string;
  readonly noSources: string;
}
