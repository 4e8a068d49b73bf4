import type { Highway } from "../core/dataset.ts";
import { parseFeatures, toPosition } from "./geojson.ts";
import { isFirstOfId, type StoryContext } from "./story-context.ts";

/** The sound highways of a GeoJSON file of lines. */
export function parseHighways(text: string, context: StoryContext): Highway[] {
  const seen = new Set<string>();
  return parseFeatures(text, ["LineString"], context).features.flatMap(({ geometry, fields, reporter }) => {
    const record = { id: fields.id("id"), name: fields.text("name"), nameAr: fields.optionalText("name_ar") };
    if (reporter.hasFailed() || !isFirstOfId(record.id, seen, reporter)) return [];
    return [{ ...record, course: geometry.coordinates.map(toPosition) }];
  });
}
