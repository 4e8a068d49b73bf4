import { useMemo } from "react";
import { createJudge, type Judge } from "../../core/filter.ts";
import { useAtlas, useView } from "./dashboard.ts";

/** Tells which records the reader's filter lets through. */
export function useJudge(): Judge {
  const atlas = useAtlas();
  const filter = useView((view) => view.filter);
  return useMemo(() => createJudge(atlas, filter), [atlas, filter]);
}
