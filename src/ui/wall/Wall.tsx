import "../../../styles/page/wall.css";
import { type CSSProperties, useEffect, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import { isQuiet, summariseDay } from "../../core/measure/day-summary.ts";
import { pickName } from "../../core/names.ts";
import { describeDay } from "../../words/day-sentence.ts";
import { describeShown } from "../../words/view-sentence.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { LegendList } from "../chrome/Legend.tsx";
import { useAtlas, useDashboard, useSession, useView, useWords } from "../state/dashboard.ts";
import { useWidth } from "../state/size.ts";
import { leaveWall } from "../state/wall.ts";
import { AxisLabels, StripContent } from "../timeline/DayChart.tsx";
import { useTicks } from "../timeline/use-ticks.ts";
import { useFullScreen, useHasCompany, useWakeLock, useWallKeys, useWallPlaying } from "./use-wall.ts";

/** Over the map of a wall: the legend, and the way out while somebody is there. */
export function Frame() {
  const { dataset } = useAtlas();
  const { chrome, language } = useWords();
  const note = pickName(dataset.lineNote, language);
  useWallPlaying();
  useWallKeys();
  return (
    <>
      <section className="legend wall-legend" aria-label={chrome.legend}>
        <LegendList />
        {note !== "" && <p className="quiet legend-note">{note}</p>}
      </section>
      <WallBar />
    </>
  );
}

function WallBar() {
  const dashboard = useDashboard();
  const { wall } = laterWordsOf(useWords());
  const isFull = useFullScreen();
  const isAwake = useWakeLock();
  const notes = [isFull ? "" : wall.notFull, isAwake === false ? wall.notAwake : ""].filter(Boolean);
  return (
    <div className="wall-bar" data-shown={useHasCompany()}>
      {notes.length > 0 && <p className="wall-notes">{notes.join(" ")}</p>}
      <button type="button" className="button" onClick={() => leaveWall(dashboard)}>
        {wall.leave} <kbd aria-hidden="true">Esc</kbd>
      </button>
    </div>
  );
}

/** Below the map of a wall: the date, what happened on it, and the strip. The focus comes here and goes back to the menu. */
export function Dock() {
  const { wall } = laterWordsOf(useWords());
  const dock = useRef<HTMLElement>(null);
  useEffect(() => {
    dock.current?.focus();
    return () => document.querySelector<HTMLElement>(".more-menu > button")?.focus();
  }, []);
  return (
    <section className="dock wall-dock" aria-label={wall.region} ref={dock} tabIndex={-1}>
      <WallHead />
      <WallDate />
      <WallSentence />
      <WallStrip />
    </section>
  );
}

/** What is shown, and whatever of it is out of the ordinary: a filter, a comparison, a map that has lost its picture. */
function WallHead() {
  const { dataset } = useAtlas();
  const words = useWords();
  const shown = useView(useShallow((view) => describeShown(view, dataset, words)));
  const troubles = useSession((state) => state.mapTroubles);
  return (
    <header className="wall-head">
      <h1>{pickName(dataset.title, words.language)}</h1>
      <p className="quiet">
        {[...shown, ...troubles.map((trouble) => words.map.trouble[trouble])].join(" ")}
      </p>
    </header>
  );
}

function WallDate() {
  const { days } = useAtlas();
  const { dates, timeline } = useWords();
  const day = useView((view) => view.day);
  const compared = useView((view) => view.compared);
  const sweep = useSession((state) => state.sweep);
  const [first = day, last = day] = [day, compared ?? day].toSorted();
  return (
    <div className="wall-date">
      <p className="date" data-pair={compared !== undefined}>
        {first === last ? <time dateTime={day}>{dates.long(day)}</time> : dates.pair(first, last)}
      </p>
      <p className="quiet dock-weekday">
        {sweep
          ? timeline.between(dates.window(day, sweep.to))
          : `${dates.weekday(day)} · ${dates.position(days.indexOf(day) + 1, days.length)}`}
      </p>
    </div>
  );
}

function WallSentence() {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const summary = summariseDay(atlas, day);
  const isStill = summary.kind === "missing" || isQuiet(summary);
  return (
    <p className="wall-sentence" data-quiet={isStill}>
      {describeDay(summary, atlas.dataset, words)}
    </p>
  );
}

/** All days of the story, whatever the axis was zoomed to: a picture, as beside the controls it takes the place of. */
function WallStrip() {
  const axis = useAtlas();
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const ticks = useTicks(axis, width, plot);
  const step = `${100 / Math.max(1, axis.days.length - 1)}%`;
  return (
    <div className="chart wall-strip" aria-hidden="true">
      <div className="chart-plot" ref={plot} style={{ "--step": step } as CSSProperties}>
        <StripContent axis={axis} ticks={ticks} width={width} />
      </div>
      <div className="chart-months">
        <AxisLabels axis={axis} ticks={ticks} />
      </div>
    </div>
  );
}
