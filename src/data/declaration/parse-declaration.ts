import type { Dataset } from "../../core/dataset.ts";
import { FALLBACK_LANGUAGE, type Language, type Names } from "../../core/names.ts";
import { clampDay, type Day } from "../../core/day.ts";
import type { Bounds } from "../../core/geometry.ts";
import { parseJson, stripByteOrderMark } from "../text/json.ts";
import { createMemberLocator } from "../text/locate-member.ts";
import { migrate } from "./migrate.ts";
import { DECLARATION_FILE } from "./declaration-file.ts";
import type { FoundCorridors } from "./parse-corridors.ts";
import { type DatasetFiles, parseFiles } from "./parse-files.ts";
import { parseSides } from "./parse-sides.ts";
import { describeValue, type Problem, type Reporter, reportOn } from "../problem.ts";
import { type Locate, readRecord } from "../schema/read-record.ts";
import { getValue, isRecord, type RawRecord } from "../text/record.ts";
import { DECLARATION_HEAD } from "../schema/declaration.ts";
import type { DayOrder } from "../schema/read-day.ts";
import { isStorySpan } from "../story-span.ts";

/** What `dataset.json` tells of the story; what may be left out there and follows from other files is `undefined`. */
export interface DeclaredStory
  extends Pick<
    Dataset,
    | "title"
    | "description"
    | "sides"
    | "textLanguage"
    | "licence"
    | "credits"
    | "lineNote"
    | "concerned"
    | "chiefRegion"
  > {
  /** In order, and not too many days apart, if both are given. */
  readonly firstDay: Day | undefined;
  readonly lastDay: Day | undefined;
  /** Within the story as far as that is known. */
  readonly defaultDay: Day | undefined;
  readonly bounds: Bounds | undefined;
  readonly viewBounds: Bounds | undefined;
  /** Of days in numbers with the year last; `undefined`: they are refused. */
  readonly dayOrder: DayOrder | undefined;
  /** Of files that are no UTF-8; `undefined`: they are refused. */
  readonly encoding: string | undefined;
  /** Of the chief names of places. */
  readonly nameLanguage: Language;
  /** Id of the side that holds what lies in the theatre outside all areas. */
  readonly defaultSide: string | undefined;
  /** `none`: where there are no settlements there are to be no places at all. */
  readonly gazetteer: "none" | undefined;
  /** Countries by name or two letters; `undefined`: those on which the areas lie. */
  readonly theatre: "none" | readonly string[] | undefined;
}

/** What `dataset.json` itself tells: everything but the records of the files it names. */
export interface Declaration {
  readonly story: DeclaredStory;
  readonly files: DatasetFiles;
  readonly corridors: FoundCorridors;
}

const UNTITLED: Names = { en: "Untitled data set", ar: "مجموعة بيانات بلا عنوان" };
const NO_TEXT: Names = {};

/**
 * The declaration of a data set. Whatever is wrong is reported and, where the story can be told without it, replaced;
 * `undefined` only if the text is not JSON, is of a newer version of the format, or declares no side that can be used.
 */
export function parseDeclaration(text: string, problems: Problem[]): Declaration | undefined {
  const locate = createMemberLocator(stripByteOrderMark(text));
  const reporter = reportOn(problems, DECLARATION_FILE);
  const raw = parseJson(text, reporter);
  if (raw === undefined) return undefined;
  if (!isRecord(raw)) {
    const expected = "an object with the data set's title, days, sides and files";
    reporter.error("not-an-object", describeValue(raw), expected, "see docs/dataset-format.md");
    return undefined;
  }
  const record = migrate(raw, reporter, locate);
  if (!record) return undefined;
  const { members } = readRecord(DECLARATION_HEAD, record, reporter, { locate });
  const span = checkSpan({ firstDay: members.first_day, lastDay: members.last_day }, reporter, locate);
  const declaredSides = getValue(record, "sides");
  // Where no ground is told of, as for a list of events, nobody need hold any.
  const hasNone = Array.isArray(declaredSides) && declaredSides.length === 0 && !drawsGround(record);
  const sides = hasNone ? [] : parseSides(declaredSides, { file: DECLARATION_FILE, problems, locate });
  const sideIds = new Set(sides.map(({ id }) => id));
  const files = parseFiles(getValue(record, "files"), { sideIds, reporter, locate });
  if (sides.length === 0 && !hasNone) return undefined;
  const story = {
    title: members.title ?? UNTITLED,
    description: members.description ?? NO_TEXT,
    ...span,
    defaultDay: checkDefaultDay(members.default_day, span, reporter, locate),
    bounds: members.bounds,
    viewBounds: members.view ?? members.bounds,
    sides,
    defaultSide: checkDefaultSide(members.default_side, sides, reporter, locate),
    theatre: members.theatre,
    gazetteer: members.gazetteer,
    licence: members.licence ?? "",
    credits: members.credits ?? [],
    lineNote: members.line_note ?? NO_TEXT,
    dayOrder: members.day_order,
    encoding: members.encoding,
    nameLanguage: members.name_language ?? FALLBACK_LANGUAGE,
    textLanguage: members.text_language ?? FALLBACK_LANGUAGE,
    concerned: members.concerned ?? {},
    chiefRegion: members.chief_region,
  };
  return { story, files, corridors: { value: getValue(record, "corridors"), locate } };
}

function drawsGround(record: RawRecord): boolean {
  const files = getValue(record, "files");
  return !isRecord(files) || getValue(files, "control") !== undefined;
}

type Span = Pick<DeclaredStory, "firstDay" | "lastDay">;

/** The two days as far as they are given; neither, after a report, if they cannot be those of one story. */
function checkSpan(span: Span, reporter: Reporter, locate: Locate): Span {
  const { firstDay, lastDay } = span;
  if (firstDay === undefined || lastDay === undefined) return span;
  if (isStorySpan(firstDay, lastDay)) return span;
  const found = `first_day ${firstDay} and last_day ${lastDay}`;
  const expected = "a last day on or after the first, and at most a hundred years later";
  reporter.error("impossible-span", found, expected, "correct one of the two days", locate(["last_day"]));
  return { firstDay: undefined, lastDay: undefined };
}

/** A day outside the story, as far as that is known, becomes its nearest. */
function checkDefaultDay(
  found: Day | undefined,
  { firstDay, lastDay }: Span,
  reporter: Reporter,
  locate: Locate,
): Day | undefined {
  if (found === undefined) return undefined;
  const used = clampDay(found, firstDay ?? found, lastDay ?? found);
  if (used === found) return found;
  const expected = `a day from ${firstDay ?? "the first"} to ${lastDay ?? "the last"} of the story`;
  reporter
    .about("default_day")
    .warn("outside-story", `default_day ${found}`, expected, "correct default_day", locate(["default_day"]));
  return used;
}

function checkDefaultSide(
  id: string | undefined,
  sides: Dataset["sides"],
  reporter: Reporter,
  locate: Locate,
): string | undefined {
  if (id === undefined || sides.some((side) => side.id === id && side.holdsGround)) return id;
  const holders = sides.filter((side) => side.holdsGround).map((side) => side.id);
  const expected = `one of the sides that hold ground, ${holders.join(", ")}`;
  const found = `default_side ${describeValue(id)}`;
  const code = sides.some((side) => side.id === id) ? "side-without-ground" : "unknown-side";
  reporter
    .about("default_side")
    .error(code, found, expected, "correct default_side", locate(["default_side"]));
  return undefined;
}
