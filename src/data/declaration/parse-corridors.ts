import type * as v from "valibot";
import type { Corridor, Patrols } from "../../core/records.ts";
import { addDays, type Day } from "../../core/day.ts";
import { describeValue, nameRecord, type Problem, type Reporter, reportOn } from "../problem.ts";
import { type Locate, readRecord } from "../schema/read-record.ts";
import { isRecord } from "../text/record.ts";
import { CORRIDOR, type PATROLS } from "../schema/corridor.ts";
import { checkSource } from "../story-context.ts";

/** Ids that a corridor may name; `undefined` where a file could not be read and nothing can be told. */
export interface CorridorReferences {
  readonly highwayIds: ReadonlySet<string> | undefined;
  readonly sourceIds: ReadonlySet<string> | undefined;
}

/** The member as found: it can be read only once the highways and sources that it names are known. */
export interface FoundCorridors {
  readonly value: unknown;
  /** By the path in the whole file. */
  readonly locate: Locate;
}

/** The sound corridors that `dataset.json` declares; a file without any is fine. */
export function parseCorridors(
  { value, locate }: FoundCorridors,
  references: CorridorReferences,
  file: string,
  problems: Problem[],
): Corridor[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    const found = `corridors ${describeValue(value)}`;
    const place = locate(["corridors"]);
    reportOn(problems, file).error("not-a-list", found, "a list of corridors", "correct corridors", place);
    return [];
  }
  return value.flatMap((record, index) => {
    const highway = isRecord(record) ? record["highway"] : undefined;
    const locateIn: Locate = (path) => locate(["corridors", index, ...path]);
    const reporter = reportOn(problems, file, nameRecord("corridor", index, highway), () => locateIn([]));
    return parseCorridor(record, references, reporter, locateIn) ?? [];
  });
}

function parseCorridor(
  record: unknown,
  { highwayIds, sourceIds }: CorridorReferences,
  reporter: Reporter,
  locate: Locate,
): Corridor | undefined {
  if (!isRecord(record)) {
    const expected = "an object with highway, width_km, first_day and source";
    reporter.error("not-an-object", describeValue(record), expected, "write it as an object");
    return undefined;
  }
  const { members, whole } = readRecord(CORRIDOR, record, reporter, { locate });
  const { highway } = members;
  if (highway !== undefined && highwayIds && !highwayIds.has(highway)) {
    const expected = `one of the highways ${[...highwayIds].join(", ")}`;
    reporter.error(
      "unknown-highway",
      `highway ${describeValue(highway)}`,
      expected,
      "correct it or add the highway",
    );
  }
  checkSource(members.source, sourceIds, reporter);
  const days = toDays(members, reporter);
  const patrols = members.patrols && toPatrols(members.patrols, sourceIds, reporter);
  if (days && patrols && !isWithin(patrols, days)) {
    const expected = "days of the corridor";
    reporter.error(
      "patrols-outside-corridor",
      `patrols from ${patrols.from}`,
      expected,
      "correct the days of one of the two",
    );
  }
  if (!whole || !days || reporter.hasFailed()) return undefined;
  return { highway: whole.highway, widthKm: whole.width_km, ...days, source: whole.source, patrols };
}

/** The patrols, or `undefined` after reporting that their days are in the wrong order. */
function toPatrols(
  found: v.InferOutput<typeof PATROLS>,
  sourceIds: ReadonlySet<string> | undefined,
  reporter: Reporter,
): Patrols | undefined {
  checkSource(found.source, sourceIds, reporter);
  const days = toDays(found, reporter);
  return days && { name: found.name, ...days, source: found.source, note: found.note };
}

type Days = Pick<Corridor, "from" | "to">;

interface FoundDays {
  readonly first_day?: Day | undefined;
  readonly last_day?: Day | undefined;
}

/**
 * The days from the first to the last, both included; without end while there is no last. `undefined` if there is no
 * first, or after reporting that the last comes before it.
 */
function toDays({ first_day: from, last_day: lastDay }: FoundDays, reporter: Reporter): Days | undefined {
  if (from === undefined) return undefined;
  if (lastDay === undefined || lastDay >= from) return { from, to: lastDay && addDays(lastDay, 1) };
  const found = `first_day ${from} after last_day ${lastDay}`;
  reporter.error("days-reversed", found, "first_day on or before last_day", "swap or correct them");
  return undefined;
}

/** Patrols without an end last as long as their corridor. */
function isWithin(inner: Days, outer: Days): boolean {
  if (inner.from < outer.from) return false;
  return outer.to === undefined || (inner.to ?? addDays(inner.from, 1)) <= outer.to;
}
