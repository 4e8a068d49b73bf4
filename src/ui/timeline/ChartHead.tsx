import { useMemo } from "react";
import { listContents } from "../../core/contents.ts";
import { listCharts } from "../../core/measure/charts.ts";
import { FIRST_CHART } from "../../core/view.ts";
import { Icon, type IconName } from "../parts/icons.tsx";
import { type Axis, zoomAxis } from "../state/axis.ts";
import { nameChart } from "../parts/chart-name.ts";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";

/** What one press of a button shows: so many times as many days. */
const STEP = 2;

/** Above the strip: what it shows, the way to all charts, the range, and how near the axis is. */
export function ChartHead({ axis }: { readonly axis: Axis }) {
  const { store } = useDashboard();
  const { charts } = useWords();
  const hasDrawer = useView((view) => view.hasDrawer);
  return (
    <div className="chart-head">
      <ChartSelect />
      <HeadButton
        name={hasDrawer ? charts.close : charts.open}
        icon={hasDrawer ? "down" : "up"}
        isExpanded={hasDrawer}
        onPress={() => store.setState({ hasDrawer: !hasDrawer })}
      />
      <RangeChip />
      <ZoomButtons axis={axis} />
    </div>
  );
}

function ChartSelect() {
  const atlas = useAtlas();
  const { store } = useDashboard();
  const words = useWords();
  const { charts } = words;
  const chosen = useView((view) => view.chart);
  const all = useMemo(() => listCharts(atlas), [atlas]);
  const { isOfGround } = listContents(atlas.dataset);
  const isReported = (kind: string) => kind === "figure";
  const write = (isWanted: boolean) =>
    all
      .filter(({ kind }) => isReported(kind) === isWanted)
      .map((chart) => (
        <option key={chart.key} value={chart.key}>
          {nameChart(chart, words)}
        </option>
      ));
  const reported = write(true);
  return (
    <select
      className="chart-select"
      aria-label={charts.choose}
      title={chosen !== FIRST_CHART ? charts.choose : isOfGround ? charts.gainedArea : words.timeline.chart}
      value={chosen}
      onChange={(event) => store.setState({ chart: event.currentTarget.value })}
    >
      <option value={FIRST_CHART}>{charts[isOfGround ? "gainedArea" : "gained"]}</option>
      <optgroup label={charts.computed}>{write(false)}</optgroup>
      {reported.length > 0 && <optgroup label={charts.reported}>{reported}</optgroup>}
    </select>
  );
}

function RangeChip() {
  const { store } = useDashboard();
  const { play } = useWords().charts;
  const range = useView((view) => view.range);
  if (!range) return null;
  const text = play.range(range.first, range.last);
  return (
    <button
      type="button"
      className="range-chip"
      aria-label={play.clearRange(text)}
      title={play.clearRange(text)}
      onClick={() => store.setState({ range: undefined })}
    >
      <bdi>{text}</bdi>
      <Icon name="close" />
    </button>
  );
}

function ZoomButtons({ axis }: { readonly axis: Axis }) {
  const atlas = useAtlas();
  const { session } = useDashboard();
  const { charts } = useWords();
  const day = useView((view) => view.day);
  const isZoomed = axis.days.length < atlas.days.length;
  const fraction = axis.days.indexOf(day) / Math.max(1, axis.days.length - 1);
  const zoom = (factor: number) => session.setState({ axis: zoomAxis(atlas, axis, factor, fraction) });
  return (
    <span className="chart-zoom">
      {isZoomed && (
        <HeadButton
          name={charts.axis.wholeStory}
          icon="whole"
          onPress={() => session.setState({ axis: undefined })}
        />
      )}
      <HeadButton name={charts.axis.zoomOut} icon="minus" isOff={!isZoomed} onPress={() => zoom(STEP)} />
      <HeadButton name={charts.axis.zoomIn} icon="plus" onPress={() => zoom(1 / STEP)} />
    </span>
  );
}

interface HeadButtonProps {
  readonly name: string;
  readonly icon: IconName;
  readonly isExpanded?: boolean;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

function HeadButton({ name, icon, isExpanded, isOff, onPress }: HeadButtonProps) {
  return (
    <button
      type="button"
      className="button icon-button bare chart-button"
      aria-label={name}
      title={name}
      aria-expanded={isExpanded}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress()}
    >
      <Icon name={icon} />
    </button>
  );
}
