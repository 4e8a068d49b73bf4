import type * as v from "valibot";
import type { Position } from "../../core/geometry.ts";
import type { Fatalities, StoryEvent } from "../../core/records.ts";
import { checkExtent, measureExtent } from "../geojson/check-positions.ts";
import { wrapPosition } from "../geojson/wrap-longitudes.ts";
import type { Reporter } from "../problem.ts";
import { openWindow } from "../schema/day-window.ts";
import { readRecord } from "../schema/read-record.ts";
import { EVENT } from "../schema/statements.ts";
import {
  checkContradiction,
  checkStatement,
  parseStatements,
  type RowContext,
  type StatementsReading,
  toStatement,
} from "./statement.ts";
import { DAY_WORDS } from "./statement-table.ts";

const KIND = {
  name: "events",
  words: Object.keys(EVENT.entries),
  needed: [DAY_WORDS, ["title", "summary"]],
} as const;

type Members = Partial<v.InferOutput<typeof EVENT>>;

/** The sound events of a table or, if its name ends in .json or .geojson, of a GeoJSON file of points, in file order. */
export function parseEvents(text: string, reading: StatementsReading): StoryEvent[] {
  return parseStatements(text, KIND, reading, parseEvent);
}

function parseEvent({
  row: { reporter },
  record,
  nameOf,
  context,
  references,
  ids,
}: RowContext): StoryEvent | undefined {
  const { members, whole } = readRecord(EVENT, record, reporter, { nameOf });
  const window = widenDays(members);
  const told = window ? { ...members, ...window } : members;
  const found = checkStatement(told, { record, nameOf, context, references, reporter });
  for (const contradicted of members.contradicts ?? [])
    checkContradiction(members.id, contradicted, { noun: "event", ids }, reporter);
  if (members.title === "" && members.summary === "")
    reporter
      .about(nameOf("title"))
      .error("missing-member", `no ${nameOf("title")}`, "a few words for a list", `add ${nameOf("title")}`);
  const position = readPosition(members, record, { nameOf, context, reporter });
  const fatalities = readFatalities(members, nameOf, reporter);
  if (!whole || !found || reporter.hasFailed()) return undefined;
  const actors = listActors(whole.actors);
  return {
    kind: whole.kind,
    settlement: found.settlement,
    title: whole.title || whole.summary,
    ...toStatement({ ...whole, summary: whole.summary || whole.title }, found),
    contradicts: whole.contradicts,
    ...(position && { position }),
    ...(whole.precision_km !== undefined && { precisionKm: whole.precision_km }),
    ...(whole.precision !== undefined && { precision: whole.precision }),
    ...(actors.length > 0 && { actors }),
    ...(fatalities && { fatalities }),
  };
}

/** The window that one day stands for; nothing where a row tells two days, or that the day is the day. */
function widenDays({ day, first_day, last_day, day_precision }: Members) {
  const [first, last] = [first_day ?? day ?? last_day, last_day ?? day ?? first_day];
  if (day_precision === undefined || first === undefined || first !== last) return undefined;
  const { firstDay, lastDay } = openWindow(first, day_precision);
  return { first_day: firstDay, last_day: lastDay };
}

function readPosition(
  { lng, lat }: Members,
  record: RowContext["record"],
  { nameOf, context, reporter }: Pick<RowContext, "nameOf" | "context"> & { readonly reporter: Reporter },
): Position | undefined {
  const missing = (["lng", "lat"] as const).filter((word) => !Object.hasOwn(record, word));
  const [only] = missing.map(nameOf);
  if (missing.length === 1 && only !== undefined)
    reporter.about(only).error("missing-member", `no ${only}`, "both or none of the two", `add ${only}`);
  if (lng === undefined || lat === undefined) return undefined;
  const position = wrapPosition([lng, lat]);
  if (position[0] !== lng)
    reporter.note(
      "beyond-180",
      `${nameOf("lng")} ${lng}`,
      "a longitude from -180 to 180",
      `nothing need be done: it is read as ${position[0]}`,
    );
  const extent = measureExtent(position);
  if (extent) checkExtent(extent, context.bounds, reporter);
  return position;
}

function readFatalities(
  { fatalities: best, fatalities_low: low, fatalities_high: high }: Members,
  nameOf: RowContext["nameOf"],
  reporter: Reporter,
): Fatalities | undefined {
  if (best === undefined && low === undefined && high === undefined) return undefined;
  const told = (
    [
      ["fatalities_low", low],
      ["fatalities", best],
      ["fatalities_high", high],
    ] as const
  ).flatMap(([word, number]) => (number === undefined ? [] : [{ name: nameOf(word), number }]));
  const wrong = told.findIndex(({ number }, index) => number < (told[index - 1]?.number ?? 0));
  if (wrong > 0) {
    const pair = told.slice(wrong - 1, wrong + 1);
    const found = pair.map(({ name, number }) => `${name} ${number}`).join(" above ");
    const expected = "the least first, then the best, then the most";
    reporter.error("range-reversed", found, expected, "swap or correct them");
  }
  return {
    ...(best !== undefined && { best }),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
  };
}

function listActors(cell: string): string[] {
  return cell
    .split(/[|;]/)
    .map((actor) => actor.trim())
    .filter((actor) => actor !== "");
}
