import type { Highway } from "../../core/records.ts";
import { parseFeatures, toPosition } from "../geojson/geojson.ts";
import { readNames } from "./read-names.ts";
import { readRecord } from "../schema/read-record.ts";
import { NAMED_SHAPE } from "../schema/named-shape.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";

/** The sound highways of a GeoJSON file of lines. */
export function parseHighways(text: string, context: StoryContext): Highway[] {
  const seen = new Set<string>();
  return parseFeatures(text, ["LineString"], context).features.flatMap((feature): Highway[] => {
    const { geometry, properties, reporter } = feature;
    const { whole } = readRecord(NAMED_SHAPE, properties, reporter);
    if (!whole || reporter.hasFailed() || !isFirstOfId(whole.id, seen, reporter)) return [];
    const { id, name } = whole;
    const names = readNames(properties, name, context.nameLanguage, reporter);
    return [{ id, name, names, course: geometry.coordinates.map(toPosition) }];
  });
}
