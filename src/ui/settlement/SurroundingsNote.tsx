import { useMemo } from "react";
import { pickName } from "../../core/names.ts";
import type { Settlement } from "../../core/records.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { SelectButton } from "../parts/SelectButton.tsx";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { findNearestPost, measureFrontKm } from "./surroundings.ts";

/** How far the front and the nearest post are from the place on the day. */
export function SurroundingsNote({ settlement }: { readonly settlement: Settlement }) {
  const atlas = useAtlas();
  const words = useWords();
  const { place } = laterWordsOf(words);
  const day = useView((view) => view.day);
  const { frontKm, nearest } = useMemo(
    () => ({
      frontKm: measureFrontKm(atlas, settlement.position, day),
      nearest: findNearestPost(atlas.dataset, settlement.position, day),
    }),
    [atlas, settlement, day],
  );
  const name = nearest && pickName(nearest.post.names, words.language);
  const computed = <span className="computed">{words.evidence.computed}</span>;
  return (
    <>
      {frontKm !== undefined && (
        <p className="source-line quiet">
          {place.frontDistance(frontKm)} {computed}
        </p>
      )}
      {nearest && name && (
        <p className="source-line quiet">
          <SelectButton selection={{ kind: "post", id: nearest.post.id }}>
            {place.nearestPost(name, nearest.distanceKm, nearest.state)}
          </SelectButton>{" "}
          {computed}
        </p>
      )}
    </>
  );
}
