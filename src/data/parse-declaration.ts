import type { Dataset } from "../core/dataset.ts";
import { clampDay, countDaysBetween, type Day } from "../core/day.ts";
import type { Bounds } from "../core/geometry.ts";
import { parseBilingual, parseOptionalBilingual } from "./bilingual.ts";
import { getValue, isRecord, type RawRecord, readFields } from "./fields.ts";
import { parseJson } from "./json.ts";
import { type DatasetFiles, parseFiles } from "./parse-files.ts";
import { parseSides } from "./parse-sides.ts";
import { describeValue, type Problem, type Reporter, reportOn } from "./problem.ts";

export const DECLARATION_FILE = "dataset.json";
export const FORMAT = "frontline-atlas/1";

type Collection =
  | "settlements"
  | "claims"
  | "controlAreas"
  | "frontLines"
  | "highways"
  | "corridors"
  | "posts"
  | "sources"
  | "events"
  | "figures"
  | "regions";

/** What `dataset.json` itself tells: everything but the records of the files it names. */
export interface Declaration {
  readonly story: Omit<Dataset, Collection>;
  readonly files: DatasetFiles;
  /** As found: it can be read only once the highways and sources that it names are known. */
  readonly corridors: unknown;
}

const WHOLE_WORLD: Bounds = [-180, -85, 180, 85];
/** Beyond this a year is mistyped, and the engine, which works day by day, would take minutes. */
const LONGEST_STORY_DAYS = 36_525;

/**
 * The declaration of a data set. Whatever is missing or wrong is reported and, where the story can be told without
 * it, replaced; `undefined` only if the text is not JSON or gives no usable span of days or no side.
 */
export function parseDeclaration(text: string, problems: Problem[]): Declaration | undefined {
  const reporter = reportOn(problems, DECLARATION_FILE);
  const record = parseJson(text, reporter);
  if (record === undefined) return undefined;
  if (!isRecord(record)) {
    const expected = "an object with the data set's title, days, sides and files";
    reporter.error(describeValue(record), expected, "see docs/dataset-format.md");
    return undefined;
  }
  const fields = readFields(record, reporter);
  fields.choice("format", [FORMAT]);
  const title = parseBilingual(record, "title", reporter, "Untitled data set");
  const description = parseOptionalBilingual(record, "description", reporter);
  const span = parseSpan(record, reportOn(problems, DECLARATION_FILE));
  const defaultDay = parseDefaultDay(record, span, reportOn(problems, DECLARATION_FILE));
  const bounds = parseBounds(record, "bounds", reporter);
  const viewBounds = getValue(record, "view") === undefined ? bounds : parseBounds(record, "view", reporter);
  const sides = parseSides(record["sides"], DECLARATION_FILE, problems);
  const files = parseFiles(record["files"], reporter);
  const licence = fields.optionalText("licence");
  const credits = fields.texts("credits");
  const lineNote = parseOptionalBilingual(record, "line_note", reporter);
  const hasChiefRegion = getValue(record, "chief_region") !== undefined;
  const chiefRegion = hasChiefRegion ? fields.id("chief_region") || undefined : undefined;
  if (!span || sides.length === 0) return undefined;
  const story = {
    title,
    description,
    ...span,
    defaultDay: defaultDay ?? span.firstDay,
    bounds: bounds ?? viewBounds ?? WHOLE_WORLD,
    viewBounds: viewBounds ?? bounds ?? WHOLE_WORLD,
    sides,
    licence,
    credits,
    lineNote,
    chiefRegion,
  };
  return { story, files, corridors: getValue(record, "corridors") };
}

interface Span {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** The first and last day; reported and `undefined` if either is missing or they cannot be a story. */
function parseSpan(record: RawRecord, reporter: Reporter): Span | undefined {
  const fields = readFields(record, reporter);
  const firstDay = fields.day("first_day");
  const lastDay = fields.day("last_day");
  if (reporter.hasFailed()) return undefined;
  const length = countDaysBetween(firstDay, lastDay) + 1;
  if (length >= 1 && length <= LONGEST_STORY_DAYS) return { firstDay, lastDay };
  const expected = "a last day on or after the first, and at most a hundred years later";
  reporter.error(`first_day ${firstDay} and last_day ${lastDay}`, expected, "correct one of the two days");
  return undefined;
}

/** `undefined` if the file names none or none that can be used; a day outside the story becomes its nearest. */
function parseDefaultDay(record: RawRecord, span: Span | undefined, reporter: Reporter): Day | undefined {
  if (getValue(record, "default_day") === undefined) return undefined;
  const found = readFields(record, reporter).day("default_day");
  if (reporter.hasFailed() || !span) return undefined;
  const used = clampDay(found, span.firstDay, span.lastDay);
  const expected = `a day from ${span.firstDay} to ${span.lastDay}`;
  if (used !== found) reporter.warn(`default_day ${found}`, expected, "correct default_day");
  return used;
}

function parseBounds(record: RawRecord, key: string, reporter: Reporter): Bounds | undefined {
  const value = getValue(record, key);
  const [west, south, east, north] = Array.isArray(value) && value.length === 4 ? value.map(toDegrees) : [];
  if (
    west !== undefined &&
    south !== undefined &&
    east !== undefined &&
    north !== undefined &&
    west < east &&
    south < north &&
    Math.max(Math.abs(west), Math.abs(east)) <= 180 &&
    Math.max(Math.abs(south), Math.abs(north)) <= 90
  ) {
    return [west, south, east, north];
  }
  const found = value === undefined ? `no ${key}` : `${key} ${describeList(value)}`;
  reporter.error(found, "[west, south, east, north] in degrees", `correct ${key}`);
  return undefined;
}

function toDegrees(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function describeList(value: unknown): string {
  if (!Array.isArray(value) || value.length > 4) return describeValue(value);
  return `[${value.map(describeValue).join(", ")}]`;
}
