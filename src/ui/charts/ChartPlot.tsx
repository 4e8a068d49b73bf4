import { type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef } from "react";
import type { Day } from "../../core/day.ts";
import type { ChartLine } from "../../core/measure/chart-series.ts";
import type { Chart } from "../../core/measure/charts.ts";
import type { Figure } from "../../core/records.ts";
import { nameAttribution } from "../parts/facts.ts";
import { type Axis, percentOf, placeAt } from "../state/axis.ts";
import { nameChart } from "../parts/chart-name.ts";
import { useActions, useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { useStripGestures } from "../state/gestures.ts";
import { lookOf, nameSideShortly } from "../state/sides.ts";
import { useWidth } from "../state/size.ts";
import { type ChartShapes, type DotShape, labelDots, layOutChart, spreadLabels } from "./layout.ts";
import { describeReading, findReportedDay, writeValue } from "./readings.ts";
import { Shapes } from "./Shapes.tsx";

interface Props {
  readonly axis: Axis;
  readonly chart: Chart;
  readonly lines: readonly ChartLine[];
  readonly figures: readonly Figure[];
  /** The day that is read. */
  readonly day: Day;
}

/** Of the plot and of a line of its labels, in rem, as the style sheet has them; a rem of 16 pixels for dots' labels. */
const [PLOT_REM, LABEL_REM, REM_PX] = [5.5, 0.9375, 16];
const WEEK = 7;

/**
 * The drawing. To a keyboard and a screen reader it is the browser's own slider over the days, which reads values and moves the cursor in all
 * charts; Enter moves the day.
 */
export function ChartPlot({ axis, chart, lines, figures, day }: Props) {
  const atlas = useAtlas();
  const { store, session } = useDashboard();
  const words = useWords();
  const { goTo } = useActions();
  const shown = useView((view) => view.day);
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const gestures = useStripGestures(plot, axis, { isInScroll: true });
  const { firstDay } = atlas.dataset;
  const columns = countColumns(width);
  const shapes = useMemo(
    () => layOutChart(axis, firstDay, lines, figures, columns),
    [axis, firstDay, lines, figures, columns],
  );

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // The day that is read may still be the one before.
    const current = session.getState().cursor ?? store.getState().day;
    const here = atlas.days.indexOf(current);
    const last = atlas.days.length - 1;
    const move = (target: Day | undefined) => target && session.setState({ cursor: target });
    const moveTo = (index: number) => move(atlas.days[Math.min(last, Math.max(0, index))]);
    const turn = (step: 1 | -1) =>
      figures.length > 0 ? move(findReportedDay(figures, current, step)) : moveTo(here + step * WEEK);
    const onwards = words.direction === "rtl" ? -1 : 1;
    const perform: Readonly<Record<string, () => void>> = {
      ArrowRight: () => moveTo(here + onwards),
      ArrowLeft: () => moveTo(here - onwards),
      ArrowUp: () => moveTo(here + 1),
      ArrowDown: () => moveTo(here - 1),
      PageUp: () => turn(1),
      PageDown: () => turn(-1),
      Home: () => moveTo(0),
      End: () => moveTo(last),
      Enter: () => goTo(current),
    };
    const act = perform[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <div className="chart-row-plot">
      <div className="plot" ref={plot} {...gestures}>
        <input
          type="range"
          className="plot-slider"
          min={0}
          max={atlas.days.length - 1}
          value={atlas.days.indexOf(day)}
          aria-label={nameChart(chart, words)}
          aria-describedby="charts-how"
          aria-valuetext={describeReading(atlas, chart, lines, figures, day, words)}
          onChange={(event) => session.setState({ cursor: atlas.days[event.currentTarget.valueAsNumber] })}
          onKeyDown={handleKeyDown}
          onBlur={() => session.setState({ cursor: undefined })}
        />
        <Shapes shapes={shapes} />
        <GridValues shapes={shapes} chart={chart} />
        <DotLabels dots={shapes.dots} width={width} />
        <span className="plot-day" style={placeAt(percentOf(axis, shown))} />
        <Cursor axis={axis} />
      </div>
      <EndLabels shapes={shapes} chart={chart} />
    </div>
  );
}

/** Beyond this step a plot that is made wider is drawn anew. */
const COLUMN_STEP = 256;

/** The columns of pixels of a plot, rounded up; some until it has been measured. */
function countColumns(width: number): number {
  return COLUMN_STEP * Math.max(1, Math.ceil(width / COLUMN_STEP));
}

/** Moves without anything being drawn anew, neither by React nor, on a sheet of its own, by the browser. */
function Cursor({ axis }: { readonly axis: Axis }) {
  const { session } = useDashboard();
  const { direction } = useWords();
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      const { cursor } = session.getState();
      const at = cursor === undefined ? -1 : percentOf(axis, cursor);
      if (!mark.current) return;
      mark.current.hidden = at < 0 || at > 100;
      mark.current.style.transform = `translateX(${direction === "rtl" ? -at : at}%)`;
    };
    place();
    return session.subscribe(({ cursor }, before) => {
      if (cursor !== before.cursor) place();
    });
  }, [axis, session, direction]);
  return <span className="plot-cursor" ref={mark} />;
}

interface ShapesProps {
  readonly shapes: ChartShapes;
  readonly chart: Chart;
}

/** The value of the uppermost line of the grid, where the scale ends. */
function GridValues({ shapes, chart }: ShapesProps) {
  const words = useWords();
  const top = shapes.grid.at(-1);
  if (!top || top.value === 0) return null;
  return (
    <span className="plot-grid-value" style={{ top: `${top.y}%` }}>
      {writeValue(chart, top.value, words)}
    </span>
  );
}

/** The first value of each line at its beginning, and at its end side and last value, instead of a key. */
const EndLabels = memo(function EndLabels({ shapes, chart }: ShapesProps) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { lines } = shapes;
  const place = (heights: readonly number[]) =>
    spreadLabels(
      heights.map((y) => (y / 100) * PLOT_REM),
      LABEL_REM,
      PLOT_REM,
    );
  const ends = place(lines.map(({ last }) => last.y));
  const starts = place(lines.map(({ first }) => first.y));
  return (
    <div className="plot-labels" aria-hidden="true">
      {lines.map(({ side, first, last }, index) => (
        <span key={side} {...lookOf(dataset, side)}>
          <span className="plot-first figures" style={{ top: `${starts[index] ?? 0}rem` }}>
            {writeValue(chart, first.value, words)}
          </span>
          <span className="plot-last" style={{ top: `${ends[index] ?? 0}rem` }}>
            <strong className="figures">{writeValue(chart, last.value, words)}</strong>{" "}
            <span className="plot-side">{nameSideShortly(dataset, side, words)}</span>
          </span>
        </span>
      ))}
    </div>
  );
});

/** About the width of a letter of the labels, in CSS pixels. */
const LETTER_PX = 6.1;

interface DotLabelsProps {
  readonly dots: readonly DotShape[];
  /** Of the plot, in CSS pixels. */
  readonly width: number;
}

/** Who says so, beside each dot that has the room; of the others the table and the cursor tell. */
const DotLabels = memo(function DotLabels({ dots, width }: DotLabelsProps) {
  const atlas = useAtlas();
  const words = useWords();
  const labels = useMemo(() => {
    const nameOf = ({ figure }: DotShape) => nameAttribution(atlas, figure, words);
    const measure = (dot: DotShape) => nameOf(dot).length * LETTER_PX;
    return labelDots(dots, width, PLOT_REM * REM_PX, measure).map((label) => ({
      ...label,
      text: nameOf(label.dot),
    }));
  }, [atlas, dots, width, words]);
  return labels.map(({ dot, isBefore, text }) => (
    <span
      key={dot.figure.id}
      className={isBefore ? "dot-label is-before" : "dot-label"}
      style={placeAt(dot.x, { top: `${dot.y}%` })}
    >
      <bdi>{text}</bdi>
    </span>
  ));
});
