import { type DataHead, toMembers } from "./head.ts";
import type { DataLayer } from "./layer.ts";
import { listRecords } from "./write-tables.ts";

/**
 * A layer as a GeoJSON FeatureCollection (RFC 7946), a feature a line. The head stands in members of the collection that the
 * standard does not know, which readers pass over; a feature without a place has `null` for its geometry.
 */
export function writeGeoJson(head: DataHead, layer: DataLayer): string {
  const records = listRecords(layer);
  const features = layer.features.map(({ geometry }, index) =>
    JSON.stringify({ type: "Feature", properties: records[index], geometry: geometry ?? null }),
  );
  const opening = JSON.stringify({ type: "FeatureCollection", ...toMembers(head) }).slice(0, -1);
  return `${opening},"features":[${features.map((feature) => `\n${feature}`).join(",")}\n]}\n`;
}
