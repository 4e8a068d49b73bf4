import type { Day } from "../../core/day.ts";
import type { Folder } from "../../data/folder.ts";
import type { Problem } from "../../data/problem.ts";
import type { Sheet } from "../sheet.ts";
import type { Understood } from "./guess-sides.ts";
import { groupSheets } from "./keys.ts";
import { createMadeFiles, MADE } from "./made-files.ts";
import { makeAreas, makeNamedShapes } from "./make-shapes.ts";
import { makeStatements } from "./make-statements.ts";
import type { Meaning, SheetKind } from "./meaning.ts";
import { createOrigins } from "./origins.ts";
import { createPlaces, PLACE_FIELDS } from "./places.ts";
import { readRows } from "./read-row.ts";

/** A data set made of sheets. */
export interface MadeDataset {
  /** `dataset.json` and the files it names, in our own form; each file is written when it is read. */
  readonly folder: Folder;
  /** What of the sheets could not be used: each names the file, sheet and row as they were dropped. */
  readonly problems: readonly Problem[];
  /** A problem of one of the made files, told of the row that it was made from; any other as it is. */
  readonly locate: (problem: Problem) => Problem;
}

/** Members of `dataset.json` that go before those that follow from the meaning, such as a description. */
export type Declared = Readonly<Record<string, unknown>>;

/**
 * A data set made of sheets by what they mean. The order of files and of rows makes no difference to it. Sheets of which the meaning
 * says nothing are reported.
 */
export function makeDataset(
  sheets: readonly Sheet[],
  meaning: Meaning,
  declared: Declared = {},
): MadeDataset {
  const problems: Problem[] = [];
  const origins = createOrigins();
  const files = createMadeFiles(origins);
  const understood = matchSheets(sheets, meaning, problems);
  const ofKind = (...kinds: readonly SheetKind[]) =>
    understood.filter((each) => kinds.includes(each.meaning.kind.value));

  const places = createPlaces();
  for (const sheet of ofKind("settlements"))
    for (const row of readRows(sheet, meaning, problems)) {
      const place = places.take(row, true);
      if (!place) row.reporter.error("missing-member", "no name of the place", "a name or a code", "add it");
      else if (!row.position && row.row.shape === undefined)
        row.reporter.warn("no-position", "no position", "a position", "add it; the place is left out");
    }
  const statements = makeStatements(ofKind("held-places", "claims", "events", "figures"), {
    meaning,
    problems,
    places,
  });
  const names = Object.fromEntries(statements.write(files).map(({ name, path }) => [name, path] as const));
  const languages = places.listLanguages();
  const rows = places.listRows(languages);
  if (rows.length > 0) {
    files.addTable(
      MADE.settlements,
      [...PLACE_FIELDS, ...languages.map((code) => `name:${code}`)],
      rows,
      "settlements",
    );
    names["settlements"] = MADE.settlements;
  }
  const control = makeAreas(ofKind("areas", "lines"), { meaning, problems, files });
  if (control !== undefined) names["control"] = control;
  for (const kind of ["highways", "regions"] as const) {
    const path = makeNamedShapes(ofKind(kind), kind, { meaning, problems, files });
    if (path !== undefined) names[kind] = path;
  }
  const span = control === undefined ? statements.span() : undefined;
  files.addText("dataset.json", writeDeclaration(meaning, names, span, declared));
  return { folder: files, problems, locate: origins.locate };
}

function matchSheets(sheets: readonly Sheet[], meaning: Meaning, problems: Problem[]): readonly Understood[] {
  const byKey = new Map(meaning.sheets.map((each) => [each.key, each]));
  return groupSheets(sheets).flatMap((group): Understood[] => {
    const found = byKey.get(group.key);
    if (found) return [{ group, meaning: found }];
    const [sheet] = group.sheets;
    problems.push({
      severity: "warning",
      code: "unknown-sheet",
      file: sheet?.file ?? group.key,
      record: "",
      line: undefined,
      column: undefined,
      member: "",
      found: `no meaning for ${group.key}`,
      expected: "one of the files that were understood when the data set was saved",
      remedy: "import the files anew, or take this one out",
      count: 1,
    });
    return [];
  });
}

function writeDeclaration(
  { title, sides, language, rest }: Meaning,
  files: Readonly<Record<string, string>>,
  span: { readonly firstDay: Day; readonly lastDay: Day } | undefined,
  declared: Declared,
): string {
  const members = {
    format: "frontline-atlas/1",
    title: title.value,
    ...(span && { first_day: span.firstDay, last_day: span.lastDay }),
    sides: sides.map(({ id, name, colour }) => ({ id, name, ...(colour !== undefined && { colour }) })),
    ...(rest.value !== undefined && { default_side: rest.value }),
    name_language: language.value,
    ...declared,
    files: { ...files, ...(declared["files"] as object | undefined) },
  };
  return `${JSON.stringify(members, undefined, 2)}\n`;
}
