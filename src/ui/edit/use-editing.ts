import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Edit } from "../../data/edit/edit.ts";
import type { EditFault } from "../../data/edit/judge-edit.ts";
import type { Editing } from "../../open/editing.ts";
import type { EditingState } from "../../open/opening-state.ts";
import { useDashboard } from "../state/dashboard.ts";
import { useFetched } from "../state/fetched.ts";

/** What changes the data on the page; `undefined` until it has come. */
export function useEditing(): Editing | undefined {
  const { opening } = useDashboard();
  return useFetched(opening.load, opening)?.editing;
}

export function useEdits(): EditingState | undefined {
  return useStore(useDashboard().opening.store, (state) => state.editing);
}

/** Nobody types faster, and the rules are asked in a worker. */
const REST_MS = 150;

/**
 * What is wrong with an edit as it is typed; `undefined` while that is being found out. The edit must be the same object until
 * it is another.
 */
export function useFaults(editing: Editing, edit: Edit): readonly EditFault[] | undefined {
  const [judged, setJudged] = useState<{ readonly edit: Edit; readonly faults: readonly EditFault[] }>();
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      editing.judge(edit).then(
        (faults) => isWanted && setJudged({ edit, faults }),
        () => {},
      );
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [editing, edit]);
  return judged?.edit === edit ? judged.faults : undefined;
}
