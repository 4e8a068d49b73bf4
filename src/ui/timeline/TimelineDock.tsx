import { useAtlas, useDashboard, useSession, useView, useWords } from "../state/dashboard.ts";
import type { Day } from "../../core/day.ts";
import { Icon } from "../parts/icons.tsx";
import { useState } from "react";
import { ErrorBoundary } from "../parts/ErrorBoundary.tsx";
import { type Axis, useAxis } from "../state/axis.ts";
import { CompareField } from "./CompareField.tsx";
import { DayChart } from "./DayChart.tsx";
import { DaySliders } from "./DaySlider.tsx";
import { useLater } from "../state/later.ts";
import { laterCharts } from "./later-charts.ts";
import { Transport } from "./Transport.tsx";

/** The bottom of the window: the date, largest of all texts, the controls, the chart and the slider. */
export function TimelineDock() {
  const { days } = useAtlas();
  const { session } = useDashboard();
  const { timeline, dates, charts, notices } = useWords();
  const hasDrawer = useView((view) => view.hasDrawer);
  const day = useView((view) => view.day);
  const compared = useView((view) => view.compared);
  const sweep = useSession((state) => state.sweep);
  const isChartOpen = useSession((state) => state.isChartOpen);
  const [isOpenFromStart] = useState(hasDrawer);
  const axis = useAxis();
  const toggleName = isChartOpen ? timeline.hideChart : timeline.showChart;
  return (
    <section className="dock" aria-label={timeline.region} data-chart={isChartOpen} data-drawer={hasDrawer}>
      {hasDrawer && (
        <ErrorBoundary part={charts.title} words={notices}>
          <LaterDrawer axis={axis} takesFocus={!isOpenFromStart} />
        </ErrorBoundary>
      )}
      <div className="dock-date">
        {sweep ? (
          <p className="dock-weekday dock-between">{timeline.between(dates.window(day, sweep.to))}</p>
        ) : (
          <p className="quiet dock-weekday">
            {dates.weekday(day)}
            <span className="dock-position"> · {dates.position(days.indexOf(day) + 1, days.length)}</span>
          </p>
        )}
        <div className="date-row">
          <p className="date" data-pair={compared !== undefined}>
            {compared ? (
              dates.pair(...sortDays(day, compared))
            ) : (
              <time dateTime={day}>{dates.long(day)}</time>
            )}
          </p>
          <CompareField />
        </div>
      </div>
      <Transport />
      <div className="dock-time">
        {isChartOpen && <DayChart axis={axis} />}
        <DaySliders axis={axis} />
      </div>
      <button
        type="button"
        className="button icon-button bare chart-toggle"
        aria-label={toggleName}
        title={toggleName}
        aria-expanded={isChartOpen}
        onClick={() => session.setState({ isChartOpen: !isChartOpen })}
      >
        <Icon name={isChartOpen ? "down" : "up"} />
      </button>
    </section>
  );
}

function sortDays(one: Day, other: Day): readonly [earlier: Day, later: Day] {
  return one < other ? [one, other] : [other, one];
}

function LaterDrawer({ axis, takesFocus }: { readonly axis: Axis; readonly takesFocus: boolean }) {
  const { store } = useDashboard();
  const part = useLater(laterCharts, true, () => store.setState({ hasDrawer: false }));
  return part && <part.ChartDrawer axis={axis} takesFocus={takesFocus} />;
}
