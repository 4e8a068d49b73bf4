import type { Dataset } from "../core/dataset.ts";
import { pickName } from "../core/names.ts";
import { type Selected, selectionOf } from "../core/selection.ts";
import { findGround, type View } from "../core/view.ts";
import type { Words } from "./types.ts";

type Shown = Pick<View, "day" | "compared" | "compare" | "ground" | "since" | "trail" | keyof Selected>;
/** What the sentences name. */
type Told = Pick<Dataset, "firstDay" | "settlements" | "posts" | "highways" | "sources">;

/**
 * What a view shows beside the state of its day, in sentences: a comparison, another meaning of the colours, earlier lines.
 * Empty for a view in which nothing of that was chosen.
 */
export function describeShown(view: Shown, dataset: Told, words: Words): string[] {
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
  if (trail > 1) sentences.push(shown.trail(trail));
  return [...sentences, ...describeSelection(view, dataset, words)];
}

/** What is selected, by kind and name, as a sentence; none if nothing is. */
export function describeSelection(
  selected: Partial<Selected>,
  { settlements, posts, highways, sources }: Omit<Told, "firstDay">,
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
