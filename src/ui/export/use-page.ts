import { useMemo, useState } from "react";
import { type OpenCharts, useDashboard, useSession, useView } from "../state/dashboard.ts";
import { EMPTY_DRAFT, keepChoice, type PageChoice, type PageDraft, readChoice } from "./choice.ts";
import { choosePage, type ChosenPage, listUsualCharts } from "./page-wish.ts";

/** What was put on the pages of a session: kept while its data set is shown, and never longer. */
const drafts = new WeakMap<object, PageDraft>();

interface PageState {
  readonly choice: PageChoice;
  readonly setChoice: (choice: PageChoice) => void;
  readonly draft: PageDraft;
  readonly setDraft: (draft: PageDraft) => void;
  readonly hasCharts: boolean;
  /** The same object for as long as nothing of it changes. */
  readonly page: ChosenPage;
}

/** The reader's choice of how pages look, kept for the next time, and the page that it comes to with the view as it is. */
export function usePage(): PageState {
  const { atlas, session } = useDashboard();
  const view = useView((shown) => shown);
  const [choice, setChoice] = useState<PageChoice>(() => {
    const kept = readChoice();
    return { ...kept, parts: { ...kept.parts, charts: kept.parts.charts || view.hasDrawer } };
  });
  const [draft, setDraft] = useState<PageDraft>(() => drafts.get(session) ?? EMPTY_DRAFT);
  const inSight = useSession((state) => state.chartsInSight);
  const axis = useSession((state) => state.axis);
  const charts = useMemo((): OpenCharts => {
    const { keys } = listUsualCharts(atlas);
    return { keys: view.hasDrawer && inSight.length > 0 ? inSight : keys, axis };
  }, [atlas, axis, inSight, view.hasDrawer]);
  const page = useMemo(() => choosePage(view, choice, draft, charts), [view, choice, draft, charts]);
  return {
    choice,
    setChoice(chosen) {
      keepChoice(chosen);
      setChoice(chosen);
    },
    draft,
    setDraft(written) {
      drafts.set(session, written);
      setDraft(written);
    },
    hasCharts: charts.keys.length > 0,
    page,
  };
}
