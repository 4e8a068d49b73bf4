import { createContext, useContext, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { Atlas } from "../../core/atlas.ts";
import type { Language } from "../../core/names.ts";
import type { Day } from "../../core/day.ts";
import { select, type Selection } from "../../core/selection.ts";
import { type Translation, translationsOf } from "../../core/translations.ts";
import type { View } from "../../core/view.ts";
import type { LaterParts } from "../../data/later-parts.ts";
import type { Problem } from "../../data/problem.ts";
import type { Opening } from "../../open/opening.ts";
import type { Words } from "../../words/types.ts";
import { LANGUAGES, loadWords, wordsOf } from "../../words/index.ts";
import type { ExportPages } from "./export-pages.ts";
import type { ReaderBaseChoice } from "./reader-base.ts";
import type { Session } from "./session.ts";
import type { Sharing } from "./sharing.ts";

/** What every part of the dashboard may ask for. The stores never change, so reading the context never re-renders. */
export interface Dashboard {
  readonly atlas: Atlas;
  /** What of the data set comes only when it is asked for. */
  readonly later: LaterParts;
  readonly problems: readonly Problem[];
  readonly store: StoreApi<View>;
  readonly session: StoreApi<Session>;
  /** What draws pages to take away, with a map of its own. Rejects with a sentence for the reader. */
  readonly openPages: () => Promise<ExportPages>;
  /** The address of the whole page with a view, for a page that stands in another. */
  readonly linkToWhole: (view: View) => string;
  /** Addresses to give to others. Rejects if what knows them cannot be fetched. */
  readonly share: () => Promise<Sharing>;
  readonly opening: Opening;
  readonly readerBase: ReaderBaseChoice;
  /** Name of the reader's own data set that is shown; `undefined`: the bundled story. */
  readonly localId: string | undefined;
}

/** The charts that the reader sees in the drawer, and the days of their axis; `undefined`: all of the story. */
export interface OpenCharts {
  readonly keys: readonly string[];
  readonly axis: Session["axis"];
}

export const DashboardContext = createContext<Dashboard | undefined>(undefined);

/** @throws Error outside of the App. */
export function useDashboard(): Dashboard {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error("A part of the dashboard was mounted outside of App.");
  return dashboard;
}

export function useAtlas(): Atlas {
  return useDashboard().atlas;
}

export function useView<Value>(select: (view: View) => Value): Value {
  return useStore(useDashboard().store, select);
}

export function useSession<Value>(select: (session: Session) => Value): Value {
  return useStore(useDashboard().session, select);
}

/** The words of the reader's language. Who says so is among them: they are drawn anew when a translation comes. */
export function useWords(): Words {
  useTranslation();
  return wordsOf(useView((view) => view.language));
}

/** What the records say in the reader's language; `undefined` where the originals are shown, and until it has come. */
export function useTranslation(): Translation | undefined {
  const { find, watch } = translationsOf(useAtlas().dataset);
  const language = useView((view) => view.language);
  return useSyncExternalStore(watch, () => find(language));
}

/** Says that a part of the program could not be fetched. */
export function useTellOfMissingPart(): () => void {
  const { session } = useDashboard();
  const { notices } = useWords();
  return () => session.setState({ message: { tone: "failed", text: notices.partMissing } });
}

/** What a click can do to the view. A day outside the story is never set: callers clamp first. */
export function useActions() {
  const { store, session } = useDashboard();
  return {
    /** Changes the language once its words are here; says so where they do not come. */
    speak: async (language: Language) => {
      try {
        await loadWords(language);
        store.setState({ language });
      } catch {
        const { chrome } = wordsOf(store.getState().language);
        const text = chrome.languageMissing(LANGUAGES[language]?.label ?? language);
        session.setState({ message: { tone: "failed", text } });
      }
    },
    goTo: (day: Day) => store.setState({ day }),
    select: (selection: Selection | undefined) => {
      store.setState(select(selection));
      // Selecting the same again changes no view, yet the reader asked to see it.
      if (selection) session.setState({ tab: "selected", isPanelOpen: true });
    },
  };
}
