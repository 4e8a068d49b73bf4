import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { LegendEntry } from "../../layers/layer.ts";
import { listLegend, thinMarks } from "../../layers/layers.ts";
import type { Camera, View } from "../../core/view.ts";
import { wordsOf } from "../../words/index.ts";
import { drawSign, RAMP_WIDTH, SIGN_WIDTH } from "../../../styles/map/sign.ts";
import type { PageLayout } from "./page-layout.ts";
import { drawLine, measureText, type Pen } from "./page-text.ts";
import { chooseScaleBar, describeLength } from "../scale-bar.ts";

const ROW = 28;
const COLUMN = 296;
const TEXT_INDENT = SIGN_WIDTH + 14;

/** The legend in as many columns as its box is wide enough for, filled one after the other. */
export function drawLegend(
  pen: Pen,
  { atlas, palette, view }: { readonly atlas: Atlas; readonly palette: Palette; readonly view: View },
  { legend, scale }: PageLayout,
): void {
  const { dataset } = atlas;
  const items = listLegend(atlas, view);
  const words = wordsOf(view.language);
  const style = { sizePx: 14.5 * scale, weight: 400, colour: palette.ink };
  const columns = Math.max(1, Math.floor(legend.width / (COLUMN * scale)));
  const total = items.reduce((sum, item) => sum + countRows(item), 0);
  const most = Math.ceil(total / columns);
  const width = legend.width / columns;
  let [column, row] = [0, 0];
  for (const item of items) {
    if (row > 0 && row + countRows(item) > most && column < columns - 1) [column, row] = [column + 1, 0];
    const distance = column * width;
    const y = legend.y + (row + 0.5) * ROW * scale;
    const isRamp = item.width === "ramp";
    const signWidth = (isRamp ? RAMP_WIDTH : SIGN_WIDTH) * scale;
    const x = pen.isRtl ? legend.x + legend.width - distance - signWidth : legend.x + distance;
    const at = { x, y: isRamp ? y + RAMP_DROP * scale : y, scale, isRtl: pen.isRtl };
    drawSign(pen.context, item.sign, at, { palette, sides: dataset.sides });
    const indent = distance + (isRamp ? 0 : TEXT_INDENT * scale);
    drawLine(pen, item.describe(words), { box: legend, y: y + 5 * scale, indent }, style);
    const marks = thinMarks(item.listMarks?.(words) ?? []);
    marks.forEach((text, index) => {
      const start = distance + (index * signWidth) / marks.length;
      const box = { ...legend, y };
      const small = { sizePx: 12 * scale, weight: 400, colour: palette.muted };
      drawLine(pen, text, { box, y: y + MARKS_DROP * scale, indent: start }, small);
    });
    row += countRows(item);
  }
}

/** From the middle of its first row, how far below a ramp lies, and the line of its dates. */
const RAMP_DROP = 20;
const MARKS_DROP = 42;

/** How many rows an entry takes: a ramp lies below its text, and its dates below it. */
function countRows({ width, listMarks }: LegendEntry): number {
  if (width !== "ramp") return 1;
  return listMarks ? 2.2 : 1.6;
}

/** The scale, true for the middle of the map, in the corner of the map where lines of text end. */
export function drawScale(
  { context, isRtl }: Pen,
  camera: Camera,
  { map, scale }: PageLayout,
  { palette, view }: { readonly palette: Palette; readonly view: View },
): void {
  const { lengthMetres, widthPx } = chooseScaleBar(camera.lat, camera.zoom, 190 * scale);
  const inset = 20 * scale;
  const left = isRtl ? map.x + inset : map.x + map.width - inset - widthPx;
  const y = map.y + map.height - inset;
  const tick = 6 * scale;
  for (const [colour, lineWidth] of [
    [palette.labelHalo, 5 * scale],
    [palette.ink, 1.6 * scale],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = lineWidth;
    context.lineJoin = "round";
    context.beginPath();
    context.moveTo(left, y - tick);
    context.lineTo(left, y);
    context.lineTo(left + widthPx, y);
    context.lineTo(left + widthPx, y - tick);
    context.stroke();
  }
  const text = describeLength(lengthMetres, wordsOf(view.language).map);
  const style = { sizePx: 13 * scale, weight: 600, colour: palette.ink };
  const width = measureText({ context, isRtl }, text, style);
  const box = { x: left + (widthPx - width) / 2, y, width, height: 0 };
  context.strokeStyle = palette.labelHalo;
  context.lineWidth = 4 * scale;
  context.textAlign = isRtl ? "right" : "left";
  context.strokeText(text, isRtl ? box.x + width : box.x, y - 9 * scale);
  drawLine({ context, isRtl }, text, { box, y: y - 9 * scale }, style);
}
