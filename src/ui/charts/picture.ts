import type { Palette } from "../../../styles/palette.ts";
import { toneSides } from "../../../styles/side-tones.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import { findSeries } from "../../core/measure/chart-series.ts";
import { type Chart, listReported } from "../../core/measure/charts.ts";
import type { Words } from "../../words/types.ts";
import { nameChart } from "../parts/chart-name.ts";
import { nameAttribution } from "../parts/facts.ts";
import { type Axis, percentOf } from "../state/axis.ts";
import { nameSideShortly } from "../state/sides.ts";
import { type DotShape, labelDots, layOutChart, spreadLabels } from "./layout.ts";
import type { Drawing, Mark } from "./marks.ts";
import { findReported, readLines, writeFigure, writeValue } from "./readings.ts";

/** What charts are drawn of outside the page. */
export interface ChartPicture {
  readonly atlas: Atlas;
  /** From above to below; of each, what is worked out of its series by now. */
  readonly charts: readonly Chart[];
  readonly axis: Axis;
  /** The day that is marked and read. */
  readonly day: Day;
  readonly words: Words;
  readonly palette: Palette;
  /** Of the whole drawing, in its own pixels: {@link LEAST_WIDTH} at least. */
  readonly width: number;
  readonly fontFamily: string;
  readonly measure: (text: string, size: number, weight: number) => number;
  /** The days to name below a plot of a width. */
  readonly layOutTicks: (width: number) => readonly { readonly day: Day; readonly text: string }[];
}

/** Narrower, there would be no room for the plot beside its words. */
export const LEAST_WIDTH = 560;

const [HEAD_WIDTH, GAP, AFTER] = [260, 24, 150];
const [PLOT, ROW, TOP, BOTTOM] = [88, 122, 52, 30];
const LABEL = 15;

/** How high a drawing of so many charts is, in its own pixels, whatever its width. */
export function measureCharts(count: number): number {
  return TOP + count * ROW + BOTTOM;
}

/**
 * The charts one below the other on one axis, as the page's drawer shows them: the same shapes from the same numbers, with the
 * day marked in all, computed lines and reported rings apart, and the dates below the last.
 */
export function composeCharts(picture: ChartPicture): Drawing {
  const { charts, axis, words, palette, width } = picture;
  const height = measureCharts(charts.length);
  const pen = startDrawing(picture);
  const { marks, stroke, text } = pen;
  const plotWidth = width - HEAD_WIDTH - GAP - AFTER;
  text(words.charts.title, 0, 20, { size: 18, weight: 600 });
  addKey(pen, picture);
  charts.forEach((chart, index) => {
    const y = TOP + index * ROW;
    stroke(
      [
        [0, y - 12],
        [width, y - 12],
      ],
      palette.rule,
      1,
    );
    addHead(pen, picture, chart, y);
    addPlot(pen, picture, chart, { x: HEAD_WIDTH + GAP, y: y + 4, width: plotWidth });
  });
  const foot = TOP + charts.length * ROW;
  for (const tick of picture.layOutTicks(plotWidth)) {
    const x = HEAD_WIDTH + GAP + (plotWidth * percentOf(axis, tick.day)) / 100;
    stroke(
      [
        [x, foot - 24],
        [x, foot - 18],
      ],
      palette.muted,
      1,
    );
    text(tick.text, x, foot - 4, { size: 12, colour: palette.muted });
  }
  addDay(pen, picture, { x: HEAD_WIDTH + GAP, y: TOP, width: plotWidth });
  const { direction } = words;
  return { width, height, direction, fontFamily: picture.fontFamily, marks };
}

/** The day in all charts at once, named above the first. */
function addDay(pen: DrawingPen, { charts, axis, day, words, palette }: ChartPicture, box: PlotBox): void {
  const at = percentOf(axis, day);
  if (at < 0 || at > 100) return;
  const x = box.x + (box.width * at) / 100;
  for (const index of charts.keys()) {
    const y = box.y + index * ROW;
    pen.stroke(
      [
        [x, index === 0 ? y - 12 : y],
        [x, y + PLOT + 8],
      ],
      palette.ink,
      1.5,
    );
  }
  // On the side with more room.
  const anchor = at > 50 ? "end" : "start";
  pen.text(words.dates.short(day), x + (at > 50 ? 1 : -1), box.y - 18, { size: 12, weight: 600, anchor });
}

interface TextLook {
  readonly size: number;
  readonly weight?: number;
  readonly colour?: string;
  readonly anchor?: "start" | "end";
  readonly halo?: string;
}

/** Adds marks at places told in the reading direction: `x` is how far on from where lines of text begin. */
function startDrawing({ width, words, palette }: ChartPicture) {
  const marks: Mark[] = [];
  const turn = (x: number) => (words.direction === "rtl" ? width - x : x);
  return {
    marks,
    stroke(
      points: readonly (readonly [number, number])[],
      colour: string,
      lineWidth: number,
      dash?: number[],
    ) {
      const path = points
        .map(([x, y], index) => `${index === 0 ? "M" : "L"}${write(turn(x))},${write(y)}`)
        .join("");
      marks.push({ kind: "stroke", path, colour, width: lineWidth, ...(dash && { dash }) });
    },
    /** A path in a box of 100 by 100, whose every point is moved to where `place` puts it. */
    path(path: string, place: (x: number, y: number) => readonly [number, number], colour: string) {
      const moved = path.replaceAll(/(-?[\d.]+),(-?[\d.]+)/g, (_, across: string, down: string) => {
        const [x, y] = place(Number(across), Number(down));
        return `${write(turn(x))},${write(y)}`;
      });
      // A lone day is closed onto itself, which a canvas does not draw.
      marks.push({ kind: "stroke", path: moved.replaceAll("Z", "l0.01,0"), colour, width: 2 });
    },
    ring(x: number, y: number, radius: number, look: { fill: string; colour?: string; width?: number }) {
      const { fill, colour = fill, width: lineWidth = 0 } = look;
      marks.push({ kind: "ring", x: turn(x), y, radius, fill, colour, width: lineWidth });
    },
    text(text: string, x: number, y: number, look: TextLook) {
      const { size, weight = 400, colour = palette.ink, anchor = "start", halo } = look;
      marks.push({ kind: "text", text, x: turn(x), y, anchor, size, weight, colour, ...(halo && { halo }) });
    },
  };
}

type DrawingPen = ReturnType<typeof startDrawing>;

function write(number: number): string {
  return String(Math.round(number * 100) / 100);
}

/** What a line and what a ring stands for. */
function addKey({ stroke, ring, text }: DrawingPen, { words, palette, width, measure }: ChartPicture): void {
  const { computed, reported } = words.charts;
  const look = { size: 12, colour: palette.muted, anchor: "end" } as const;
  const reportedAt = width - measure(reported, 12, 400) - 14;
  text(reported, width, 19, look);
  ring(reportedAt, 15, 3.5, { fill: palette.paper, colour: palette.ink, width: 2 });
  const computedEnd = reportedAt - 24;
  text(computed, computedEnd, 19, look);
  const lineEnd = computedEnd - measure(computed, 12, 400) - 8;
  stroke(
    [
      [lineEnd - 20, 15],
      [lineEnd, 15],
    ],
    palette.ink,
    2,
  );
}

/** The chart's name and what it says of the day. */
function addHead(pen: DrawingPen, picture: ChartPicture, chart: Chart, top: number): void {
  const { atlas, day, words, palette, measure } = picture;
  const { dataset } = atlas;
  const figures = listReported(atlas, chart);
  pen.text(nameChart(chart, words), 0, top + 14, { size: 13, weight: 620 });
  let [x, y] = [0, top + 34];
  for (const { side, value } of readLines(findSeries(atlas, chart).listLines(), dataset.firstDay, day)) {
    const name = nameSideShortly(dataset, side, words);
    const read = value === undefined ? words.charts.notKnown : writeValue(chart, value, words);
    const nameWidth = measure(`${name} `, 12, 400);
    const width = 14 + nameWidth + measure(read, 12, 680) + 14;
    if (x > 0 && x + width > HEAD_WIDTH) [x, y] = [0, y + 17];
    pen.ring(x + 5, y - 4, 4.5, {
      fill: toneSides(palette, dataset.sides).get(side)?.mark ?? palette.unknown,
    });
    pen.text(name, x + 14, y, { size: 12 });
    pen.text(read, x + 14 + nameWidth, y, { size: 12, weight: 680 });
    x += width;
  }
  const reported = findReported(figures, day);
  if (x > 0) y += 17;
  for (const figure of reported.slice(0, MOST_FIGURES)) {
    const asOf = figure.lastDay === day ? "" : `${words.dates.brief(figure.lastDay)}: `;
    const text = shorten(
      `${asOf}${writeFigure(atlas, figure, words)}`,
      (part) => measure(part, 12, 400) <= HEAD_WIDTH,
    );
    pen.text(text, 0, y, { size: 12, colour: figure.lastDay === day ? palette.ink : palette.muted });
    y += 17;
  }
}

/** More numbers of one day than this are left to the page. */
const MOST_FIGURES = 2;

function shorten(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const words = text.split(" ");
  while (words.length > 1 && !fits(`${words.join(" ")} …`)) words.pop();
  return `${words.join(" ")} …`;
}

interface PlotBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function addPlot(pen: DrawingPen, picture: ChartPicture, chart: Chart, box: PlotBox): void {
  const { atlas, axis, words, palette, measure } = picture;
  const { dataset } = atlas;
  const tones = toneSides(palette, dataset.sides);
  const shapes = layOutChart(
    axis,
    dataset.firstDay,
    findSeries(atlas, chart).listLines(),
    listReported(atlas, chart),
  );
  const place = (x: number, y: number) => [box.x + (x / 100) * box.width, box.y + (y / 100) * PLOT] as const;
  for (const { y } of shapes.grid) pen.stroke([place(0, y), place(100, y)], palette.rule, 1);
  const top = shapes.grid.at(-1);
  if (top && top.value !== 0) {
    const [x, y] = place(100, top.y);
    pen.text(writeValue(chart, top.value, words), x, y - 3, {
      size: 11,
      colour: palette.muted,
      anchor: "end",
    });
  }
  for (const { side, path } of shapes.lines) pen.path(path, place, tones.get(side)?.mark ?? palette.unknown);
  for (const dot of shapes.dots)
    addDot(pen, dot, place, tones.get(dot.figure.concerns)?.mark ?? palette.ink, palette);
  const nameOf = ({ figure }: DotShape) => nameAttribution(atlas, figure, words);
  for (const { dot, isBefore } of labelDots(shapes.dots, box.width, PLOT, (of) =>
    measure(nameOf(of), 11, 400),
  )) {
    const [x, y] = place(dot.x, dot.y);
    const anchor = isBefore ? "end" : "start";
    const look = { size: 11, colour: palette.muted, anchor, halo: palette.paper } as const;
    pen.text(nameOf(dot), x + (isBefore ? -7 : 7), y + 4, look);
  }
  const spread = (heights: readonly number[]) =>
    spreadLabels(
      heights.map((y) => (y / 100) * PLOT),
      LABEL,
      PLOT,
    );
  const [ends, starts] = [
    spread(shapes.lines.map(({ last }) => last.y)),
    spread(shapes.lines.map(({ first }) => first.y)),
  ];
  shapes.lines.forEach(({ side, first, last }, index) => {
    const colour = tones.get(side)?.text ?? palette.ink;
    const end = writeValue(chart, last.value, words);
    const y = box.y + (ends[index] ?? 0) + 4;
    const x = box.x + box.width + 8;
    pen.text(end, x, y, { size: 12, weight: 680, colour });
    pen.text(nameSideShortly(dataset, side, words), x + measure(`${end} `, 12, 680), y, { size: 12, colour });
    const start = box.y + (starts[index] ?? 0) - 4;
    const look = { size: 11, colour, halo: palette.paper };
    pen.text(writeValue(chart, first.value, words), box.x + 4, start, look);
  });
}

/** A number of a document: a ring, with a line over its days and another over its range. */
function addDot(
  pen: DrawingPen,
  { x, y, from, yHigh }: DotShape,
  place: (x: number, y: number) => readonly [number, number],
  colour: string,
  palette: Palette,
): void {
  if (from < x) pen.stroke([place(from, y), place(x, y)], colour, 1, [1, 3]);
  if (yHigh < y) pen.stroke([place(x, yHigh), place(x, y)], colour, 1);
  const [left, top] = place(x, y);
  pen.ring(left, top, 3.5, { fill: palette.paper, colour, width: 2 });
}
