import { useMemo } from "react";
import { findSelected, type SelectedRecord, selectionOf } from "../../core/selection.ts";
import { useAtlas, useView } from "./dashboard.ts";

/** What is selected, with its record. */
export function useSelected(): SelectedRecord | undefined {
  const atlas = useAtlas();
  const place = useView((view) => view.place);
  const post = useView((view) => view.post);
  const highway = useView((view) => view.highway);
  const source = useView((view) => view.source);
  return useMemo(
    () => findSelected(atlas, selectionOf({ place, post, highway, source })),
    [atlas, place, post, highway, source],
  );
}
