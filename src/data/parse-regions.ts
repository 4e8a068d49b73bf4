import type { Region } from "../core/dataset.ts";
import { parseFeatures } from "./geojson.ts";
import { describeValue, type Reporter } from "./problem.ts";
import { isFirstOfId, type StoryContext } from "./story-context.ts";

/** The sound regions of a GeoJSON file of areas; `ids` also tells those of the others. */
export function parseRegions(
  text: string,
  context: StoryContext,
): { regions: Region[]; ids: ReadonlySet<string> } {
  const seen = new Set<string>();
  const { features, ids } = parseFeatures(text, ["Polygon", "MultiPolygon"], context);
  const regions = features.flatMap(({ geometry, fields, reporter }): Region[] => {
    const record = { id: fields.id("id"), name: fields.text("name"), nameAr: fields.optionalText("name_ar") };
    if (reporter.hasFailed() || !isFirstOfId(record.id, seen, reporter)) return [];
    return [{ ...record, geometry }];
  });
  return { regions, ids };
}

/** Reports a chief region that the file of regions does not have; `ids` is `undefined` where that cannot be told. */
export function checkChiefRegion(
  id: string | undefined,
  ids: ReadonlySet<string> | undefined,
  reporter: Reporter,
): void {
  if (id === undefined || !ids || ids.has(id)) return;
  const expected = `one of the regions ${[...ids].join(", ")}`;
  reporter.error(`chief_region ${describeValue(id)}`, expected, "correct it or add the region");
}
