import { pickName } from "../core/names.ts";
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { Atlas } from "../core/atlas.ts";
import { isSameSelection, selectionOf } from "../core/selection.ts";
import type { AddressProblem } from "../core/data-mark.ts";
import type { View } from "../core/view.ts";
import type { LaterParts } from "../data/later-parts.ts";
import type { Problem } from "../data/problem.ts";
import type { Opening } from "../open/opening.ts";
import "../../styles/app.css";
import { Announcer } from "./chrome/Announcer.tsx";
import { Legend } from "./chrome/Legend.tsx";
import { Notices } from "./chrome/Notices.tsx";
import { TopBar } from "./chrome/TopBar.tsx";
import {
  type Dashboard,
  DashboardContext,
  useActions,
  useAtlas,
  useDashboard,
  useSession,
  useTellOfMissingPart,
  useView,
  useWords,
} from "./state/dashboard.ts";
import { LANGUAGES } from "../words/index.ts";
import { useKeyboard } from "./state/keyboard.ts";
import { LaterDialogs } from "./LaterDialogs.tsx";
import { useCompareMode } from "./state/comparison.ts";
import { MapSlot } from "./MapSlot.tsx";
import type { MountMap } from "./state/mount-map.ts";
import { DropTarget } from "./open/DropTarget.tsx";
import { useOpeningMessages } from "./open/messages.ts";
import { LaterStepLine } from "./LaterNarrative.tsx";
import { Panel } from "./Panel.tsx";
import { ErrorBoundary } from "./parts/ErrorBoundary.tsx";
import { Icon } from "./parts/icons.tsx";
import { createLater, useLater } from "./state/later.ts";
import { isTold } from "./state/narrative.ts";
import { usePlayback } from "./state/playback.ts";
import type { ReaderBaseChoice } from "./state/reader-base.ts";
import { createSession, type Session } from "./state/session.ts";
import { useTheme } from "./state/theme.ts";
import { useTranslationLoading } from "./state/translation.ts";
import { TimelineDock } from "./timeline/TimelineDock.tsx";

export interface AppProps {
  readonly atlas: Atlas;
  readonly store: StoreApi<View>;
  /** What of the data set comes only when it is asked for. */
  readonly later: LaterParts;
  readonly problems: readonly Problem[];
  readonly viewProblems: readonly AddressProblem[];
  /** Called once, and anew where another is given: another data set is shown. */
  readonly mountMap: MountMap;
  /** Called while two days have a map each, for the second. */
  readonly mountOther: MountMap;
  readonly openPages: Dashboard["openPages"];
  readonly linkToWhole: Dashboard["linkToWhole"];
  readonly share: Dashboard["share"];
  readonly opening: Opening;
  readonly readerBase: ReaderBaseChoice;
  /** Name of the reader's own data set that is shown; `undefined`: the bundled story. */
  readonly localId: string | undefined;
  /** Whether it stands in another page, with few controls. */
  readonly isEmbedded: boolean;
}

/** The dashboard: everything on the screen but the map's own drawing. */
export function App({ viewProblems, mountMap, mountOther, isEmbedded, ...data }: AppProps) {
  const { atlas, store, later, problems, openPages, linkToWhole, share, opening, readerBase, localId } = data;
  const session = useMemo(() => beginSession(store.getState()), [store]);
  const dashboard = useMemo(
    () => ({
      atlas,
      store,
      later,
      problems,
      session,
      openPages,
      linkToWhole,
      share,
      opening,
      readerBase,
      localId,
    }),
    [atlas, store, later, problems, session, openPages, linkToWhole, share, opening, readerBase, localId],
  );
  return (
    <DashboardContext value={dashboard}>
      <Shell {...{ viewProblems, mountMap, mountOther, isEmbedded }} />
    </DashboardContext>
  );
}

function beginSession(view: View) {
  return createSession(selectionOf(view) !== undefined, view.step !== undefined);
}

export const laterCompare = createLater(async () => ({
  ...(await import("./compare/CompareBar.tsx")),
  ...(await import("./compare/OtherMap.tsx")),
}));

/** What stands in the place of everything around the map. */
interface Frame {
  readonly Frame: () => ReactNode;
  readonly Dock: () => ReactNode;
}
const laterWall = createLater(() => import("./wall/Wall.tsx"));
const laterEmbed = createLater(() => import("./embed/Embed.tsx"));

function useFrame(isEmbedded: boolean): Frame | "coming" | undefined {
  const { store } = useDashboard();
  const isWall = useView((view) => view.wall);
  const wall = useLater<Frame>(laterWall, isWall, () => store.setState({ wall: false }));
  const embed = useLater<Frame>(laterEmbed, isEmbedded);
  if (isEmbedded) return embed ?? "coming";
  return isWall ? wall : undefined;
}

function Shell({
  viewProblems,
  mountMap,
  mountOther,
  isEmbedded,
}: Pick<AppProps, "viewProblems" | "mountMap" | "mountOther" | "isEmbedded">) {
  const words = useWords();
  const isPanelOpen = useSession((state) => state.isPanelOpen);
  const sheet = useSession((state) => state.sheet);
  useTheme(
    useView((view) => view.theme),
    useAtlas().dataset.sides,
  );
  useDocumentLanguage();
  useTranslationLoading();
  useTabOfSelection();
  useKeyboard();
  usePlayback();
  useOpeningMessages();
  useTellOfLacking();
  const { notices } = words;
  const mode = useCompareMode();
  const compare = useLater(laterCompare, mode !== undefined);
  const isInStory = useView(({ step }) => step !== undefined);
  const isWall = useView((view) => view.wall);
  const frame = useFrame(isEmbedded);
  const isMainEarlier = useView(({ day, compared = day }) => day <= compared);
  return (
    <div
      className="app"
      data-panel={isPanelOpen}
      data-sheet={sheet}
      data-story={isInStory}
      data-embed={isEmbedded}
    >
      <main className="map-area" data-compare={mode} data-main={isMainEarlier ? "start" : "end"}>
        <ErrorBoundary part={notices.mapPart} words={notices}>
          <MapSlot mountMap={mountMap} isStill={isWall && frame !== undefined} />
          {compare && (mode === "swipe" || mode === "beside") && (
            <compare.OtherMap mode={mode} mountOther={mountOther} />
          )}
        </ErrorBoundary>
        <Notices viewProblems={viewProblems} />
        {frame ? (
          frame !== "coming" && <frame.Frame />
        ) : (
          <>
            {compare && mode && <compare.CompareBar mode={mode} />}
            <TopBar />
            <Legend />
            {!isPanelOpen && <PanelOpener />}
          </>
        )}
      </main>
      {!frame && (
        <div className="panel-slot">
          <ErrorBoundary part={notices.panelPart} words={notices}>
            <Panel />
          </ErrorBoundary>
        </div>
      )}
      <ErrorBoundary part={words.timeline.region} words={notices}>
        {frame ? (
          frame !== "coming" && <frame.Dock />
        ) : isInStory ? (
          <LaterStepLine instead={<TimelineDock />} />
        ) : (
          <TimelineDock />
        )}
      </ErrorBoundary>
      <Announcer />
      <LaterDialogs />
      {!frame && <LaterTour />}
      <DropTarget />
    </div>
  );
}

const laterTour = createLater(() => import("./tour/Tour.tsx"));

function LaterTour() {
  const { session } = useDashboard();
  const isTouring = useSession((state) => state.isTouring);
  const part = useLater(laterTour, isTouring, () => session.setState({ isTouring: false }));
  return isTouring && part && <part.Tour />;
}

function PanelOpener() {
  const { session } = useDashboard();
  const { chrome } = useWords();
  return (
    <button
      type="button"
      className="button icon-button panel-opener"
      aria-label={chrome.showPanel}
      title={chrome.showPanel}
      onClick={() => session.setState({ isPanelOpen: true })}
    >
      <Icon name="panel" />
    </button>
  );
}

/** Tells of words and style sheets that did not come: without them the page looks otherwise, and nothing says why. */
function useTellOfLacking(): void {
  const { speak } = useActions();
  const tell = useTellOfMissingPart();
  const language = useView((view) => view.language);
  const { language: spoken } = useWords();
  useEffect(() => {
    // Asked for once more, which tells if they do not come. Of a language that there is not, the words are English.
    if (language !== spoken && language in LANGUAGES) void speak(language);
    if (document.querySelector("html.first-bare")) tell();
    const listen = ({ target }: Event) => (target as HTMLLinkElement).rel === "stylesheet" && tell();
    addEventListener("error", listen, true);
    return () => removeEventListener("error", listen, true);
    // Once, when the page stands.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}

function useDocumentLanguage(): void {
  const { dataset } = useDashboard().atlas;
  const { language, direction, chrome } = useWords();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    document.title = `${pickName(dataset.title, language)} · ${chrome.title}`;
  }, [dataset, language, direction, chrome]);
}

/** What is selected anywhere, the map included, is shown; when it is deselected it gives way to the day. */
function useTabOfSelection(): void {
  const { store, session } = useDashboard();
  useEffect(
    () =>
      store.subscribe((view, previous) => {
        if (view.step !== previous.step) return showTabOfStory(session, view, previous);
        // What a step selects is read beside its text.
        if (isTold(store)) return;
        const selection = selectionOf(view);
        if (isSameSelection(selection, selectionOf(previous))) return;
        if (selection === undefined) session.setState({ tab: view.step === undefined ? "day" : "story" });
        else {
          session.setState(({ sheet }) => ({
            tab: "selected",
            isPanelOpen: true,
            sheet: sheet === "closed" ? "half" : sheet,
          }));
        }
      }),
    [store, session],
  );
}

/** Story mode begins and ends with its tab; a step that is asked for is shown, whatever was read meanwhile. */
function showTabOfStory({ setState }: StoreApi<Session>, view: View, previous: View): void {
  if (view.step === undefined) {
    setState({ tab: selectionOf(view) === undefined ? "day" : "selected" });
    return;
  }
  setState(({ sheet }) => ({
    tab: "story",
    sheet: sheet === "closed" ? "half" : sheet,
    ...(previous.step === undefined && { isPanelOpen: true, isPlaying: false }),
  }));
}
