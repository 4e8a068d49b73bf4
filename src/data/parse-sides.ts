import { type Side, SIDE_COLOURS, type SideColour } from "../core/dataset.ts";
import { parseBilingual } from "./bilingual.ts";
import { getValue, isRecord, type RawRecord, readFields } from "./fields.ts";

import { describeValue, nameRecord, type Problem, type Reporter, reportOn } from "./problem.ts";

/**
 * The sides that `dataset.json` declares. A side with an id of its own is kept even where its name or colour had to
 * be reported and replaced: without it every record that names it would be lost as well.
 */
export function parseSides(value: unknown, file: string, problems: Problem[]): Side[] {
  if (!Array.isArray(value) || value.length === 0) {
    const found = value === undefined ? "no sides" : `sides ${describeValue(value)}`;
    reportOn(problems, file).error(found, "a list of sides", "declare at least the two sides of the line");
    return [];
  }
  const ids = new Set(value.map((side) => (isRecord(side) ? side["id"] : undefined)));
  const sides: Side[] = [];
  for (const [index, record] of value.entries()) {
    const reporter = reportOn(
      problems,
      file,
      nameRecord("side", index, isRecord(record) ? record["id"] : undefined),
    );
    if (!isRecord(record)) {
      reporter.error(
        describeValue(record),
        "an object with id, name, colour and opponents",
        "write it as an object",
      );
      continue;
    }
    const id = readFields(record, reporter).id("id");
    if (reporter.hasFailed()) continue;
    if (sides.some((side) => side.id === id)) {
      reporter.error(`id ${describeValue(id)} again`, "an id of its own", "rename or delete one of the two");
      continue;
    }
    sides.push(parseSide(id, record, ids, index, reporter));
  }
  // An opponent may have been declared and then dropped for a fault of its own, which has been reported.
  const keptIds = new Set(sides.map((side) => side.id));
  return sides.map((side) => ({ ...side, opponents: side.opponents.filter((id) => keptIds.has(id)) }));
}

function parseSide(
  id: string,
  record: RawRecord,
  knownIds: ReadonlySet<unknown>,
  index: number,
  reporter: Reporter,
): Side {
  const name = parseBilingual(record, "name", reporter, id);
  const hasShortName = getValue(record, "short_name") !== undefined;
  return {
    id,
    name,
    shortName: hasShortName ? parseBilingual(record, "short_name", reporter, id) : name,
    holdsGround:
      getValue(record, "holds_ground") === undefined || readFields(record, reporter).flag("holds_ground"),
    opponents: parseOpponents(record, id, knownIds, reporter),
    colour: parseColour(record, index, reporter),
  };
}

function parseOpponents(
  record: RawRecord,
  id: string,
  knownIds: ReadonlySet<unknown>,
  reporter: Reporter,
): string[] {
  return readFields(record, reporter)
    .texts("opponents")
    .filter((opponent) => {
      const isUsable = knownIds.has(opponent) && opponent !== id;
      const found = `opponent ${describeValue(opponent)}`;
      if (!isUsable) reporter.error(found, "the id of another side", "correct opponents");
      return isUsable;
    });
}

function parseColour(record: RawRecord, index: number, reporter: Reporter): SideColour {
  const colour = readFields(record, reporter).choice("colour", SIDE_COLOURS);
  return SIDE_COLOURS.includes(colour) ? colour : (SIDE_COLOURS[index % SIDE_COLOURS.length] ?? "vermilion");
}
