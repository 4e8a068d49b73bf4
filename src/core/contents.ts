import type { Dataset } from "./dataset.ts";

/** What a data set has to tell of. Whoever says something of a whole data set asks {@link listContents}, and never counts for itself. */
export interface Contents {
  /** Areas or front lines, of one day at least. */
  readonly hasGround: boolean;
  /** Settlements: its own, or those of a gazetteer in their stead. */
  readonly hasPlaces: boolean;
  /** It has ground and no settlements of its own: what is gained on a day is told in square kilometres. */
  readonly isOfGround: boolean;
}

/** Costs nothing. */
export function listContents({
  control,
  settlements,
  gazetteer,
}: Pick<Dataset, "control" | "settlements" | "gazetteer">): Contents {
  const hasGround = control.phases.length > 0;
  const hasPlaces = settlements.length > 0;
  return { hasGround, hasPlaces, isOfGround: hasGround && (!hasPlaces || gazetteer !== undefined) };
}
