import { useMemo } from "react";
import { createJudge, type Judge } from "../../core/filter.ts";
import { useAtlas, useTranslation, useView } from "./dashboard.ts";

/** Tells which records the reader's filter lets through. */
export function useJudge(): Judge {
  const atlas = useAtlas();
  const filter = useView((view) => view.filter);
  const translation = useTranslation();
  return useMemo(() => createJudge(atlas, filter, translation), [atlas, filter, translation]);
}
