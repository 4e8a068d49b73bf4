import type { Atlas } from "../core/atlas.ts";
import type { LoadedDataset } from "./load-dataset.ts";
import { type Problem, reportOn, toOneLine } from "./problem.ts";

/**
 * A problem for each place and day from which on claims and control areas put the place under different sides.
 *
 * If the file of the areas has errors of its own, the areas are incomplete, comparing would blame the claims, and a
 * single warning says so instead.
 */
export function checkAgreement(
  atlas: Atlas,
  { problems: found, controlPath: file }: LoadedDataset,
): Problem[] {
  if (file === undefined || atlas.dataset.claims.length === 0) return [];
  const problems: Problem[] = [];
  const isOfAreas = (problem: Problem) => problem.file === file || problem.file.startsWith(`${file}/`);
  if (found.some((problem) => isOfAreas(problem) && problem.severity === "error")) {
    const remedy = "mend the errors of this file and validate again";
    reportOn(problems, file).warn(
      "areas-not-compared",
      "areas that could not all be read",
      "areas to compare the claims with",
      remedy,
    );
    return problems;
  }
  for (const { day, settlement, byClaims, byAreas } of atlas.disagreements) {
    reportOn(problems, file, `${toOneLine(settlement)} on ${day}`).error(
      "claims-and-areas-disagree",
      byAreas === undefined ? "the place outside all areas" : `the place in the area of ${byAreas}`,
      byClaims === undefined
        ? "it outside all areas, as no claim tells who held it"
        : `it with ${byClaims}, as its claims have it`,
      "redraw the areas of that day or correct the claims",
    );
  }
  return problems;
}
