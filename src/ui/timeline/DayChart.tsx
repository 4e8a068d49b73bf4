import { type CSSProperties, type RefObject, useMemo, useRef } from "react";
import { listContents } from "../../core/contents.ts";
import type { Day } from "../../core/day.ts";
import { FIRST_CHART } from "../../core/view.ts";
import { ErrorBoundary } from "../parts/ErrorBoundary.tsx";
import { type Axis, percentOf, placeAt } from "../state/axis.ts";
import { useAtlas, useDashboard, useSession, useView, useWords } from "../state/dashboard.ts";
import { PHONE, useMedia } from "../state/media.ts";
import { useLater } from "../state/later.ts";
import { useWidth } from "../state/size.ts";
import { layOutSpan } from "./bars.ts";
import { ChartBackground } from "./ChartBackground.tsx";
import { ChartHead } from "./ChartHead.tsx";
import { DayReadout } from "./DayReadout.tsx";
import { EventFlags } from "./EventFlags.tsx";
import { useRangeGestures, useStripGestures } from "../state/gestures.ts";
import { laterCharts } from "./later-charts.ts";
import { useTicks } from "./use-ticks.ts";

/**
 * The strip: what was gained per day, or another chart, at the very positions of the slider's thumb. A picture of what the
 * day panel says in words, so all but its head is hidden from screen readers; pressing or dragging on it moves the day like
 * the slider below. On a phone a tap opens the charts.
 */
export function DayChart({ axis }: { readonly axis: Axis }) {
  const day = useView((view) => view.day);
  const pointed = useSession((state) => state.cursor);
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const ticks = useTicks(axis, width, plot);
  const { store } = useDashboard();
  const isPhone = useMedia(PHONE);
  const openCharts = () => store.setState({ hasDrawer: true });
  const gestures = useStripGestures(plot, axis, { onTap: isPhone ? openCharts : undefined });
  return (
    <div className="chart">
      <ChartHead axis={axis} />
      <div
        className="chart-plot"
        ref={plot}
        aria-hidden="true"
        style={{ "--step": `${100 / Math.max(1, axis.days.length - 1)}%` } as CSSProperties}
        {...gestures}
      >
        <StripContent axis={axis} ticks={ticks} width={width} />
        {pointed && pointed !== day && <DayReadout axis={axis} day={pointed} />}
      </div>
      <AxisLine axis={axis} plot={plot} ticks={ticks} />
    </div>
  );
}

interface StripProps {
  readonly axis: Axis;
  readonly ticks: ReturnType<typeof useTicks>;
  /** Of the strip, in CSS pixels. */
  readonly width: number;
}

/** All that is drawn in the strip but for what is pointed at. */
export function StripContent({ axis, ticks, width }: StripProps) {
  const words = useWords();
  const day = useView((view) => view.day);
  const compared = useView((view) => view.compared);
  const isFirst = useView((view) => view.chart === FIRST_CHART);
  const { isOfGround } = listContents(useAtlas().dataset);
  const isLater = !isFirst || isOfGround;
  return (
    <>
      <ChartBackground axis={axis} ticks={ticks} hasBars={!isLater} />
      {isLater && (
        <ErrorBoundary part={words.charts.title} words={words.notices}>
          <LaterChart axis={axis} />
        </ErrorBoundary>
      )}
      <EventFlags axis={axis} width={width} />
      <Pale axis={axis} />
      {compared && <ComparedSpan axis={axis} day={day} compared={compared} />}
      <span className="chart-playhead" style={placeAt(percentOf(axis, day))} />
    </>
  );
}

function LaterChart({ axis }: { readonly axis: Axis }) {
  const { store } = useDashboard();
  const part = useLater(laterCharts, true, () => store.setState({ chart: FIRST_CHART }));
  const isFirst = useView((view) => view.chart === FIRST_CHART);
  return part && (isFirst ? <part.GroundBars axis={axis} /> : <part.StripChart axis={axis} />);
}

interface AxisLineProps {
  readonly axis: Axis;
  readonly plot: RefObject<HTMLDivElement | null>;
  readonly ticks: ReturnType<typeof useTicks>;
}

/** The dates below the strip; dragged, the line chooses the days to play. Keyboards have fields for it beside the speed. */
function AxisLine({ axis, plot, ticks }: AxisLineProps) {
  const { charts } = useWords();
  return (
    <div
      className="chart-months"
      aria-hidden="true"
      title={charts.axis.hint}
      {...useRangeGestures(plot, axis)}
    >
      <AxisLabels axis={axis} ticks={ticks} />
    </div>
  );
}

/** The dates, and the days that are played. */
export function AxisLabels({ axis, ticks }: Omit<AxisLineProps, "plot">) {
  return (
    <>
      {ticks.map(({ day, text }) => (
        <span key={day} className="chart-label" style={placeAt(percentOf(axis, day))}>
          {text}
        </span>
      ))}
      <RangeMark axis={axis} />
    </>
  );
}

/** The days that are not played, under a veil. */
function Pale({ axis }: { readonly axis: Axis }) {
  const { firstDay, lastDay } = useAtlas().dataset;
  const range = useView((view) => view.range);
  if (!range) return null;
  const before = Math.min(100, Math.max(0, percentOf(axis, range.first)));
  const after = Math.min(100, Math.max(0, percentOf(axis, range.last)));
  return (
    <>
      {range.first > firstDay && <span className="chart-pale" style={placeAt(0, { width: `${before}%` })} />}
      {range.last < lastDay && (
        <span className="chart-pale" style={placeAt(after, { width: `${100 - after}%` })} />
      )}
    </>
  );
}

function RangeMark({ axis }: { readonly axis: Axis }) {
  const range = useView((view) => view.range);
  const [span] = useMemo(() => (range ? layOutSpan(axis, range.first, range.last) : []), [axis, range]);
  return span && <span className="chart-range" style={placeAt(span.x, { width: `${span.width}%` })} />;
}

interface ComparedProps {
  readonly axis: Axis;
  readonly day: Day;
  readonly compared: Day;
}

/** The days between the two that are compared, with a handle's mark at the other one. */
function ComparedSpan({ axis, day, compared }: ComparedProps) {
  const [start = day, end = day] = [day, compared].toSorted();
  const [from, to] = [percentOf(axis, start), percentOf(axis, end)].map((at) =>
    Math.min(100, Math.max(0, at)),
  );
  const other = percentOf(axis, compared);
  return (
    <>
      <span className="chart-compared" style={placeAt(from ?? 0, { width: `${(to ?? 0) - (from ?? 0)}%` })} />
      {other >= 0 && other <= 100 && <span className="chart-other-day" style={placeAt(other)} />}
    </>
  );
}
