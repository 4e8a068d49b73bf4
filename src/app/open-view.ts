import type { Atlas } from "../core/atlas.ts";
import { countAttributions } from "../core/filter.ts";
import { listCharts } from "../core/measure/charts.ts";
import { findSelected, type Selection } from "../core/selection.ts";
import { carryOver, parseView, type View } from "../core/view.ts";
import { HIDEABLE } from "../layers/layers.ts";
import { LANGUAGES } from "../words/index.ts";

/**
 * The view of a data set that an address asks for, and what of it cannot be shown. Without an address (`undefined`), the first view with
 * what the reader had chosen `before`.
 */
export function openView(atlas: Atlas, query: string | undefined, before: View | undefined) {
  const { dataset } = atlas;
  const { firstDay, lastDay, defaultDay } = dataset;
  const context = {
    firstDay,
    lastDay,
    defaultDay,
    has: (selection: Selection) => findSelected(atlas, selection) !== undefined,
    languages: Object.keys(LANGUAGES),
    scripts: dataset.scripts,
    layers: HIDEABLE,
    charts: listCharts(atlas).map(({ key }) => key),
    sides: dataset.sides.map(({ id }) => id),
    isSaidBy: (key: string) => countAttributions(dataset).has(key),
    steps: dataset.narrative?.steps ?? [],
  };
  const parsed = parseView(query ?? "", context);
  if (query !== undefined || !before) return parsed;
  return { ...parsed, view: carryOver(parsed.view, before, context) };
}
