import type { Region } from "../../core/records.ts";
import { parseFeatures } from "../geojson/geojson.ts";
import { mendGround } from "../geojson/mend-ground.ts";
import { describeValue, type Reporter } from "../problem.ts";
import { readNames } from "./read-names.ts";
import { readRecord } from "../schema/read-record.ts";
import { NAMED_SHAPE } from "../schema/named-shape.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";

/** The sound regions of a GeoJSON file of areas; `ids` also tells those of the others. */
export function parseRegions(
  text: string,
  context: StoryContext,
): { regions: Region[]; ids: ReadonlySet<string> } {
  const seen = new Set<string>();
  const { features, ids } = parseFeatures(text, ["Polygon", "MultiPolygon"], context);
  const regions = features.flatMap(({ geometry, properties, reporter }): Region[] => {
    const { whole } = readRecord(NAMED_SHAPE, properties, reporter);
    if (!whole || reporter.hasFailed() || !isFirstOfId(whole.id, seen, reporter)) return [];
    return [
      {
        id: whole.id,
        name: whole.name,
        names: readNames(properties, whole.name, context.nameLanguage, reporter),
        geometry: mendGround(geometry, reporter),
      },
    ];
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
  reporter.error(
    "unknown-region",
    `chief_region ${describeValue(id)}`,
    expected,
    "correct it or add the region",
  );
}
