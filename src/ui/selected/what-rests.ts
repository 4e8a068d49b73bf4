import type { Atlas } from "../../core/atlas.ts";
import type { Claim, Corridor, Figure, ObservationPost, Source, StoryEvent } from "../../core/records.ts";

/** All records that name one document as where they are from, each kind in order of time. */
export interface WhatRests {
  readonly claims: readonly Claim[];
  readonly events: readonly StoryEvent[];
  readonly figures: readonly Figure[];
  /** Posts with a state that the document tells. */
  readonly posts: readonly ObservationPost[];
  /** Corridors that it tells of, or of whose patrols. */
  readonly corridors: readonly Corridor[];
}

export function listWhatRests({ dataset }: Atlas, { id }: Source): WhatRests {
  const ofSource = <Kind extends Claim | StoryEvent | Figure>(records: readonly Kind[]) =>
    records
      .filter(({ source }) => source === id)
      .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay) || a.lastDay.localeCompare(b.lastDay));
  return {
    claims: ofSource(dataset.claims),
    events: ofSource(dataset.events),
    figures: ofSource(dataset.figures),
    posts: dataset.posts.filter(({ events }) => events.some(({ source }) => source === id)),
    corridors: dataset.corridors.filter(({ source, patrols }) => source === id || patrols?.source === id),
  };
}
