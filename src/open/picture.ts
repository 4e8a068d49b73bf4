import type { Dataset } from "../core/dataset.ts";
import type { ViewProblem } from "../core/view.ts";
import type { Provenance } from "../export/provenance/provenance.ts";

/**
 * How the data set on the page is that of a picture: `same` content; `changed`, the same title with other content; `unsure`, the
 * same title where one of the two contents is not known; `other`.
 */
export type PictureMatch = "same" | "changed" | "unsure" | "other";

/** What has become of a view that a picture asked for; of another data set, nothing. */
export interface PictureOutcome {
  readonly match: PictureMatch;
  /** What in the view could not be shown. */
  readonly problems: readonly ViewProblem[];
}

/** `hash` of the data set on the page; empty where none could be made. */
export function matchPicture(
  { datasetTitle, datasetHash }: Pick<Provenance, "datasetTitle" | "datasetHash">,
  { title }: Pick<Dataset, "title">,
  hash: string,
): PictureMatch {
  const isComparable = datasetHash !== undefined && hash !== "";
  if (isComparable && datasetHash === hash) return "same";
  if (!Object.values(title).includes(datasetTitle)) return "other";
  return isComparable ? "changed" : "unsure";
}
