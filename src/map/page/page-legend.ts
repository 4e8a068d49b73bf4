import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import { listLegend } from "../../layers/layers.ts";
import type { Camera, View } from "../../core/view.ts";
import { wordsOf } from "../../words/index.ts";
import { drawSign, SIGN_WIDTH } from "../../../styles/map/sign.ts";
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
  const rows = Math.ceil(items.length / columns);
  const width = legend.width / columns;
  items.forEach((item, index) => {
    const distance = Math.floor(index / rows) * width;
    const y = legend.y + ((index % rows) + 0.5) * ROW * scale;
    const x = pen.isRtl ? legend.x + legend.width - distance - SIGN_WIDTH * scale : legend.x + distance;
    drawSign(pen.context, item.sign, { x, y, scale }, { palette, sides: dataset.sides });
    const text = item.describe(words);
    drawLine(pen, text, { box: legend, y: y + 5 * scale, indent: distance + TEXT_INDENT * scale }, style);
  });
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
