import { listChangesOn, listFrontLinesOn } from "../../src/core/atlas.ts";
import { addDays, type Day } from "../../src/core/day.ts";
import type { Position } from "../../src/core/geometry.ts";
import { measureKmToAdvance } from "./advances.ts";
import { distanceKm, maximum } from "./plane.ts";
import { listCourses, measureToCourses } from "./report-course.ts";
import type { ReportInput } from "./report-input.ts";
import { writeCount, writeDay, writeNumber, writePercent, writeTable } from "./report-text.ts";

/** A vertex of a line that was not there the day before. */
interface MovedVertex {
  readonly day: Day;
  readonly position: Position;
  /**
   * Kilometres to the nearest settlement that changed hands on that day, or to the ground of an advance told of that
   * day; infinite if there is neither.
   */
  readonly toChangeKm: number;
  /** Kilometres to the line of the day before. */
  readonly shiftKm: number;
}

/** A shift of the line by less than this cannot be seen on the map. */
const VISIBLE_KM = 0.25;

/** A shift this near to a place that changed hands is what its change would lead one to expect. */
const NEAR_KM = 10;

/** Criterion 4. */
export function reportMotion(input: ReportInput): string {
  const { atlas, changeDays } = input;
  const moving = changeDays.slice(1);
  const withChanges = new Set(
    atlas.changes.filter(({ isWithinDay }) => !isWithinDay).map((change) => change.day),
  );
  for (const { day } of input.advances) withChanges.add(day);
  const quiet = atlas.days.filter((day) => !withChanges.has(day));
  const movedQuiet = quiet.filter((day) => moving.includes(day));
  const vertices = moving.flatMap((day) => listMovedVertices(input, day));
  const visible = vertices.filter(({ shiftKm }) => shiftKm >= VISIBLE_KM);
  const far = visible.filter(({ toChangeKm }) => toChangeKm > NEAR_KM);
  const furthest = visible.toSorted((a, b) => b.toChangeKm - a.toChangeKm);
  const farDays = new Set(far.map(({ day }) => day));
  return `## 4. It moves only where something is told

- days on which no place of the record changed hands and no advance over unnamed villages is told: ${writeNumber(quiet.length)}; of these, days on which a line
  moved: ${writeNumber(movedQuiet.length)}
- days on which a line moved: ${writeNumber(moving.length)} of ${writeNumber(atlas.days.length)}
- greatest distance of a moved vertex from the nearest place that changed hands that day, or ground of such an advance:
  ${writeNumber(maximum(vertices.map(({ toChangeKm }) => toChangeKm)), 1)} km
- the same for vertices that moved by ${writeNumber(VISIBLE_KM * 1000)} m or more, which is what can be seen:
  ${writeNumber(maximum(visible.map(({ toChangeKm }) => toChangeKm)), 1)} km
- vertices that moved so far and lie more than ${writeNumber(NEAR_KM)} km from such a place:
  ${writeNumber(far.length)} of ${writeNumber(visible.length)} (${writePercent(far.length / Math.max(1, visible.length), 1)}),
  on ${writeCount(farDays.size, "day")}

The days of the furthest visible movement. Distance is that of the moved vertex from the nearest place that changed
hands, shift its distance from the line of the day before:

${writeTable(
  ["day", "distance>", "shift>", "places that changed hands"],
  onePerDay(furthest)
    .slice(0, 5)
    .map(({ day, toChangeKm, shiftKm }) => [
      writeDay(day),
      `${writeNumber(toChangeKm, 1)} km`,
      `${writeNumber(shiftKm, 1)} km`,
      listPlaces(input, day)
        .map(({ name }) => name)
        .join(", "),
    ]),
)}`;
}

function listMovedVertices(input: ReportInput, day: Day): MovedVertex[] {
  const courses = listCourses(listFrontLinesOn(input.atlas, addDays(day, -1)));
  const before = new Set(courses.flat().map((position) => position.join()));
  const places = listPlaces(input, day);
  const advances = input.advances.filter((advance) => advance.day === day);
  return listCourses(listFrontLinesOn(input.atlas, day))
    .flat()
    .filter((position) => !before.has(position.join()))
    .map((position) => ({
      day,
      position,
      toChangeKm: Math.min(
        ...places.map((place) => distanceKm(position, place.position)),
        ...advances.map((advance) => measureKmToAdvance(position, advance)),
      ),
      shiftKm: measureToCourses(position, courses),
    }));
}

function listPlaces({ atlas }: ReportInput, day: Day) {
  const ids = new Set(
    listChangesOn(atlas, day)
      .filter(({ isWithinDay }) => !isWithinDay)
      .map(({ settlement }) => settlement),
  );
  return [...ids].flatMap((id) => atlas.settlementById.get(id) ?? []);
}

function onePerDay(vertices: readonly MovedVertex[]): MovedVertex[] {
  return vertices.filter((vertex, index) => vertices.findIndex(({ day }) => day === vertex.day) === index);
}
