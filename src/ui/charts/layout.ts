import { scaleLinear } from "d3-scale";
import { curveStep, line } from "d3-shape";
import { countDaysBetween, type Day } from "../../core/day.ts";
import type { ChartLine } from "../../core/measure/chart-series.ts";
import type { Figure } from "../../core/records.ts";
import { type Axis, percentOf } from "../state/axis.ts";

/** A value at a place of the plot; both in percent, `y` from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** The line of one side over the days of the axis. */
export interface LineShape {
  readonly side: string;
  /** An SVG path in a box of 100 by 100: a step at each change, half a day before the day; a gap where nothing is known. */
  readonly path: string;
  /** The first and the last day of the axis on which a value is known. */
  readonly first: Point;
  readonly last: Point;
}

/** A number that a document gives, at its last day. */
export interface DotShape extends Point {
  readonly figure: Figure;
  /** Where its days begin, in percent; equal to `x` for a single day. */
  readonly from: number;
  /** The upper end of a range; equal to `y` for one number. */
  readonly yHigh: number;
}

export interface ChartShapes {
  readonly lines: readonly LineShape[];
  readonly dots: readonly DotShape[];
  /** The heights of the grid, each with its value. */
  readonly grid: readonly Pick<Point, "y" | "value">[];
}

/**
 * The shapes of a chart over the days of the axis, which are days of the story that begins with `firstDay`. The scale begins
 * at 0 and is that of the whole story, so that it stays when the axis is zoomed. Of more than two days for each of `columns` across the
 * plot, lines keep the lowest and the highest of each: what is read off a chart is read from `lines`, never from its shapes.
 */
export function layOutChart(
  axis: Axis,
  firstDay: Day,
  lines: readonly ChartLine[],
  figures: readonly Figure[],
  columns = Number.POSITIVE_INFINITY,
): ChartShapes {
  const computed = lines.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const reported = figures.map(({ value, valueHigh = value }) => Math.max(value, valueHigh));
  const most = [...computed, ...reported].reduce((a, b) => Math.max(a, b), 0);
  const scale = scaleLinear()
    .domain([0, most || 1])
    .nice(GRID_LINES)
    .range([100, 0]);
  return {
    lines: lines.flatMap((of) => layOutLine(axis, firstDay, of, scale, columns)),
    dots: figures.flatMap((figure) => layOutDot(axis, figure, scale)),
    grid: scale.ticks(GRID_LINES).map((value) => ({ value, y: scale(value) })),
  };
}

/** About so many lines of the grid, beside the one at 0. */
const GRID_LINES = 2;

type Scale = (value: number) => number;

function layOutLine(
  axis: Axis,
  firstDay: Day,
  { side, values }: ChartLine,
  scale: Scale,
  columns: number,
): LineShape[] {
  const start = countDaysBetween(firstDay, axis.days[0] ?? firstDay);
  const steps = Math.max(1, axis.days.length - 1);
  const points = axis.days.map((_, index): Point | undefined => {
    const value = values[start + index];
    return value === undefined ? undefined : { x: (100 * index) / steps, y: scale(value), value };
  });
  const known = points.filter((point) => point !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const draw = line<Point | undefined>()
    .defined((point) => point !== undefined)
    .x((point) => point?.x ?? 0)
    .y((point) => point?.y ?? 0)
    .curve(curveStep)
    .digits(3);
  return [{ side, path: draw(thinLine(points, columns)) ?? "", first, last }];
}

/**
 * Of a line over days, at equal distances, the lowest and the highest point in each of `columns` of equal width, in their order, and a gap
 * wherever there is one. A line with two points a column or fewer is given back as it is.
 */
export function thinLine(
  points: readonly (Point | undefined)[],
  columns: number,
): readonly (Point | undefined)[] {
  if (points.length <= 2 * columns) return points;
  const kept: (Point | undefined)[] = [];
  let run: Point[] = [];
  let column = 0;
  const keep = () => {
    const [first] = run;
    if (!first) return;
    const low = run.reduce((least, point) => (point.value < least.value ? point : least), first);
    const high = run.reduce((most, point) => (point.value > most.value ? point : most), first);
    kept.push(...(low === high ? [low] : [low, high].toSorted((a, b) => a.x - b.x)));
    run = [];
  };
  for (const [index, point] of points.entries()) {
    const here = Math.floor((index * columns) / points.length);
    if (here !== column || !point) keep();
    column = here;
    if (point) run.push(point);
    else if (kept.at(-1)) kept.push(undefined);
  }
  keep();
  return kept;
}

function layOutDot(axis: Axis, figure: Figure, scale: Scale): DotShape[] {
  const { value, valueHigh = value, firstDay, lastDay } = figure;
  const x = percentOf(axis, lastDay);
  if (x < 0 || x > 100) return [];
  const from = Math.max(0, percentOf(axis, firstDay));
  return [{ figure, value, x, from, y: scale(value), yHigh: scale(valueHigh) }];
}

/**
 * Heights at which labels of `size` can stand without touching, in their order, as near as that allows to where each wants to
 * be, and between 0 and `end` as far as there is room for all.
 */
export function spreadLabels(wanted: readonly number[], size: number, end: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((a, b) => a.at - b.at);
  const placed: number[] = [];
  let least = 0;
  for (const { at } of order) {
    const here = Math.max(at, least);
    placed.push(here);
    least = here + size;
  }
  // What was pushed beyond the end is pushed back, from the last on.
  let most = Math.max(end, size * (order.length - 1));
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(placed[index] ?? 0, most);
    most = (placed[index] ?? 0) - size;
  }
  const heights: number[] = [];
  for (const [place, { index }] of order.entries()) heights[index] = placed[place] ?? 0;
  return heights;
}

/** A text beside a dot. */
export interface DotLabel {
  readonly dot: DotShape;
  /** Whether it stands before the dot and not after it, in the reading direction. */
  readonly isBefore: boolean;
}

/** Half a dot and the air beside it, and half the height of a label, in CSS pixels. */
const [DOT_PX, HALF_LABEL_PX] = [7, 7];

/**
 * The dots with room for their text beside them, the highest numbers first: no text lies over another, nor over a dot.
 * `width` and `height` of the plot in CSS pixels; `measure` tells the width of a dot's text.
 */
export function labelDots(
  dots: readonly DotShape[],
  width: number,
  height: number,
  measure: (dot: DotShape) => number,
): DotLabel[] {
  interface Box {
    readonly left: number;
    readonly right: number;
    readonly y: number;
  }
  const placeOf = ({ x, y }: DotShape) => ({ x: (x / 100) * width, y: (y / 100) * height });
  const taken: Box[] = dots.map((dot) => {
    const { x, y } = placeOf(dot);
    return { left: x - 4, right: x + 4, y };
  });
  const isFree = ({ left, right, y }: Box) =>
    left >= 0 &&
    right <= width &&
    taken.every(
      (other) => other.right <= left || other.left >= right || Math.abs(other.y - y) >= 2 * HALF_LABEL_PX,
    );
  return dots
    .toSorted((a, b) => b.value - a.value)
    .flatMap((dot): DotLabel[] => {
      const { x, y } = placeOf(dot);
      const length = measure(dot);
      const after = { left: x + DOT_PX, right: x + DOT_PX + length, y };
      const before = { left: x - DOT_PX - length, right: x - DOT_PX, y };
      const box = [after, before].find(isFree);
      if (!box) return [];
      taken.push(box);
      return [{ dot, isBefore: box === before }];
    });
}
