import "../../../styles/page/embed.css";
import { pickName } from "../../core/names.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { LegendList } from "../chrome/Legend.tsx";
import { Icon } from "../parts/icons.tsx";
import { useAxis } from "../state/axis.ts";
import { useAtlas, useDashboard, useSession, useView, useWords } from "../state/dashboard.ts";
import { useTogglePlay } from "../state/playback.ts";
import { DaySliders } from "../timeline/DaySlider.tsx";

/** Over the map of a page within another: the title, the way to the whole page, the legend, folded. */
export function Frame() {
  const { dataset } = useAtlas();
  const words = useWords();
  const { chrome, language } = words;
  return (
    <>
      <header className="embed-head">
        <h1>{pickName(dataset.title, language)}</h1>
        <WholePage />
      </header>
      <details className="legend">
        <summary>{chrome.legend}</summary>
        <LegendList />
        <p className="quiet legend-note">{pickName(dataset.lineNote, language)}</p>
      </details>
    </>
  );
}

/** Its address is that of the view as it is when it is followed: day, place and where the map looks. */
function WholePage() {
  const { linkToWhole } = useDashboard();
  const { embed } = laterWordsOf(useWords());
  const view = useView((shown) => shown);
  return (
    <a className="embed-whole" href={linkToWhole(view)} target="_blank" rel="noopener">
      {embed.whole} <Icon name="arrow" />
    </a>
  );
}

/** Below it: the date, play, and the days as a slider. */
export function Dock() {
  const { timeline, dates } = useWords();
  const day = useView((view) => view.day);
  const sweep = useSession((state) => state.sweep);
  const isPlaying = useSession((state) => state.isPlaying);
  const togglePlay = useTogglePlay();
  const axis = useAxis();
  const name = isPlaying ? timeline.pause : timeline.play;
  return (
    <section className="dock embed-dock" aria-label={timeline.region}>
      <p className="date">
        {sweep ? (
          timeline.between(dates.window(day, sweep.to))
        ) : (
          <time dateTime={day}>{dates.long(day)}</time>
        )}
      </p>
      <button
        type="button"
        className="button icon-button play-button"
        aria-label={name}
        title={name}
        onClick={togglePlay}
      >
        <Icon name={isPlaying ? "pause" : "play"} />
      </button>
      <DaySliders axis={axis} />
    </section>
  );
}
