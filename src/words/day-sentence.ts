import type { Dataset } from "../core/dataset.ts";
import { nameSide } from "../core/sides.ts";
import type { DaySummary } from "../core/measure/day-summary.ts";
import type { GainedArea } from "../core/measure/gained-area.ts";
import { writeKm2 } from "../core/km2.ts";
import type { Words } from "./types.ts";

/**
 * The day in one or two sentences: how many places changed hands and how many each side gained by the end of the day,
 * then those that changed hands and back; or that nothing is known of it. Of a data set of ground alone, what area did.
 */
export function describeDay(summary: DaySummary, dataset: Dataset, words: Words): string {
  if (summary.kind === "missing") return words.day.missing;
  const { changed, gains, changedAndBack, ground } = summary;
  const { language, day } = words;
  const sentences: string[] = [];
  if (ground) sentences.push(describeGround(ground, dataset, words));
  if (changed > 0) {
    const parts = gains.map(({ side, count }) => day.gain(nameSide(dataset, side, language), count));
    const { gazetteer } = dataset;
    const head = day.changedHands(changed);
    sentences.push(
      day.sentence(gazetteer === undefined ? head : words.gazetteer.said(head, gazetteer), parts),
    );
  }
  if (changedAndBack > 0) sentences.push(day.sentence(day.changedAndBack(changedAndBack), []));
  return sentences.length > 0 ? sentences.join(" ") : day.nothingChanged;
}

function describeGround(
  { gains, vacatedKm2 }: GainedArea,
  dataset: Dataset,
  { day, language }: Words,
): string {
  const parts = gains.map(({ side, km2 }) =>
    day.gainedKm2(nameSide(dataset, side, language), writeKm2(km2, language)),
  );
  if (vacatedKm2 > 0) parts.push(day.vacatedKm2(writeKm2(vacatedKm2, language)));
  return parts.length > 0 ? day.sentence(day.groundChanged, parts) : day.noGroundChanged;
}
