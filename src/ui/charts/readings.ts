import type { Atlas } from "../../core/atlas.ts";
import { countDaysBetween, type Day } from "../../core/day.ts";
import type { ChartLine } from "../../core/measure/chart-series.ts";
import type { Chart } from "../../core/measure/charts.ts";
import type { Figure } from "../../core/records.ts";
import type { Words } from "../../words/types.ts";
import { nameAttribution } from "../parts/facts.ts";
import { describeNumber } from "../parts/figure-number.ts";
import { nameSideShortly } from "../state/sides.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** A computed number as it is read: kilometres and shares with one decimal, all else whole. */
export function writeValue(chart: Chart, value: number, { evidence }: Words): string {
  const isFine = chart.kind === "highway" || chart.kind === "share";
  return evidence.number(isFine ? Math.round(value * 10) / 10 : Math.round(value));
}

/** What a side has at the end of a day; the value is `undefined` where nothing is known. */
export interface Reading {
  readonly side: string;
  readonly value: number | undefined;
}

export function readLines(lines: readonly ChartLine[], firstDay: Day, day: Day): Reading[] {
  const index = countDaysBetween(firstDay, day);
  return lines.map(({ side, values }) => ({ side, value: values[index] }));
}

/** The numbers that documents give as of `day`, or else the latest before it; none before the first. */
export function findReported(figures: readonly Figure[], day: Day): readonly Figure[] {
  const latest = figures.findLast(({ lastDay }) => lastDay <= day)?.lastDay;
  return figures.filter(({ lastDay }) => lastDay === latest);
}

/** The next day (`step` 1) or the one before (-1) as of which a document gives a number. */
export function findReportedDay(figures: readonly Figure[], day: Day, step: 1 | -1): Day | undefined {
  return step === 1
    ? figures.find(({ lastDay }) => lastDay > day)?.lastDay
    : figures.findLast(({ lastDay }) => lastDay < day)?.lastDay;
}

/** A number of a document with who says so: "about 900,000 people, United Nations". */
export function writeFigure(atlas: Atlas, figure: Figure, words: Words): string {
  const { before, number, after } = describeNumber(figure, words);
  const text = [before, number, after].filter((part) => part !== "").join(" ");
  return `${text}${words.comma}${nameAttribution(atlas, figure, words)}`;
}

/** All that a chart says of a day, in one line to be read out. */
export function describeReading(
  atlas: Atlas,
  chart: Chart,
  lines: readonly ChartLine[],
  figures: readonly Figure[],
  day: Day,
  words: Words,
): string {
  const { charts, dates, comma } = words;
  const { chartTable: said } = laterWordsOf(words);
  const readings = readLines(lines, atlas.dataset.firstDay, day).map(({ side, value }) => {
    const text = value === undefined ? charts.notKnown : writeValue(chart, value, words);
    return `${nameSideShortly(atlas.dataset, side, words)} ${text}`;
  });
  const reported = figures
    .filter(({ lastDay }) => lastDay === day)
    .map((figure) => writeFigure(atlas, figure, words));
  const isReported = chart.kind === "figure" || reported.length > 0;
  const parts = [
    ...(readings.length > 0 ? [readings.join(comma)] : []),
    ...(isReported ? [`${said.reportedOn} ${reported.join("; ") || said.noReport}`] : []),
  ];
  return `${dates.full(day)}: ${parts.join("; ")}`;
}
