import { listFrontLinesOn } from "../../src/core/atlas.ts";
import type { Day } from "../../src/core/day.ts";
import { isInside } from "../../src/core/geometry.ts";
import { maximum } from "./plane.ts";
import { listCourses, measureToCourses } from "./report-course.ts";
import type { ReportInput, WayPoint } from "./report-input.ts";
import { writeDay, writeNumber, writePercent, writeTable } from "./report-text.ts";

/** A way-point inside the theatre, and how far the drawn line passes from it. */
export interface MeasuredWayPoint extends WayPoint {
  readonly distanceKm: number;
}

/**
 * The way-points of the first line against the lines of the eve, or those of the last against the lines of the last
 * day; in the order of the line. Way-points outside the theatre are left out: no line is drawn there.
 */
export function measureWayPoints(input: ReportInput, line: "first" | "last"): MeasuredWayPoint[] {
  const courses = listCourses(
    listFrontLinesOn(input.atlas, dayOf(input, line)).filter(({ between }) => between.includes("opposition")),
  );
  return input.wayPoints
    .filter((point) => point.line === line && isInside(point.position, input.theatre))
    .map((point) => ({ ...point, distanceKm: measureToCourses(point.position, courses) }));
}

function dayOf({ atlas, eve }: ReportInput, line: "first" | "last"): Day {
  return line === "first" ? eve : atlas.dataset.lastDay;
}

/** Criterion 3. */
export function reportWayPoints(input: ReportInput): string {
  const first = measureWayPoints(input, "first");
  const last = measureWayPoints(input, "last");
  const known = new Set(first.map(({ position }) => position.join()));
  const moved = last.filter(({ position }) => !known.has(position.join()));
  const [firstDay, lastDay] = [writeDay(dayOf(input, "first")), writeDay(dayOf(input, "last"))];
  const headers = [
    "line of",
    "way-points>",
    "within 1 km>",
    "within 2 km>",
    "within 3 km>",
    "mean>",
    "furthest>",
  ];
  const rows = [
    summarise(firstDay, first),
    summarise(lastDay, last),
    summarise(`${lastDay}, where it is not the first line`, moved),
  ];
  return `## 3. It starts and ends right

The lines before the first day and on the last day are known in outline. They are written down as way-points between
named places (\`geodata/reconstruction/baseline.csv\`), each with its reason. Measured is how far from each way-point
inside the theatre the drawn line of the opposition's ground passes. The way-points decide on which side unnamed
villages begin and end; the line itself runs between settlements, so it need not touch them.

${writeTable(headers, rows)}

The ${WORST_COUNT} way-points furthest from the line of ${firstDay}:

${listWorst(first)}

The ${WORST_COUNT} furthest from the line of ${lastDay}, where that is not the first line:

${listWorst(moved)}`;
}

function summarise(name: string, points: readonly MeasuredWayPoint[]): string[] {
  const distances = points.map((point) => point.distanceKm);
  const within = (km: number) => {
    const count = distances.filter((distance) => distance <= km).length;
    return `${writeNumber(count)} (${writePercent(count / points.length)})`;
  };
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  return [
    name,
    writeNumber(points.length),
    within(1),
    within(2),
    within(3),
    `${writeNumber(mean, 2)} km`,
    `${writeNumber(maximum(distances), 1)} km`,
  ];
}

const WORST_COUNT = 5;

function listWorst(points: readonly MeasuredWayPoint[]): string {
  const worst = points.toSorted((a, b) => b.distanceKm - a.distanceKm).slice(0, WORST_COUNT);
  const rows = worst.map(({ position, governmentPlace, oppositionPlace, reason, distanceKm }) => [
    `${writeNumber(distanceKm, 1)} km`,
    position.map((degrees) => degrees.toFixed(3)).join(", "),
    governmentPlace,
    oppositionPlace,
    reason,
  ]);
  const headers = ["distance>", "way-point", "government or joint side", "opposition's side", "its reason"];
  return writeTable(headers, rows);
}
