type DataKind =
  | "changes"
  | "areas"
  | "front-lines"
  | "settlements"
  | "events"
  | "figures"
  | "history"
  | "all";
type DataFormat = "csv" | "json" | "geojson" | "kml" | "gpkg";

/** The texts of the dialog for taking away data. */
export interface ExportDataWords {
  readonly name: string;
  readonly hint: string;
  readonly what: string;
  readonly kinds: Readonly<Record<Exclude<DataKind, "history">, string>>;
  readonly historyOf: (place: string) => string;
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly thisDay: string;
  readonly wholeStory: string;
  /** Why nothing can be made of these days; the dates in words. */
  readonly noDays: (first: string, last: string) => string;
  readonly format: string;
  /** What a format is good for. */
  readonly formats: Readonly<Record<DataFormat, string>>;
  /** Caption of the first rows of each table. */
  readonly sample: string;
  /** There are none in the days that were chosen. */
  readonly noRecords: string;
  /** That licence and sources go with it. */
  readonly credits: string;
  readonly making: string;
  readonly save: string;
}
