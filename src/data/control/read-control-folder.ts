import { addDays, type Day } from "../../core/day.ts";
import { agreeOnDays, chooseCentury, findDays, findDaysBy, findDaysOf } from "./find-days.ts";
import type { ControlShape } from "./control-shape.ts";
import {
  addProblem,
  countProblems,
  describeValue,
  type Problem,
  reportOn,
  type Reporter,
} from "../problem.ts";
import type { ControlReading } from "./control-reading.ts";
import { getValue, isRecord } from "../text/record.ts";

interface DailyFile {
  readonly path: string;
  readonly day: Day;
}

/** Files asked for before they are needed, so that a slow disk or server is not waited for at each of them. */
const READ_AHEAD = 4;

/** Reads a folder with one GeoJSON file for each day. */
export async function readControlFolder(paths: readonly string[], reading: ControlReading): Promise<void> {
  const { problems, file, pacer } = reading;
  const files = await orderByDay(paths.toSorted(), reading);
  const asked = new Map<string, Promise<Answer>>();
  let unchanged: { readonly text: string; readonly shapes: readonly ControlShape[] } | undefined;
  for (const [index, { path, day }] of files.entries()) {
    await pacer.pace("checking", index, files.length);
    for (const next of files.slice(index, index + READ_AHEAD)) {
      if (!asked.has(next.path)) asked.set(next.path, ask(next.path, reading));
    }
    const answer = await asked.get(path);
    asked.delete(path);
    if (!answer) continue;
    for (const problem of answer.problems) addProblem(problems, problem, file.path);
    if (answer.text === undefined) continue;
    const before = countProblems(problems);
    const errorsBefore = countProblems(problems, "error");
    const shapes = unchanged?.text === answer.text ? unchanged.shapes : parseDay(answer.text, path, reading);
    // The rest of a day's areas would show the ground of those that are lost as somebody else's.
    const isWhole = countProblems(problems, "error") === errorsBefore;
    if (isWhole && shapes.some(({ ground }) => ground.kind === "area")) {
      reading.addPhase({ from: day, to: addDays(day, 1) }, shapes);
    }
    // A day like the one before need not be read again, unless there is something to tell of it.
    unchanged = countProblems(problems) === before ? { text: answer.text, shapes } : undefined;
  }
}

interface Answer {
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

async function ask(path: string, { readText }: ControlReading): Promise<Answer> {
  const problems: Problem[] = [];
  return { text: await readText(path, problems), problems };
}

function parseDay(
  text: string,
  path: string,
  { parseShapes, problems, file }: ControlReading,
): readonly ControlShape[] {
  const before = countProblems(problems);
  const shapes = parseShapes(text, path);
  if (countProblems(problems) === before && !shapes.some(({ ground }) => ground.kind === "area")) {
    const remedy = "delete the file if nothing is known of the day; it counts as missing";
    report(path, { problems, file }).warn("no-areas", "no area", "the areas of its day", remedy);
  }
  return shapes;
}

/** The files that hold for a day, in order of day: the first by name where there are two for one. */
async function orderByDay(paths: readonly string[], reading: ControlReading): Promise<DailyFile[]> {
  const byDay = new Map<Day, string>();
  const inNames = await readNames(paths, reading);
  for (const [index, path] of paths.entries()) {
    await reading.pacer.pace("reading", index, paths.length);
    const day = await findDayOf(path, inNames[index] ?? [], reading);
    if (day === undefined) continue;
    const first = byDay.get(day);
    if (first === undefined) byDay.set(day, path);
    else {
      report(path, reading).error(
        "repeated-day",
        `a second file for ${day}, besides ${describeValue(first)}`,
        "one file for each day",
        "delete or rename one of the two; this one is left out",
      );
    }
  }
  const files = [...byDay].map(([day, path]) => ({ path, day })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return leaveOutOthers(files, reading);
}

/** Days outside the story, as far as that is declared, say nothing in it; its eve is how it opens. */
function leaveOutOthers(files: readonly DailyFile[], reading: ControlReading): DailyFile[] {
  const { firstDay, lastDay } = reading;
  const eve = firstDay && addDays(firstDay, -1);
  const kept = files.filter(({ day }) => (!eve || day >= eve) && (!lastDay || day <= lastDay));
  const count = files.length - kept.length;
  if (count > 0) {
    const expected = `days from ${eve ?? "the first"} to ${lastDay ?? "the last"}`;
    const found =
      count === 1 ? "1 file of a day outside the story" : `${count} files of days outside the story`;
    reading.reporter.warn(
      "outside-story",
      found,
      expected,
      "they are left out; correct first_day or last_day to have them",
    );
  }
  return kept;
}

/** For each path the days in the name of the file or, without one there, in the names of its folders. */
async function readNames(
  paths: readonly string[],
  reading: ControlReading,
): Promise<readonly (readonly Day[])[]> {
  const { file } = reading;
  const century = chooseCentury(reading.firstDay, reading.lastDay);
  const find = (text: string) =>
    file.dayPattern === undefined ? findDays(text) : findDaysBy(file.dayPattern, text, century);
  const names = paths.map((path) => path.slice(path.lastIndexOf("/") + 1));
  const days = paths.map((path, index) => {
    const inName = find(names[index] ?? "");
    return inName.length > 0 ? inName : find(path.slice(file.path.length + 1));
  });
  if (file.dayPattern !== undefined || days.some(({ length }) => length > 0)) return days;
  const agreed = agreeOnDays(names, century);
  // A day within the files is surer than six digits that may mean something else.
  if (!agreed || (await findDaysWithin(paths[0] ?? "", reading)).length > 0) return days;
  const found = `names such as ${describeValue(names[0])}, read by the pattern ${agreed.pattern} as ${agreed.days[0]}`;
  const isSure = agreed.other === undefined;
  const remedy = isSure
    ? "nothing need be done: in no other order do they lie as close together"
    : `${agreed.other} fits as well: declare day_pattern in files.control of dataset.json`;
  const tell = isSure ? reading.reporter.note : reading.reporter.warn;
  tell("day-pattern-guessed", found, "names with the year in full", remedy);
  return agreed.days.map((day) => [day]);
}

/** The day in the names; without one there, in a property. */
async function findDayOf(
  path: string,
  inNames: readonly Day[],
  reading: ControlReading,
): Promise<Day | undefined> {
  const [day, ...others] = inNames.length > 0 ? inNames : await findDaysWithin(path, reading);
  if (day !== undefined && others.length === 0) return day;
  const { dayPattern } = reading.file;
  const remedy =
    dayPattern === undefined
      ? "name the file by its day, such as 2024-07-08.geojson; until then it is left out"
      : `name it as day_pattern ${dayPattern} has it, or correct that; until then it is left out`;
  const found =
    day === undefined ? "no day in the name or in a property" : `two days, ${day} and ${others[0]}`;
  report(path, reading).error("day-of-file-unknown", found, "the one day for which the file holds", remedy);
  return undefined;
}

/** The days that the collection and its features tell. What else is wrong with the file is told when it is read. */
async function findDaysWithin(path: string, { readText, file }: ControlReading): Promise<Day[]> {
  const text = await readText(path, []);
  try {
    const collection: unknown = JSON.parse(text ?? "");
    if (!isRecord(collection)) return [];
    const features: readonly unknown[] = Array.isArray(collection["features"]) ? collection["features"] : [];
    const records = [collection, ...features.map((feature) => isRecord(feature) && feature["properties"])];
    const found = new Set<Day>();
    for (const record of records) {
      const value = isRecord(record) ? getValue(record, file.properties.date) : undefined;
      for (const day of findDaysOf(value, file.dayNumbers)) found.add(day);
    }
    return [...found];
  } catch {
    return [];
  }
}

function report(path: string, { problems, file }: Pick<ControlReading, "problems" | "file">): Reporter {
  return reportOn(problems, path, "", undefined, file.path);
}
