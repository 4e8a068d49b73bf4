import { type RefObject, useEffect, useMemo, useRef } from "react";
import { listCharts } from "../../core/measure/charts.ts";
import { Icon } from "../parts/icons.tsx";
import type { Axis } from "../state/axis.ts";
import { useAtlas, useDashboard, useSession, useView, useWords } from "../state/dashboard.ts";
import { ChartRow } from "./ChartRow.tsx";

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

/** All charts of the data set, one below the other on the axis of the strip, with one cursor through all. */
export function ChartDrawer({ axis, takesFocus }: Props) {
  const atlas = useAtlas();
  const { store } = useDashboard();
  const { charts, dates } = useWords();
  const shown = useView((view) => view.day);
  const day = useSession((state) => state.cursor) ?? shown;
  const all = useMemo(() => listCharts(atlas), [atlas]);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) section.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useChartsInSight(section);
  return (
    <section className="drawer" aria-label={charts.title} tabIndex={-1} ref={section}>
      <header className="drawer-head">
        <h2>{charts.title}</h2>
        <p className="drawer-day figures">{dates.long(day)}</p>
        <button
          type="button"
          className="button icon-button bare"
          aria-label={charts.close}
          title={charts.close}
          onClick={() => store.setState({ hasDrawer: false })}
        >
          <Icon name="close" />
        </button>
      </header>
      <p className="visually-hidden" id="charts-how">
        {charts.howToRead}
      </p>
      <div className="drawer-rows">
        {all.map((chart) => (
          <ChartRow key={chart.key} axis={axis} chart={chart} day={day} />
        ))}
      </div>
    </section>
  );
}
