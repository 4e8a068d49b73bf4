import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { listCharts } from "../../core/measure/charts.ts";
import { Icon } from "../parts/icons.tsx";
import type { Axis } from "../state/axis.ts";
import { useAtlas, useDashboard, useSession, useView, useWords } from "../state/dashboard.ts";
import { useMedia } from "../state/media.ts";
import { ChartRow } from "./ChartRow.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";

interface Props {
  readonly axis: Axis;
  /** Whether the reader has opened it, and not the address. */
  readonly takesFocus: boolean;
}

/** So much of a chart has to be in sight to count as seen. */
const SEEN_SHARE = 0.6;

/** Keeps the session told of the charts that the reader sees: a picture shows these. */
function useChartsInSight(drawer: RefObject<HTMLElement | null>): void {
  const { session } = useDashboard();
  useEffect(() => {
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const key = (target as HTMLElement).dataset["chart"] ?? "";
          if (isIntersecting) seen.add(key);
          else seen.delete(key);
        }
        session.setState({ chartsInSight: [...seen] });
      },
      { threshold: SEEN_SHARE },
    );
    for (const row of drawer.current?.querySelectorAll("[data-chart]") ?? []) observer.observe(row);
    return () => {
      observer.disconnect();
      session.setState({ chartsInSight: [] });
    };
  }, [drawer, session]);
}

/** Where the charts take the whole screen, as the style sheet has it. */
const WHOLE_SCREEN = "(max-width: 899px), (max-height: 519px)";

/**
 * Over the whole screen the charts are a dialog of the browser's: nothing below them can be reached, and when they are closed the focus
 * returns to where it was, or else to what opens them.
 */
function useWholeScreen(drawer: RefObject<HTMLElement | null>, isWhole: boolean): void {
  useLayoutEffect(() => {
    const dialog = drawer.current;
    if (!isWhole || !(dialog instanceof HTMLDialogElement)) return;
    dialog.showModal();
    return () => {
      dialog.close();
      const opener = document.querySelector<HTMLElement>(".chart-head [aria-expanded], .day-slider");
      const { activeElement } = document;
      if (activeElement === document.body || dialog.contains(activeElement))
        opener?.focus({ preventScroll: true });
    };
  }, [drawer, isWhole]);
}

/** All charts of the data set, one below the other on the axis of the strip, with one cursor through all. */
export function ChartDrawer(props: Props) {
  const isWhole = useMedia(WHOLE_SCREEN);
  return <Drawer key={String(isWhole)} isWhole={isWhole} {...props} />;
}

function Drawer({ axis, takesFocus, isWhole }: Props & { readonly isWhole: boolean }) {
  const atlas = useAtlas();
  const { store } = useDashboard();
  const words = useWords();
  const { charts, dates } = words;
  const shown = useView((view) => view.day);
  const pointed = useSession((state) => state.cursor) ?? shown;
  // What the charts say of a day follows the cursor when the browser has time for it, chart by chart.
  const day = useDeferredValue(pointed);
  const all = useMemo(() => listCharts(atlas), [atlas]);
  const section = useRef<HTMLDialogElement>(null);
  useWholeScreen(section, isWhole);
  useEffect(() => {
    if (takesFocus) section.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useChartsInSight(section);
  const close = () => store.setState({ hasDrawer: false });
  const Frame = isWhole ? "dialog" : "section";
  return (
    <Frame
      className="drawer"
      aria-label={charts.title}
      tabIndex={-1}
      ref={section}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header className="drawer-head">
        <h2>{charts.title}</h2>
        <p className="drawer-day figures">{dates.long(pointed)}</p>
        <button
          type="button"
          className="button icon-button bare"
          aria-label={charts.close}
          title={charts.close}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      <p className="visually-hidden" id="charts-how">
        {laterWordsOf(words).chartTable.howToRead}
      </p>
      <div className="drawer-rows">
        {all.map((chart) => (
          <ChartRow key={chart.key} axis={axis} chart={chart} day={day} />
        ))}
      </div>
    </Frame>
  );
}
