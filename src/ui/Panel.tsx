import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { StoryButton } from "./parts/StoryButton.tsx";
import { useDashboard, useSession, useView, useWords } from "./state/dashboard.ts";
import { LaterNarrativePanel } from "./LaterNarrative.tsx";
import { DayPanel } from "./day/DayPanel.tsx";
import { PHONE, useMedia, WALL } from "./state/media.ts";
import { FilterPopover } from "./parts/FilterPopover.tsx";
import { FILTER_BUTTON_ID } from "./state/keyboard.ts";
import { Icon } from "./parts/icons.tsx";
import { moveSheet, type PanelTab, readSwipe } from "./state/session.ts";
import { SelectedPanel } from "./selected/SelectedPanel.tsx";

const TABS: readonly PanelTab[] = ["day", "selected"];
const STORY_TABS: readonly PanelTab[] = ["story", ...TABS];

/** The day and what is selected: tabs at the side of a laptop, a sheet at the bottom of a phone, both at once on a wall. */
export function Panel() {
  const tab = useSession((state) => state.tab);
  const sheet = useSession((state) => state.sheet);
  const isPhone = useMedia(PHONE);
  const isInStory = useView(({ step }) => step !== undefined);
  // The column of text needs all of a wall's panel, and tabs beside it.
  const isWall = useMedia(WALL) && !isInStory;
  const tabs = isInStory ? STORY_TABS : TABS;
  const isBrief = isPhone && sheet === "closed";
  return (
    <aside className="panel" data-sheet={sheet} data-brief={isBrief}>
      <PanelBar isPhone={isPhone} tabs={isWall ? [] : tabs} />
      {tabs.map((name) => (
        <div
          key={name}
          id={`panel-${name}`}
          className="panel-page"
          role={isWall ? undefined : "tabpanel"}
          aria-labelledby={isWall ? undefined : `tab-${name}`}
          hidden={!isWall && name !== tab}
        >
          {name === "story" && <LaterNarrativePanel />}
          {name === "day" && <DayPanel isBrief={isBrief} />}
          {name === "selected" && <SelectedPanel isBrief={isBrief} />}
        </div>
      ))}
    </aside>
  );
}

interface BarProps {
  readonly isPhone: boolean;
  /** None where all pages are in sight. */
  readonly tabs: readonly PanelTab[];
}

function PanelBar({ isPhone, tabs }: BarProps) {
  const { session } = useDashboard();
  const { chrome } = useWords();
  const sheet = useSession((state) => state.sheet);
  /** The finger that drags the sheet, and where it began; a second one, on the map or here, drags nothing. */
  const start = useRef<{ readonly id: number; readonly y: number }>(undefined);

  function handleRelease({ pointerId, clientY }: PointerEvent) {
    if (start.current?.id !== pointerId) return;
    const step = readSwipe(clientY - start.current.y);
    start.current = undefined;
    if (step !== 0) session.setState(({ sheet }) => ({ sheet: moveSheet(sheet, step) }));
  }

  return (
    <div
      className="panel-bar"
      onPointerDown={({ isPrimary, pointerId, clientY }) => {
        start.current = isPhone && isPrimary ? { id: pointerId, y: clientY } : undefined;
      }}
      onPointerUp={handleRelease}
      onPointerCancel={() => {
        start.current = undefined;
      }}
    >
      {tabs.length > 0 && <Tabs tabs={tabs} />}
      {isPhone && !tabs.includes("story") && <StoryButton className="button icon-button bare" />}
      <FilterPopover buttonId={FILTER_BUTTON_ID} />
      {isPhone ? (
        <div className="sheet-buttons">
          <SheetButton name={chrome.shrink} icon="down" step={-1} isOff={sheet === "closed"} />
          <SheetButton name={chrome.enlarge} icon="up" step={1} isOff={sheet === "full"} />
        </div>
      ) : (
        <button
          type="button"
          className="button icon-button bare"
          aria-label={chrome.hidePanel}
          title={chrome.hidePanel}
          onClick={() => session.setState({ isPanelOpen: false })}
        >
          <Icon name="panel" />
        </button>
      )}
    </div>
  );
}

function Tabs({ tabs }: Pick<BarProps, "tabs">) {
  const { session } = useDashboard();
  const words = useWords();
  const tab = useSession((state) => state.tab);
  const names: Record<PanelTab, string> = {
    story: words.narrative.region,
    day: words.day.region,
    selected: words.selection.region,
  };

  function show(name: PanelTab) {
    session.setState(({ sheet }) => ({ tab: name, sheet: sheet === "closed" ? "half" : sheet }));
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const isForward = (event.key === "ArrowRight") === (words.direction === "ltr");
    const other = tabs.at((tabs.indexOf(tab) + (isForward ? 1 : -1)) % tabs.length) ?? tab;
    show(other);
    document.getElementById(`tab-${other}`)?.focus();
  }

  return (
    <div className="tabs" role="tablist">
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === tab}
          aria-controls={`panel-${name}`}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => show(name)}
          onKeyDown={handleKeyDown}
        >
          {names[name]}
        </button>
      ))}
    </div>
  );
}

interface SheetButtonProps {
  readonly name: string;
  readonly icon: "up" | "down";
  readonly step: 1 | -1;
  readonly isOff: boolean;
}

function SheetButton({ name, icon, step, isOff }: SheetButtonProps) {
  const { session } = useDashboard();
  return (
    <button
      type="button"
      className="button icon-button bare"
      aria-label={name}
      aria-disabled={isOff}
      onClick={() => session.setState(({ sheet }) => ({ sheet: moveSheet(sheet, step) }))}
    >
      <Icon name={icon} />
    </button>
  );
}
