import { comparePosts, type PostChange } from "../../src/core/measure/posts.ts";
import type { ObservationPost } from "../../src/core/records.ts";
import type { Day } from "../../src/core/day.ts";
import type { ReportInput } from "./report-input.ts";
import { writeCount, writeDay, writeNumber, writeTable } from "./report-text.ts";
import { toPostLeader } from "./sites.ts";

interface ComparedChange {
  readonly post: ObservationPost;
  readonly change: PostChange;
  /** The documents' day was an input of the lines, so that agreement proves nothing. */
  readonly isUsed: boolean;
}

/** The posts' encirclement, computed against told. */
export function reportPosts(input: ReportInput): string {
  const { firstDay } = input.atlas.dataset;
  const compared = comparePosts(input.atlas).flatMap(({ post, changes }) => {
    const isUsed = isUsedForLines(input, post);
    return changes.map((change): ComparedChange => ({ post, change, isUsed }));
  });
  const rows = compared.map(({ post, change, isUsed }) => [
    post.name,
    `${writeNumber(post.precisionKm, 1)} km`,
    isUsed ? "yes" : "no",
    change.becomes,
    change.documented ? writeDay(change.documented.day) : "not told",
    change.computed ? writeDay(change.computed) : "never",
    describeChange(change, firstDay),
  ]);
  return `## Observation posts: computed against told

A post counts as encircled while the point at which it stands lies in the area of a side that its operator fights. The
documents' "encircled" can mean more, or less: roads cut, or troops on three sides. A post whose position is known to
some kilometres only may lie on the wrong side of a line that passes near it.

The day on which one of the documents has a post encircled is an input of the lines: where the table says *used*,
agreement shows only that the lines keep to it. The others are independent of the lines.

- used: ${countChanges(compared.filter(({ isUsed }) => isUsed))}
- not used: ${countChanges(compared.filter(({ isUsed }) => !isUsed))}

${writeTable(["post", "position known to>", "used", "becomes", "told", "computed", "difference"], rows)}`;
}

/** As the reconstruction decides it. */
function isUsedForLines({ atlas, baseline }: ReportInput, post: ObservationPost): boolean {
  const { claims, sides } = atlas.dataset;
  const [around] = sides.find(({ id }) => id === post.operator)?.opponents ?? [];
  const documents = new Set(claims.map(({ source }) => source));
  return toPostLeader(post, baseline.initialSide(post.position), around, documents) !== undefined;
}

function countChanges(compared: readonly ComparedChange[]): string {
  const differences = compared.map(({ change }) => change.daysLate);
  const known = differences.filter((days) => days !== undefined);
  const count = (isCounted: (days: number) => boolean) => writeNumber(known.filter(isCounted).length);
  return `of ${writeCount(compared.length, "change")} (becoming encircled, or free again) the areas have
  ${count((days) => days === 0)} on the day told, ${count((days) => days < 0)} earlier and
  ${count((days) => days > 0)} later; ${writeNumber(differences.length - known.length)} known to one of the two only`;
}

function describeChange({ documented, daysLate }: PostChange, firstDay: Day): string {
  if (documented && documented.day < firstDay && daysLate === 0) return "none: so from the first day on";
  if (daysLate === 0) return "none";
  if (daysLate !== undefined) {
    return `computed ${writeCount(Math.abs(daysLate), "day")} ${daysLate < 0 ? "earlier" : "later"}`;
  }
  return documented ? "told, and not computed" : "computed, and not told";
}
