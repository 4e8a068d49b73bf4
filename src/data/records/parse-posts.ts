import type { ObservationPost } from "../../core/records.ts";
import { parseFeatures, toPosition } from "../geojson/geojson.ts";
import { readNames } from "./read-names.ts";
import { readRecord } from "../schema/read-record.ts";
import { POST } from "../schema/post.ts";
import { checkSource, isFirstOfId, type StoryContext } from "../story-context.ts";

/**
 * The sound observation posts of a GeoJSON file of points, each with its events sorted by day. Sources are checked
 * where `sourceIds` tells them.
 */
export function parsePosts(
  text: string,
  context: StoryContext,
  sourceIds: ReadonlySet<string> | undefined,
): ObservationPost[] {
  const seen = new Set<string>();
  return parseFeatures(text, ["Point"], context).features.flatMap((feature): ObservationPost[] => {
    const { geometry, properties, reporter } = feature;
    const { members, whole } = readRecord(POST, properties, reporter);
    for (const { source } of members.states ?? []) checkSource(source, sourceIds, reporter);
    if (!whole || reporter.hasFailed() || !isFirstOfId(whole.id, seen, reporter)) return [];
    const { precision_km: precisionKm, states, ...post } = whole;
    const names = readNames(properties, whole.name, context.nameLanguage, reporter);
    // The sort is stable: states of one day keep the order of the file.
    const events = states.toSorted((a, b) => a.day.localeCompare(b.day));
    return [{ ...post, names, precisionKm, events, position: toPosition(geometry.coordinates) }];
  });
}
