import { listDays } from "../../src/core/day.ts";
import type { Folder } from "../../src/data/folder.ts";
import { reportCounts } from "./report-counts.ts";
import { reportPieces, reportSides } from "./report-ground.ts";
import { type ReportInput, readReportInput } from "./report-input.ts";
import { reportMotion } from "./report-motion.ts";
import { reportBasis, reportPartition } from "./report-partition.ts";
import { reportPosts } from "./report-posts.ts";
import { reportPublished } from "./report-published.ts";
import { wrapMarkdown, writeCount, writeDay, writeNumber } from "./report-text.ts";
import { reportWayPoints } from "./report-way-points.ts";

/**
 * The text of `docs/reconstruction-report.md`, computed from the published lines and the record.
 *
 * @param folder the geodata folder.
 * @throws Error if the story does not load.
 */
export async function buildReport(folder: Folder): Promise<string> {
  const input = await readReportInput(folder);
  const sections = [
    reportTitle(input),
    reportSides(input),
    reportPieces(input),
    reportWayPoints(input),
    reportMotion(input),
    reportPublished(input),
    reportCounts(input),
    reportPartition(input),
    reportBasis(input),
    reportPosts(input),
  ];
  return `${wrapMarkdown(sections.join("\n\n"))}\n`;
}

function reportTitle({ atlas, villages, eve, changeDays }: ReportInput): string {
  const { firstDay, lastDay, settlements } = atlas.dataset;
  return `# How far the front lines can be trusted

Made by \`npm run geodata -- report\`; do not edit. How the lines are made stands in \`reconstruction.md\`.

The lines of ${writeDay(firstDay)} to ${writeDay(lastDay)} are reconstructed from what the documents say of
${writeCount(settlements.length, "settlement")} and from the side that ${writeNumber(villages.length)} further villages are assumed to
be on. ${writeCount(listDays(eve, lastDay).length, "day")}, the day before the first included, share
${writeCount(changeDays.length, "state")} of the lines. Lengths and areas are measured on the sphere; distances between points
are good to 1 %.`;
}
