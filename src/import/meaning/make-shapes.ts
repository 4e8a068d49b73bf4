import { addDays, type Day } from "../../core/day.ts";
import { type Problem, reportOn } from "../../data/problem.ts";
import type { Understood } from "./guess-sides.ts";
import { MADE, type MadeFeature, type MadeFiles } from "./made-files.ts";
import type { Meaning } from "./meaning.ts";
import { toId } from "./places.ts";
import { type ReadRow, readRows } from "./read-row.ts";

interface Making {
  readonly meaning: Meaning;
  readonly problems: Problem[];
  readonly files: MadeFiles;
}

/** A row with a shape and days, as it will stand in a file of areas. */
interface DatedShape {
  readonly feature: Omit<MadeFeature, "properties">;
  readonly side: string | undefined;
  readonly first: Day;
  readonly last: Day | undefined;
}

/**
 * The areas and front lines: a folder of daily files where each tells of days of its own, else one file. Gives the path of either;
 * `undefined` where there are none.
 */
export function makeAreas(
  sheets: readonly Understood[],
  { meaning, problems, files }: Making,
): string | undefined {
  const shapes = sheets.flatMap((sheet) => readShapes(sheet, meaning, problems));
  if (shapes.length === 0) return undefined;
  const whole = sheets.map(({ group }) => group.key).join(", ");
  const isDaily = shapes.every(({ first, last }) => first === last);
  if (!isDaily) {
    const path = `${MADE.areas}.geojson`;
    files.addFeatures(path, shapes.map(toFeature), whole);
    return path;
  }
  const byDay = new Map<Day, DatedShape[]>();
  for (const shape of shapes) {
    const day = byDay.get(shape.first);
    if (day) day.push(shape);
    else byDay.set(shape.first, [shape]);
  }
  for (const [day, ofDay] of byDay)
    files.addFeatures(
      `${MADE.areas}/${day}.geojson`,
      ofDay.map(({ feature, side }) => ({ ...feature, properties: side === undefined ? {} : { side } })),
      whole,
    );
  files.addFolder(MADE.areas, whole);
  return MADE.areas;
}

function toFeature({ feature, side, first, last }: DatedShape): MadeFeature {
  const properties = {
    ...(side !== undefined && { side }),
    from: first,
    ...(last !== undefined && { to: addDays(last, 1) }),
  };
  return { ...feature, properties };
}

function readShapes(sheet: Understood, meaning: Meaning, problems: Problem[]): readonly DatedShape[] {
  const isArea = sheet.meaning.kind.value === "areas";
  const wanted = isArea ? "Polygon" : "LineString";
  const shapes: DatedShape[] = [];
  let leftOut = 0;
  for (const row of readRows(sheet, meaning, problems)) {
    const { shape } = row.row;
    if (!shape?.type.endsWith(wanted)) continue;
    const side = isArea ? areaSide(row) : undefined;
    if (side === "") {
      leftOut += 1;
      continue;
    }
    const days = row.days();
    if (days) shapes.push({ feature: { geometry: shape, origin: row.origin }, side, ...days });
  }
  if (leftOut > 0) {
    const found = leftOut === 1 ? "1 area that is nobody's" : `${leftOut} areas that are nobody's`;
    reportOn(problems, sheet.group.key).note(
      "left-out-by-value",
      found,
      "areas of a side",
      "nothing need be done: they are left out, as was understood or said",
    );
  }
  return keepFirstOfDay(shapes, sheet, problems);
}

/** Of two files for one day the first by name counts, as in a folder of daily files. */
function keepFirstOfDay(
  shapes: readonly DatedShape[],
  { group, meaning }: Understood,
  problems: Problem[],
): readonly DatedShape[] {
  if (meaning.days.day === undefined || meaning.days.day.value !== undefined) return shapes;
  const fileOf = new Map<Day, string>();
  for (const { feature, first } of shapes) {
    const known = fileOf.get(first);
    if (known === undefined || feature.origin.file < known) fileOf.set(first, feature.origin.file);
  }
  const told = new Set<string>();
  return shapes.filter(({ feature, first }) => {
    const used = fileOf.get(first);
    const { file } = feature.origin;
    if (file === used) return true;
    if (!told.has(file))
      reportOn(problems, file, "", undefined, group.key).error(
        "repeated-day",
        `another file for ${first}, beside ${used}`,
        "one file a day",
        "take one of the two out",
      );
    told.add(file);
    return false;
  });
}

/** The id of the side of an area; empty where it is to be left out. */
function areaSide(row: ReadRow): string {
  const side = row.side();
  if (typeof side === "object") return side.id;
  return "";
}

/** Highways or regions. */
export function makeNamedShapes(
  sheets: readonly Understood[],
  kind: "highways" | "regions",
  { meaning, problems, files }: Making,
): string | undefined {
  const drafts: { readonly id: string; readonly feature: MadeFeature }[] = [];
  for (const sheet of sheets)
    for (const row of readRows(sheet, meaning, problems)) {
      const { shape } = row.row;
      const name = row.text("place") || row.text("place_id");
      if (!shape?.type.endsWith(kind === "regions" ? "Polygon" : "LineString")) continue;
      if (name === "") {
        row.reporter.error("missing-member", "no name", "a name", "add it");
        continue;
      }
      const parts =
        kind === "highways" && shape.type === "MultiLineString"
          ? shape.coordinates.map((coordinates) => ({ type: "LineString" as const, coordinates }))
          : [shape];
      const names = Object.fromEntries(row.names.map(([language, text]) => [`name:${language}`, text]));
      for (const geometry of parts)
        drafts.push({
          id: toId(row.text("place_id") || name),
          feature: { properties: { name, ...names }, geometry, origin: row.origin },
        });
    }
  if (drafts.length === 0) return undefined;
  const path = MADE[kind];
  files.addFeatures(path, numberAgain(drafts), sheets.map(({ group }) => group.key).join(", "));
  return path;
}

/** Parts of one thing have an id each: `m4`, `m4-2`. */
function numberAgain(
  drafts: readonly { readonly id: string; readonly feature: MadeFeature }[],
): readonly MadeFeature[] {
  const counts = new Map<string, number>();
  const sorted = drafts
    .map((draft) => ({
      ...draft,
      text: JSON.stringify([draft.id, draft.feature.properties, draft.feature.geometry]),
    }))
    .toSorted((one, other) => (one.text < other.text ? -1 : 1));
  return sorted.map(({ id, feature }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return { ...feature, properties: { id: count === 1 ? id : `${id}-${count}`, ...feature.properties } };
  });
}
