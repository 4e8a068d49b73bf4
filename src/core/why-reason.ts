/** Why something in a file was understood as it was. With a reason goes a `detail`: a text of the file, or the name of a recipe. */
export type WhyReason =
  /** A person said so, or the saved data set does. */
  | "told"
  /** The columns are those of a known source: `detail`. */
  | "recipe"
  /** What the column is called: `detail`. */
  | "column-name"
  /** What stands in the column, such as `detail`. */
  | "values"
  /** Points, lines or areas: the shapes of the sheet. */
  | "shapes"
  /** The columns that there are, or that there are not. */
  | "columns"
  /** The name of the file, of its folder or of the sheet: `detail`. */
  | "file-name"
  /** A value that no other reading fits: `detail`, such as a day over 12. */
  | "only-reading"
  /** The file's format says so: KML counts the end of a span in. */
  | "format"
  /** Nothing tells; it is what most files have. */
  | "usual"
  /** Nothing tells. */
  | "nothing";
