import { nameOfFile } from "../reading.ts";
import type { Sheet, SheetRow } from "../sheet.ts";

/** Sheets of one form, which mean the same: one, or those of many daily files. */
export interface SheetGroup {
  /** As `SheetMeaning.key`. */
  readonly key: string;
  /** In order of their files; each with rows of one kind of shape alone, or without any. */
  readonly sheets: readonly Sheet[];
}

/**
 * Puts together what has the same form: sheets of files whose paths differ in digits alone, with columns of which at least one is
 * common to all. A sheet with areas beside points or lines is taken apart first: the areas keep its key, the others get one of
 * their own, `map.kml#points`.
 */
export function groupSheets(sheets: readonly Sheet[]): readonly SheetGroup[] {
  const groups = new Map<string, Sheet[]>();
  for (const sheet of sheets)
    for (const [key, part] of takeApart(sheet)) {
      const group = groups.get(key);
      if (group) group.push(part);
      else groups.set(key, [part]);
    }
  return [...groups]
    .flatMap(([key, group]) => (haveOneForm(group) ? [{ key, sheets: group }] : splitUp(group)))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** The path of a file with `*` for its digits, and the name of the sheet after it where that is not the file's own. */
function keySheet({ file, name }: Pick<Sheet, "file" | "name">): string {
  const path = starDigits(file);
  return name === nameOfFile(file) ? path : `${path}#${starDigits(name)}`;
}

export function starDigits(text: string): string {
  return text.replaceAll(/\p{Nd}+/gu, "*");
}

const FAMILIES = { Point: "points", LineString: "lines", Polygon: "areas" } as const;
export type ShapeFamily = (typeof FAMILIES)[keyof typeof FAMILIES];

/** Points, lines or areas; `undefined` for a row without a shape. */
export function familyOf({ shape }: Pick<SheetRow, "shape">): ShapeFamily | undefined {
  return shape && FAMILIES[shape.type.replace("Multi", "") as keyof typeof FAMILIES];
}

function takeApart(sheet: Sheet): readonly (readonly [string, Sheet])[] {
  const key = keySheet(sheet);
  const families = new Set(sheet.rows.map(familyOf));
  families.delete(undefined);
  if (families.size < 2) return [[key, sheet]];
  // What has areas is a map of areas, with signs on it; else one of lines.
  const chief = families.has("areas") ? "areas" : "lines";
  return [...families].map((family) => {
    const rows = sheet.rows.filter((row) => familyOf(row) === family);
    const ending = key.includes("#") ? ` ${family}` : `#${family}`;
    return [family === chief ? key : `${key}${ending}`, { ...sheet, rows }] as const;
  });
}

function haveOneForm(group: readonly Sheet[]): boolean {
  const [first, ...others] = group;
  const common = others.reduce<readonly string[]>(
    (names, { columns }) => names.filter((name) => columns.includes(name)),
    first?.columns ?? [],
  );
  return others.length === 0 || common.length > 0 || group.every(({ columns }) => columns.length === 0);
}

/** Each by its own path, digits and all. */
function splitUp(group: readonly Sheet[]): readonly SheetGroup[] {
  const own = new Map<string, Sheet[]>();
  for (const sheet of group) {
    const key = `${sheet.file}${sheet.name === nameOfFile(sheet.file) ? "" : `#${sheet.name}`}`;
    own.set(key, [...(own.get(key) ?? []), sheet]);
  }
  return [...own].map(([key, sheets]) => ({ key, sheets }));
}
