import type { Palette } from "../../../styles/palette.ts";
import type { View } from "../../core/view.ts";
import { wordsOf } from "../../words/index.ts";
import type { Way } from "./hidden-map.ts";
import type { Box } from "./page-layout.ts";
import { drawLine, measureText, type Pen } from "./page-text.ts";

interface Told {
  readonly view: View;
  readonly way: Way;
  readonly palette: Palette;
}

/** Says in the upper corner of a map, where lines of text begin, that what it shows lies between two days and is not known. */
export function drawWay(pen: Pen, { view, way, palette }: Told, map: Box, scale: number): void {
  const { timeline, dates } = wordsOf(view.language);
  const text = timeline.between(dates.window(view.day, way.next));
  const [padding, inset, height] = [12 * scale, 14 * scale, 34 * scale];
  const usual = { sizePx: 16 * scale, weight: 500, colour: palette.ink };
  const room = map.width - 2 * inset - 2 * padding;
  const share = Math.min(1, room / measureText(pen, text, usual));
  const style = { ...usual, sizePx: usual.sizePx * share };
  const width = measureText(pen, text, style) + 2 * padding;
  const x = pen.isRtl ? map.x + map.width - inset - width : map.x + inset;
  const y = map.y + inset;
  pen.context.fillStyle = palette.panel;
  pen.context.fillRect(x, y, width, height);
  pen.context.strokeStyle = palette.rule;
  pen.context.lineWidth = scale;
  pen.context.strokeRect(x, y, width, height);
  drawLine(pen, text, { box: { x, width }, y: y + 23 * scale, indent: padding }, style);
}
