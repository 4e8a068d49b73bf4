import { pickName } from "../../src/core/names.ts";
import { listAreasOn } from "../../src/core/atlas.ts";
import type { Day } from "../../src/core/day.ts";
import { controlOn } from "../../src/core/history/control.ts";
import { maximum } from "./plane.ts";
import type { ReportInput } from "./report-input.ts";
import { writeCount, writeDay, writeNumber, writeTable } from "./report-text.ts";

/** Settlement-days on which claims tell the holder, and how many of them the areas put under another side. */
export function checkSides({ atlas }: ReportInput) {
  const { findSide } = atlas.dataset.control;
  const documented = [...atlas.histories.values()].filter((history) => history.isDocumented);
  const count = { settlements: documented.length, checked: 0, contested: 0, failures: 0 };
  for (const history of documented) {
    const position = atlas.settlementById.get(history.settlement)?.position;
    if (!position) continue;
    for (const day of atlas.days) {
      const control = controlOn(history, day);
      if (control.kind === "unknown") continue;
      count.checked++;
      if (control.kind === "contested") count.contested++;
      if (control.by !== findSide(position, day)) count.failures++;
    }
  }
  return count;
}

/** Criterion 1. */
export function reportSides(input: ReportInput): string {
  const { settlements, checked, contested, failures } = checkSides(input);
  return `## 1. Documented settlements are on the right side on every day

Of ${writeCount(settlements, "settlement")} of the record the documents tell, or presuppose, who held them. At the end
of each of the ${writeCount(input.atlas.days.length, "day")} the area in which the settlement lies was compared with the
holder by its history of control.

- checked: ${writeCount(checked, "settlement-day")} (${writeNumber(contested)} of them contested; compared is then the
  side on whose ground the map shows the place)
- on the wrong side: ${writeNumber(failures)}`;
}

/** Criterion 2. */
export function reportPieces({ atlas, eve, changeDays }: ReportInput): string {
  const days = [eve, ...atlas.days];
  const sides = atlas.dataset.sides.filter(({ holdsGround }) => holdsGround);
  const pieces = (side: string, day: Day) =>
    listAreasOn(atlas, day)
      .filter((item) => item.side === side)
      .reduce(
        (sum, { geometry }) => sum + (geometry.type === "Polygon" ? 1 : geometry.coordinates.length),
        0,
      );
  const rows = sides.map(({ id, name }) => {
    const counts = days.map((day) => pieces(id, day));
    const split = days.filter((_, index) => (counts[index] ?? 0) > 1);
    const [first] = split;
    const most = counts.reduce((a, b) => Math.max(a, b), 0);
    const when = first === undefined ? "" : `, the first of them ${writeDay(first)}`;
    return [pickName(name, "en"), writeNumber(most), `${writeCount(split.length, "day")}${when}`];
  });
  const islands = changeDays.map((day) =>
    sides.reduce((sum, { id }) => sum + Math.max(0, pieces(id, day) - 1), 0),
  );
  return `## 2. Each side's ground is connected

An island is a piece of a side's ground that does not touch its largest one. Counted on
${writeCount(days.length, "day")}, the day before the first included.

${writeTable(["side", "most pieces on a day>", "days with more than one piece"], rows)}

Islands, the most on any day: ${writeNumber(maximum(islands))}.`;
}
