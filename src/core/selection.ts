import type { Atlas } from "./atlas.ts";
import type { Highway, ObservationPost, Settlement, Source } from "./records.ts";

/** What can be selected, by the word for it in addresses, where they must not change. */
export const SELECTABLE = ["place", "post", "highway", "source"] as const;
export type Selectable = (typeof SELECTABLE)[number];

/** One thing that is selected or pointed at; `id` is that of the record. */
export interface Selection {
  readonly kind: Selectable;
  readonly id: string;
}

/** The id of what is selected under its kind; at most one of them is there. */
export type Selected = Readonly<Record<Selectable, string | undefined>>;

/** What is selected. Where a view names several, the first in the order of {@link SELECTABLE}. */
export function selectionOf(selected: Partial<Selected>): Selection | undefined {
  for (const kind of SELECTABLE) {
    const id = selected[kind];
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

/** The members of a view in which this and nothing else is selected. */
export function select(selection: Selection | undefined): Selected {
  const idOf = (kind: Selectable) => (selection?.kind === kind ? selection.id : undefined);
  return { place: idOf("place"), post: idOf("post"), highway: idOf("highway"), source: idOf("source") };
}

/** Both may be nothing. */
export function isSameSelection(one: Selection | undefined, other: Selection | undefined): boolean {
  return one?.kind === other?.kind && one?.id === other?.id;
}

/** A selection with its record. */
export type SelectedRecord =
  | { readonly kind: "place"; readonly record: Settlement }
  | { readonly kind: "post"; readonly record: ObservationPost }
  | { readonly kind: "highway"; readonly record: Highway }
  | { readonly kind: "source"; readonly record: Source };

/** The record that is selected; `undefined` also for an id that the data set does not have. */
export function findSelected(
  { dataset, settlementById, sourceById }: Atlas,
  selection: Selection | undefined,
): SelectedRecord | undefined {
  const { kind, id } = selection ?? {};
  switch (kind) {
    case "place": {
      const record = settlementById.get(id ?? "");
      return record && { kind, record };
    }
    case "post": {
      const record = dataset.posts.find((post) => post.id === id);
      return record && { kind, record };
    }
    case "highway": {
      const record = dataset.highways.find((highway) => highway.id === id);
      return record && { kind, record };
    }
    case "source": {
      const record = sourceById.get(id ?? "");
      return record && { kind, record };
    }
    case undefined:
      return undefined;
  }
}
