import type { Dataset } from "../core/dataset.ts";
import { pickName } from "../core/names.ts";
import { nameSide } from "../core/sides.ts";
import type { LegendItem } from "../core/measure/legend.ts";
import type { Words } from "./types.ts";

/** The line of the legend that explains a mark, in panel and picture alike. */
export function describeLegendItem(item: LegendItem, dataset: Dataset, words: Words): string {
  const { language, comma } = words;
  const { legend } = words.chrome;
  const nameHighway = (id: string) => dataset.highways.find((highway) => highway.id === id)?.name ?? id;
  switch (item.kind) {
    case "side":
      return nameSide(dataset, item.side, language);
    case "front":
      return legend.frontLine;
    case "inferred":
      return words.map.inferredLine;
    case "previous":
      return legend.yesterday;
    case "quiet":
      return words.map.quietLine;
    case "gains":
      return legend.gains;
    case "changed":
      return legend.changedToday;
    case "contested":
      return legend.contested;
    case "highways":
      return legend.highways(dataset.highways.map((highway) => highway.name));
    case "corridor":
      return words.map.corridor(nameHighway(item.highway), item.widthKm);
    case "patrols":
      return words.map.patrols(pickName(item.name, language), nameHighway(item.highway));
    case "post": {
      const operators = new Set(dataset.posts.map((post) => post.operator));
      const parts = [legend.post];
      if (operators.size > 1) parts.push(nameSide(dataset, item.side, language));
      if (item.isEncircled) parts.push(legend.postEncircled);
      return parts.join(comma);
    }
  }
}
