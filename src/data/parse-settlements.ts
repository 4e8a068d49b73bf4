import { type Importance, type Settlement, SETTLEMENT_KINDS } from "../core/dataset.ts";
import { parseFeatures, toPosition } from "./geojson.ts";
import { isFirstOfId, type StoryContext } from "./story-context.ts";

/** The sound settlements of a GeoJSON file of points; `ids` also tells those of the others. */
export function parseSettlements(
  text: string,
  context: StoryContext,
): { settlements: Settlement[]; ids: ReadonlySet<string> } {
  const { features, ids } = parseFeatures(text, ["Point"], context);
  const seen = new Set<string>();
  const settlements = features.flatMap(({ geometry, fields, reporter }): Settlement[] => {
    const record = {
      id: fields.id("id"),
      name: fields.text("name"),
      nameAr: fields.optionalText("name_ar"),
      spellings: fields.texts("spellings"),
      kind: fields.choice("kind", SETTLEMENT_KINDS),
      governorate: fields.optionalText("governorate"),
      district: fields.optionalText("district"),
      importance: fields.number("importance", { min: 1, max: 3, isWhole: true }) as Importance,
      positionSource: fields.text("position_source"),
      positionRef: fields.optionalText("position_ref"),
      precisionKm: fields.number("precision_km", { min: 0, max: 1000 }),
      note: fields.optionalText("note"),
      isContext: fields.flag("context"),
    };
    if (reporter.hasFailed() || !isFirstOfId(record.id, seen, reporter)) return [];
    return [{ ...record, position: toPosition(geometry.coordinates) }];
  });
  return { settlements, ids };
}
