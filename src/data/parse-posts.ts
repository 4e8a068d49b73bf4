import { type ObservationPost, POST_STATES, type PostEvent } from "../core/dataset.ts";
import { getValue, isRecord, type RawRecord, readFields } from "./fields.ts";
import { parseFeatures, toPosition } from "./geojson.ts";
import { describeValue, type Reporter } from "./problem.ts";
import { checkSource, isFirstOfId, type StoryContext } from "./story-context.ts";

type SourceIds = ReadonlySet<string> | undefined;

/**
 * The sound observation posts of a GeoJSON file of points, each with its events sorted by day. Sources are checked
 * where `sourceIds` tells them.
 */
export function parsePosts(text: string, context: StoryContext, sourceIds: SourceIds): ObservationPost[] {
  const seen = new Set<string>();
  return parseFeatures(text, ["Point"], context).features.flatMap((feature): ObservationPost[] => {
    const { geometry, properties, fields, reporter } = feature;
    const hasNumber = getValue(properties, "number") !== undefined;
    const record = {
      id: fields.id("id"),
      number: hasNumber ? fields.number("number", { min: 0, max: Infinity, isWhole: true }) : undefined,
      name: fields.text("name"),
      nameAr: fields.optionalText("name_ar"),
      operator: fields.text("operator"),
      precisionKm: fields.number("precision_km", { min: 0, max: 1000 }),
      note: fields.optionalText("note"),
      events: parseEvents(getValue(properties, "states"), sourceIds, reporter),
    };
    if (reporter.hasFailed() || !isFirstOfId(record.id, seen, reporter)) return [];
    return [{ ...record, position: toPosition(geometry.coordinates) }];
  });
}

function parseEvents(value: unknown, sourceIds: SourceIds, reporter: Reporter): PostEvent[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) {
    const found = value === undefined ? "no states" : `states ${describeValue(value)}`;
    reporter.error(
      found,
      "a list of objects, one for each change of state",
      "give at least the day it was established",
    );
    return [];
  }
  // The sort is stable: states of one day keep the order of the file.
  return value
    .map((state: RawRecord) => parseEvent(state, sourceIds, reporter))
    .toSorted((a, b) => a.day.localeCompare(b.day));
}

function parseEvent(state: RawRecord, sourceIds: SourceIds, reporter: Reporter): PostEvent {
  const fields = readFields(state, reporter);
  const source = fields.optionalText("source");
  checkSource(source, sourceIds, reporter);
  return {
    state: fields.choice("state", POST_STATES),
    day: fields.day("day"),
    precision: fields.choice("precision", ["day", "month", "uncertain"]),
    basis: fields.optionalText("basis"),
    source,
  };
}
