import { area } from "@turf/area";
import { length } from "@turf/length";
import { listAreasOn, listFrontLinesOn } from "../../src/core/atlas.ts";
import type { FrontLine } from "../../src/core/records.ts";
import type { Position } from "../../src/core/geometry.ts";
import { measureOverlapKm2 } from "../../src/core/measure/overlap.ts";
import { maximum } from "./plane.ts";
import { listCourses } from "./report-course.ts";
import type { ReportInput } from "./report-input.ts";
import { writeCount, writeDay, writeNumber, writePercent, writeTable } from "./report-text.ts";

/** Criterion 6. */
export function reportPartition(input: ReportInput): string {
  const { atlas, theatre, changeDays } = input;
  const wholeKm2 = area(theatre) / 1e6;
  const errors = changeDays.map((day) => {
    const sum = listAreasOn(atlas, day).reduce((total, { geometry }) => total + area(geometry) / 1e6, 0);
    return Math.abs(sum - wholeKm2) / wholeKm2;
  });
  const overlaps = changeDays.map((day) => {
    const areas = listAreasOn(atlas, day);
    return areas.reduce(
      (sum, one, index) =>
        sum +
        areas.slice(index + 1).reduce((part, other) => {
          return part + measureOverlapKm2(one.geometry, other.geometry);
        }, 0),
      0,
    );
  });
  // Both are sums of rounding errors: an upper bound that the next rebuild will not change says as much.
  const bound = (value: number, least: number) =>
    10 ** Math.max(Math.ceil(Math.log10(value)), Math.log10(least));
  return `## 6. The areas cover the theatre without overlap or gap

The theatre measures ${writeNumber(wholeKm2)} km². In all ${writeCount(changeDays.length, "state")} of the lines

- the areas of the sides add up to it, to within one part in
  ${writeNumber(1 / bound(maximum(errors), 1e-12))};
- two areas have no more than ${writeNumber(bound(maximum(overlaps), 1e-3), 3)} km² in common, which is rounding.`;
}

/** How much of the line lies near documented places. */
export function reportBasis({ atlas, eve }: ReportInput): string {
  const { days } = atlas;
  const middle = days[Math.floor((days.length - 1) / 2)];
  const chosen = [days[0], middle, days.at(-1)].filter((day) => day !== undefined);
  const before = new Set(listSteps(listFrontLinesOn(atlas, eve)).map(nameStep));
  const rows = chosen.map((day) => {
    const lines = listFrontLinesOn(atlas, day);
    const wholeKm = sumKm(listSteps(lines));
    const inferred = listSteps(lines.filter(({ basis }) => basis === "inferred"));
    const inferredKm = sumKm(inferred);
    const movedKm = sumKm(inferred.filter((step) => !before.has(nameStep(step))));
    const cell = (km: number) => `${writeNumber(km)} km (${writePercent(km / wholeKm)})`;
    return [
      writeDay(day),
      `${writeNumber(wholeKm)} km`,
      cell(wholeKm - inferredKm),
      cell(inferredKm),
      cell(movedKm),
    ];
  });
  const headers = [
    "day",
    "length of all lines>",
    "documented>",
    "inferred>",
    "inferred, and moved since the start>",
  ];
  return `## How much of the line rests on documents

A stretch of line is *documented* where a settlement whose holder the documents tell lies within a few kilometres, and
*inferred* elsewhere: there it is an interpolation between places nobody named, or the known outline of the first and
the last line. Inferred stretches that have moved since the day before the first are the weakest.

${writeTable(headers, rows)}`;
}

type Step = readonly [Position, Position];

function listSteps(lines: readonly FrontLine[]): Step[] {
  return listCourses(lines).flatMap((course) =>
    course.flatMap((end, index): Step[] => {
      const start = course[index - 1];
      return start ? [[start, end]] : [];
    }),
  );
}

/** The same for both directions. */
function nameStep([start, end]: Step): string {
  return [start.join(), end.join()].toSorted().join("|");
}

function sumKm(steps: readonly Step[]): number {
  return steps.reduce((sum, [start, end]) => {
    const coordinates = [[...start], [...end]];
    return sum + length({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } });
  }, 0);
}
