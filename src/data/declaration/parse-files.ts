import type * as v from "valibot";
import { describeValue, type Reporter, toOneLine } from "../problem.ts";
import { type Locate, readRecord } from "../schema/read-record.ts";
import { isRecord } from "../text/record.ts";
import {
  CONTROL_PROPERTIES,
  type ControlProperty,
  type DayNumbers,
  FILES,
  VALUE_PROPERTIES,
} from "../schema/files.ts";

/** The file of settlements: GeoJSON, or a CSV table if its name ends so. */
export interface SettlementsFile {
  readonly path: string;
  /** The file's own column or property for our word, where the declaration maps it; otherwise it is our word. */
  readonly columns: ReadonlyMap<string, string>;
}

/** A table of claims, events or figures. */
export interface StatementsFile {
  readonly path: string;
  /** The file's own column for our word, where the declaration maps it. */
  readonly columns: ReadonlyMap<string, string>;
  /** By our word for the column, the file's own values to ours; any other value is read as it stands. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Where control is told: one GeoJSON file, or a folder with one for each day. */
export interface ControlFile {
  /** Of a file or of a folder, without a slash at its end: the list of files tells which. */
  readonly path: string;
  /** Id of the side of every feature that names none. */
  readonly side: string | undefined;
  /** The file's own name for each of our words; the word itself where the declaration maps nothing. */
  readonly properties: Readonly<Record<ControlProperty, string>>;
  /**
   * By our word for the property, the file's own values, as text, to ours; `undefined`: features with that value are
   * left out. A value that the map does not have, and that of a property without a map, is read as it stands.
   */
  readonly values: ReadonlyMap<ControlProperty, ReadonlyMap<string, string | undefined>>;
  /** What days that are numbers count; `undefined`: a number is its digits, such as 20240708. */
  readonly dayNumbers: DayNumbers | undefined;
  /** How the names of daily files write the day, such as `YYMMDD`; `undefined`: year first and in full. */
  readonly dayPattern: string | undefined;
  /** Whether an area is still in force on the day that its `to` names. */
  readonly isToIncluded: boolean;
}

type Entries = v.InferOutput<typeof FILES>;
type StatementsKey = "claims" | "events" | "figures";

/** The files of a data set, relative to its folder; `undefined` for one that is not declared or cannot be used. */
export interface DatasetFiles
  extends Readonly<
      Record<Exclude<keyof Entries, "settlements" | "control" | StatementsKey>, string | undefined>
    >,
    Readonly<Record<StatementsKey, StatementsFile | undefined>> {
  /** Without one there are no places, and without `control` no ground. */
  readonly settlements: SettlementsFile | undefined;
  readonly control: ControlFile | undefined;
}

interface FilesContext {
  readonly sideIds: ReadonlySet<string>;
  readonly reporter: Reporter;
  readonly locate: Locate;
}

/** The member `files` of `dataset.json`. Unknown members are ignored. */
export function parseFiles(value: unknown, context: FilesContext): DatasetFiles {
  const { members } = readRecord(FILES, isRecord(value) ? value : {}, context.reporter, {
    nameOf: (member) => `files.${member}`,
    locate: (path) => context.locate(["files", ...path]),
  });
  const { settlements, control } = members;
  const isEmpty = Object.values(members).every((file) => file === undefined);
  if (isEmpty && !context.reporter.hasFailed()) {
    const expected = "settlements, control, or both";
    context.reporter
      .about("files")
      .error(
        "missing-member",
        "no files",
        expected,
        "name the files of the data set",
        context.locate(["files"]),
      );
  }
  return {
    settlements: settlements === undefined ? undefined : toSettlementsFile(settlements),
    control: control === undefined ? undefined : toControlFile(control, context),
    claims: toStatementsFile(members.claims),
    highways: members.highways,
    posts: members.posts,
    sources: members.sources,
    events: toStatementsFile(members.events),
    figures: toStatementsFile(members.figures),
    regions: members.regions,
    theatre: members.theatre,
    story: members.story,
  };
}

function toSettlementsFile(file: NonNullable<Entries["settlements"]>): SettlementsFile {
  if (typeof file === "string") return { path: file, columns: new Map() };
  return { path: file.path, columns: new Map(Object.entries(file.columns ?? {})) };
}

function toStatementsFile(file: Entries[StatementsKey]): StatementsFile | undefined {
  if (file === undefined) return undefined;
  if (typeof file === "string") return { path: file, columns: new Map(), values: new Map() };
  const values = Object.entries(file.values ?? {}).map(
    ([word, map]) => [word, new Map(Object.entries(map ?? {}))] as const,
  );
  const columns = Object.entries(file.columns ?? {}).flatMap(([word, name]) =>
    name === undefined ? [] : [[word, name] as const],
  );
  return { path: file.path, columns: new Map(columns), values: new Map(values) };
}

function toControlFile(file: NonNullable<Entries["control"]>, context: FilesContext): ControlFile {
  const declared: Partial<Exclude<typeof file, string>> = typeof file === "string" ? { path: file } : file;
  const { path = "", side, properties, values } = declared;
  const names = Object.fromEntries(CONTROL_PROPERTIES.map((word) => [word, properties?.[word] ?? word]));
  const maps = new Map<ControlProperty, ReadonlyMap<string, string | undefined>>();
  for (const property of VALUE_PROPERTIES) {
    const pairs = Object.entries(values?.[property] ?? {}).map(([foreign, word]) => {
      if (word === null || property !== "side") return [foreign, word ?? undefined] as const;
      return [foreign, checkDeclared(word, ["values", "side", foreign], context)] as const;
    });
    if (pairs.length > 0) maps.set(property, new Map(pairs));
  }
  return {
    path,
    side: side === undefined ? undefined : checkDeclared(side, ["side"], context),
    properties: names as Record<ControlProperty, string>, // One for each of our words, as the type asks.
    values: maps,
    dayNumbers: declared.day_numbers,
    dayPattern: declared.day_pattern,
    isToIncluded: declared.to_inclusive ?? false,
  };
}

/** The side, or `undefined` after reporting that it is not declared. */
function checkDeclared(
  side: string,
  member: readonly string[],
  { sideIds, reporter, locate }: FilesContext,
): string | undefined {
  if (sideIds.has(side)) return side;
  const path = ["files", "control", ...member];
  const found = `${toOneLine(path.join("."))} ${describeValue(side)}`;
  const expected = `one of the sides ${[...sideIds].join(", ")}`;
  reporter
    .about(path.slice(0, 4).join("."))
    .error("unknown-side", found, expected, "correct it or declare the side", locate(path));
  return undefined;
}
