import type { Dataset } from "../core/dataset.ts";
import {
  CERTAINTIES,
  countAttributions,
  type Facet,
  FACETS,
  type Filter,
  listKinds,
} from "../core/filter.ts";
import { pickName } from "../core/names.ts";
import { type Selected, selectionOf } from "../core/selection.ts";
import { findGround, type View } from "../core/view.ts";
import type { Words } from "./types.ts";

type Shown = Pick<
  View,
  "day" | "compared" | "compare" | "ground" | "since" | "trail" | "filter" | keyof Selected
>;

/**
 * What a view shows beside the state of its day, in sentences: a comparison, another meaning of the colours, earlier lines.
 * Empty for a view in which nothing of that was chosen.
 */
export function describeShown(view: Shown, dataset: Dataset, words: Words): string[] {
  const { layers, dates } = words;
  const { day, compared, compare, since = dataset.firstDay, trail } = view;
  const { shown } = layers;
  const sentences: string[] = [];
  if (compared !== undefined && compare === "difference")
    sentences.push(shown.difference(dates.long(compared)));
  else if (compared !== undefined) {
    const [first = day, last = day] = [day, compared].toSorted();
    sentences.push(shown.both(dates.long(first), dates.long(last)));
  }
  const ground = findGround(view);
  if (ground === "changed") sentences.push(shown.changed);
  if (ground === "gained") sentences.push(shown.gained(dates.long(since)));
  if (ground === "places") sentences.push(shown.places);
  if (trail > 1) sentences.push(shown.trail(trail));
  return [
    ...sentences,
    ...describeSelection(view, dataset, words),
    ...describeFilter(view.filter, dataset, words),
  ];
}

/** One thing that a filter asks, in words. */
export interface FilterChip {
  readonly facet: Facet | "text";
  readonly label: string;
}

/** What a filter asks, a chip each: how many of how many are let through. */
export function listChips(filter: Filter, dataset: Dataset, { filter: words }: Words): FilterChip[] {
  const totals: Readonly<Record<Facet, number>> = {
    sides: dataset.sides.length,
    said: countAttributions(dataset).size,
    certainties: CERTAINTIES.length,
    kinds: listKinds(dataset).length,
  };
  const chips = FACETS.filter((facet) => filter[facet].length > 0).map((facet): FilterChip => {
    return { facet, label: words.chip(words.facets[facet], filter[facet].length, totals[facet]) };
  });
  const text = filter.text.trim();
  return text === "" ? chips : [...chips, { facet: "text", label: words.textChip(text) }];
}

/** That records are left out, and by what; nothing without a filter. */
export function describeFilter(filter: Filter, dataset: Dataset, words: Words): string[] {
  const chips = listChips(filter, dataset, words);
  return chips.length === 0 ? [] : [words.filter.told(chips.map(({ label }) => label))];
}

/** What is selected, by kind and name, as a sentence; none if nothing is. */
export function describeSelection(
  selected: Partial<Selected>,
  { settlements, posts, highways, sources }: Dataset,
  { selection: words, language }: Words,
): string[] {
  const selection = selectionOf(selected);
  if (!selection) return [];
  const { kind, id } = selection;
  const named = { place: settlements, post: posts, highway: highways };
  const name =
    kind === "source"
      ? sources.find((source) => source.id === id)?.title
      : pickName(named[kind].find((record) => record.id === id)?.names ?? {}, language);
  return [words.selected(words.kinds[kind], name || id)];
}
