import { pickName } from "../../core/names.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import { countDaysBetween } from "../../core/day.ts";
import { type Camera, findGround, type View } from "../../core/view.ts";
import { summariseDay } from "../../core/measure/day-summary.ts";
import { describeDay } from "../../words/day-sentence.ts";
import { describeShown } from "../../words/view-sentence.ts";
import { wordsOf } from "../../words/index.ts";
import type { Box, PageLayout } from "./page-layout.ts";
import { drawLegend, drawScale } from "./page-legend.ts";
import { drawLine, isolate, measureText, type Pen, type TextStyle, wrapText } from "./page-text.ts";

export interface PageContent {
  readonly atlas: Atlas;
  readonly view: View;
  readonly palette: Palette;
  readonly url: string;
  /** Of what the map shows besides the data set. */
  readonly credits?: readonly string[];
}

/** Draws all of a page but the map, which lies in the canvas already: the words, and legend and scale. */
export function drawPage(
  context: CanvasRenderingContext2D,
  layout: PageLayout,
  content: PageContent,
  camera: Camera,
): void {
  const isRtl = wordsOf(content.view.language).direction === "rtl";
  const { map, scale } = layout;
  const { palette } = content;
  context.direction = isRtl ? "rtl" : "ltr";
  context.strokeStyle = palette.rule;
  context.lineWidth = scale;
  context.strokeRect(map.x, map.y, map.width, map.height);
  const pen = { context, isRtl };
  drawHeading(pen, layout, content);
  drawLegend(pen, content, layout);
  drawScale(pen, camera, layout, content);
  drawNotes(pen, layout, content);
}

/** The day of each of two maps, in its upper corner. */
export function drawDays(
  context: CanvasRenderingContext2D,
  maps: readonly { readonly shown: View; readonly box: Box }[],
  { palette, view, layout: { scale } }: PageContent & { readonly layout: PageLayout },
): void {
  const { dates, direction } = wordsOf(view.language);
  const pen = { context, isRtl: direction === "rtl" };
  const style = { sizePx: 19 * scale, weight: 600, colour: palette.panel };
  const [inset, height] = [12 * scale, 34 * scale];
  for (const { shown, box } of maps) {
    const text = dates.long(shown.day);
    const width = measureText(pen, text, style) + 2 * inset;
    const x = pen.isRtl ? box.x + box.width - inset - width : box.x + inset;
    const y = box.y + inset;
    context.fillStyle = palette.ink;
    context.fillRect(x, y, width, height);
    drawLine(pen, text, { box: { x, y, width, height }, y: y + 24 * scale, indent: inset }, style);
    context.strokeStyle = palette.rule;
    context.lineWidth = scale;
    context.strokeRect(box.x, box.y, box.width, box.height);
  }
}

/** Title, the date as the largest text of the page, and what happened in a sentence. */
function drawHeading(pen: Pen, { heading, scale }: PageLayout, content: PageContent): void {
  const { atlas, view, palette } = content;
  const { dates } = wordsOf(view.language);
  const { context, isRtl } = pen;
  const barWidth = 56 * scale;
  context.fillStyle = palette.frontLine;
  context.fillRect(isRtl ? heading.x + heading.width - barWidth : heading.x, heading.y, barWidth, 6 * scale);

  let y = heading.y + 34 * scale;
  const write = (text: string, style: TextStyle, leading: number) => {
    for (const line of wrapText(text, heading.width, (part) => measureText(pen, part, style))) {
      drawLine(pen, line, { box: heading, y }, style);
      y += leading * scale;
    }
  };
  const position = dates.position(countDaysBetween(atlas.dataset.firstDay, view.day) + 1, atlas.days.length);
  write(
    pickName(atlas.dataset.title, view.language),
    { sizePx: 18 * scale, weight: 600, colour: palette.ink },
    22,
  );
  y += 34 * scale;
  const date = { sizePx: 46 * scale, weight: 700, colour: palette.ink };
  const dateWidth = measureText(pen, dates.long(view.day), date);
  const fitted = { ...date, sizePx: date.sizePx * Math.min(1, heading.width / dateWidth) };
  drawLine(pen, dates.long(view.day), { box: heading, y }, fitted);
  y += 28 * scale;
  if (view.compared) {
    const [first = view.day, last = view.day] = [view.day, view.compared].toSorted();
    const { between } = wordsOf(view.language).layers.comparedDay;
    write(
      between(dates.long(first), dates.long(last)),
      { sizePx: 18 * scale, weight: 600, colour: palette.ink },
      26,
    );
  }
  write(
    `${dates.weekday(view.day)} · ${position}`,
    { sizePx: 16 * scale, weight: 400, colour: palette.muted },
    22,
  );
  y += 12 * scale;
  // A number stays with the word before it.
  const summary = describeDay(
    summariseDay(atlas, view.day),
    atlas.dataset,
    wordsOf(view.language),
  ).replaceAll(/ (?=\P{L}*\d)/gu, "\u00a0");
  write(summary, { sizePx: 19 * scale, weight: 500, colour: palette.ink }, 26);
  const shown = describeShown(
    { ...view, ground: findGround(view), compared: undefined },
    atlas.dataset,
    wordsOf(view.language),
  );
  if (shown.length > 0) {
    write(shown.join(" "), { sizePx: 15 * scale, weight: 400, colour: palette.muted }, 21);
  }
}

/** How the lines came to be, whose work this is, and where to find it: ending at the foot of the box. */
function drawNotes(
  pen: Pen,
  { notes, scale }: PageLayout,
  { atlas, view, palette, url, credits: others = [] }: PageContent,
): void {
  const { lineNote, credits, licence } = atlas.dataset;
  const style: TextStyle = { sizePx: 12.5 * scale, weight: 400, colour: palette.muted };
  const wrap = (text: string) => wrapText(text, notes.width, (line) => measureText(pen, line, style));
  const note = wrap(pickName(lineNote, view.language)).map((text) => ({ text, colour: palette.ink }));
  const terms = licence === "" ? "" : `${wordsOf(view.language).map.licence}: ${licence}`;
  const address = wrapText(url.replaceAll(/(?=[?&])/g, " "), notes.width, (line) =>
    measureText(pen, line.replaceAll(" ", ""), style),
  ).map((line) => line.replaceAll(" ", ""));
  const origin = [[...credits, ...others].join(" · "), terms]
    .filter((text) => text !== "")
    .flatMap(wrap)
    .concat(address.filter((line) => line !== ""))
    // Each line is read by its own first letter: a Latin one keeps its order on an Arabic page.
    .map((line) => ({ text: isolate(line), colour: palette.muted }));
  const lines = [...note, ...origin];
  const leading = 17 * scale;
  lines.forEach(({ text, colour }, index) => {
    const y = notes.y + notes.height - (lines.length - 1 - index) * leading;
    drawLine(pen, text, { box: notes, y }, { ...style, colour });
  });
}
