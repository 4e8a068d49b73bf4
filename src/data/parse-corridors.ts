import type { Corridor } from "../core/dataset.ts";
import { addDays } from "../core/day.ts";
import { getValue, isRecord, readFields } from "./fields.ts";
import { describeValue, nameRecord, type Problem, type Reporter, reportOn } from "./problem.ts";
import { checkSource } from "./story-context.ts";

/** Ids that a corridor may name; `undefined` where a file could not be read and nothing can be told. */
export interface CorridorReferences {
  readonly highwayIds: ReadonlySet<string> | undefined;
  readonly sourceIds: ReadonlySet<string> | undefined;
}

/** A wider one is a mistyped number: it would cover a country. */
const WIDEST_KM = 100;

/** The sound corridors that `dataset.json` declares; a file without any is fine. */
export function parseCorridors(
  value: unknown,
  references: CorridorReferences,
  file: string,
  problems: Problem[],
): Corridor[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    reportOn(problems, file).error(
      `corridors ${describeValue(value)}`,
      "a list of corridors",
      "correct corridors",
    );
    return [];
  }
  return value.flatMap((record, index) => {
    const highway = isRecord(record) ? record["highway"] : undefined;
    const reporter = reportOn(problems, file, nameRecord("corridor", index, highway));
    const corridor = parseCorridor(record, references, reporter);
    return corridor && !reporter.hasFailed() ? [corridor] : [];
  });
}

function parseCorridor(
  record: unknown,
  { highwayIds, sourceIds }: CorridorReferences,
  reporter: Reporter,
): Corridor | undefined {
  if (!isRecord(record)) {
    const expected = "an object with highway, width_km, first_day and source";
    reporter.error(describeValue(record), expected, "write it as an object");
    return undefined;
  }
  const fields = readFields(record, reporter);
  const highway = fields.id("highway");
  if (highway !== "" && highwayIds && !highwayIds.has(highway)) {
    const expected = `one of the highways ${[...highwayIds].join(", ")}`;
    reporter.error(`highway ${describeValue(highway)}`, expected, "correct it or add the highway");
  }
  const widthKm = fields.number("width_km", { min: 0.1, max: WIDEST_KM });
  const from = fields.day("first_day");
  const lastDay = getValue(record, "last_day") === undefined ? undefined : fields.day("last_day");
  if (!reporter.hasFailed() && lastDay !== undefined && lastDay < from) {
    const expected = "first_day on or before last_day";
    reporter.error(`first_day ${from} after last_day ${lastDay}`, expected, "swap or correct them");
  }
  const source = fields.text("source");
  checkSource(source, sourceIds, reporter);
  return { highway, widthKm, from, to: lastDay && addDays(lastDay, 1), source };
}
