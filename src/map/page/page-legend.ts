import type { Palette } from "../../../styles/palette.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { LegendEntry } from "../../layers/layer.ts";
import { listLegend, thinMarks } from "../../layers/layers.ts";
import type { Camera, View } from "../../core/view.ts";
import { wordsOf } from "../../words/index.ts";
import { drawSign, RAMP_WIDTH, SIGN_WIDTH } from "../../../styles/map/sign.ts";
import type { Block, Box } from "./page-layout.ts";
import { drawLine, measureText, type Pen, type TextStyle } from "./page-text.ts";
import { chooseScaleBar, describeLength } from "../scale-bar.ts";

interface Looks {
  readonly atlas: Atlas;
  readonly palette: Palette;
  readonly view: View;
}

const ROW = 28;
/** Between columns. */
const GUTTER = 22;
const TEXT_INDENT = SIGN_WIDTH + 14;

/** The legend in as many columns as there is room for beside each other, filled one after the other. */
export function setLegend(pen: Pen, { atlas, palette, view }: Looks, width: number, scale: number): Block {
  const items = listLegend(atlas, view);
  const words = wordsOf(view.language);
  const style = { sizePx: 14.5 * scale, weight: 400, colour: palette.ink };
  const texts = items.map((item) => item.describe(words));
  const widths = items.map((item, index) =>
    item.width === "ramp"
      ? RAMP_WIDTH * scale
      : TEXT_INDENT * scale + measureText(pen, texts[index] ?? "", style),
  );
  const columns = fillColumns(items, widths, width + GUTTER * scale, GUTTER * scale);
  const rows = Math.max(0, ...columns.map((column) => column.rows));
  return {
    height: rows * ROW * scale,
    draw(left, top) {
      let start = 0;
      for (const { members, width: columnWidth } of columns) {
        let row = 0;
        for (const index of members) {
          const item = items[index];
          if (!item) continue;
          const box = { x: left, y: top, width, height: 0 };
          drawEntry(pen, item, texts[index] ?? "", { box, start, y: top + (row + 0.5) * ROW * scale, scale });
          row += countRows(item);
        }
        start += columnWidth;
      }
    },
  };

  function drawEntry(
    { context, isRtl }: Pen,
    item: LegendEntry,
    text: string,
    { box, start, y, scale: size }: EntryPlace,
  ): void {
    const isRamp = item.width === "ramp";
    const signWidth = (isRamp ? RAMP_WIDTH : SIGN_WIDTH) * size;
    const x = isRtl ? box.x + box.width - start - signWidth : box.x + start;
    const at = { x, y: isRamp ? y + RAMP_DROP * size : y, scale: size, isRtl };
    drawSign(context, item.sign, at, { palette, sides: atlas.dataset.sides });
    const indent = start + (isRamp ? 0 : TEXT_INDENT * size);
    const room = box.width - indent;
    const share = Math.min(1, room / measureText({ context, isRtl }, text, style));
    const fitted = { ...style, sizePx: style.sizePx * share };
    drawLine({ context, isRtl }, text, { box, y: y + 5 * size, indent }, fitted);
    const marks = thinMarks(item.listMarks?.(words) ?? []);
    marks.forEach((mark, index) => {
      const small = { sizePx: 12 * size, weight: 400, colour: palette.muted };
      const from = start + (index * signWidth) / marks.length;
      drawLine({ context, isRtl }, mark, { box, y: y + MARKS_DROP * size, indent: from }, small);
    });
  }
}

interface EntryPlace {
  readonly box: Box;
  /** Where its column begins. */
  readonly start: number;
  readonly y: number;
  readonly scale: number;
}

/** From the middle of its first row, how far below a ramp lies, and the line of its dates. */
const RAMP_DROP = 20;
const MARKS_DROP = 42;

/** How many rows an entry takes: a ramp lies below its text, and its dates below it. */
function countRows({ width, listMarks }: LegendEntry): number {
  if (width !== "ramp") return 1;
  return listMarks ? 2.2 : 1.6;
}

interface Column {
  readonly members: readonly number[];
  readonly rows: number;
  readonly width: number;
}

/** The most columns of which the widest entries still fit beside each other. */
function fillColumns(
  items: readonly LegendEntry[],
  widths: readonly number[],
  room: number,
  gutter: number,
): Column[] {
  const total = items.reduce((sum, item) => sum + countRows(item), 0);
  for (let count = Math.min(6, items.length); count > 1; count--) {
    const columns = divide(items, Math.ceil(total / count)).map((members) => ({
      members,
      rows: members.reduce((sum, index) => sum + countRows(items[index] as LegendEntry), 0),
      width: Math.max(...members.map((index) => widths[index] ?? 0)) + gutter,
    }));
    if (columns.length > 1 && columns.reduce((sum, { width }) => sum + width, 0) <= room) return columns;
  }
  return [{ members: items.map((_, index) => index), rows: total, width: room }];
}

function divide(items: readonly LegendEntry[], most: number): number[][] {
  const columns: number[][] = [[]];
  let row = 0;
  items.forEach((item, index) => {
    if (row > 0 && row + countRows(item) > most) {
      columns.push([]);
      row = 0;
    }
    columns.at(-1)?.push(index);
    row += countRows(item);
  });
  return columns;
}

interface MapCorner {
  readonly camera: Camera;
  readonly map: Box;
  readonly scale: number;
}

const INSET = 20;

/** The scale, true for the middle of the map, in the corner of the map where lines of text end. */
export function drawScale(pen: Pen, { palette, view }: Looks, { camera, map, scale }: MapCorner): void {
  const most = Math.min(190 * scale, map.width / 3);
  const { lengthMetres, widthPx } = chooseScaleBar(camera.lat, camera.zoom, most);
  const inset = INSET * scale;
  const left = pen.isRtl ? map.x + inset : map.x + map.width - inset - widthPx;
  const y = map.y + map.height - inset;
  const tick = 6 * scale;
  pale(pen, palette, { x: left, y: y - 20 * scale, width: widthPx, height: 20 * scale }, scale);
  strokeTwice(pen.context, palette, scale, (context) => {
    context.moveTo(left, y - tick);
    context.lineTo(left, y);
    context.lineTo(left + widthPx, y);
    context.lineTo(left + widthPx, y - tick);
  });
  const text = describeLength(lengthMetres, wordsOf(view.language).map);
  const style = { sizePx: 13 * scale, weight: 600, colour: palette.ink };
  writeCentred(pen, text, { x: left + widthPx / 2, y: y - 9 * scale }, { style, palette });
}

interface North extends Omit<MapCorner, "camera"> {
  /** The letter above the arrow. */
  readonly text: string;
  /** There is no scale below it. */
  readonly isAlone: boolean;
}

/** Which way is north: above the scale. */
export function drawNorth(pen: Pen, { palette }: Looks, { map, scale, text, isAlone }: North): void {
  const inset = INSET * scale;
  const x = pen.isRtl ? map.x + inset + 10 * scale : map.x + map.width - inset - 10 * scale;
  const bottom = map.y + map.height - inset - (isAlone ? 0 : 40 * scale);
  const [half, height] = [7 * scale, 24 * scale];
  const { context } = pen;
  const top = bottom - height - 16 * scale;
  pale(pen, palette, { x: x - half, y: top, width: 2 * half, height: bottom - top }, scale);
  const shape = () => {
    context.beginPath();
    context.moveTo(x, bottom - height);
    context.lineTo(x + half, bottom);
    context.lineTo(x, bottom - 6 * scale);
    context.lineTo(x - half, bottom);
    context.closePath();
  };
  context.lineJoin = "round";
  shape();
  context.strokeStyle = palette.labelHalo;
  context.lineWidth = 4 * scale;
  context.stroke();
  context.fillStyle = palette.ink;
  context.fill();
  const style = { sizePx: 12 * scale, weight: 700, colour: palette.ink };
  writeCentred(pen, text, { x, y: bottom - height - 5 * scale }, { style, palette });
}

/** Names of the map end where something is written over them. */
function pale({ context }: Pen, palette: Palette, { x, y, width, height }: Box, scale: number): void {
  const margin = 6 * scale;
  context.save();
  context.globalAlpha = 0.8;
  context.fillStyle = palette.labelHalo;
  context.beginPath();
  context.roundRect(x - margin, y - margin, width + 2 * margin, height + 2 * margin, margin);
  context.fill();
  context.restore();
}

function strokeTwice(
  context: CanvasRenderingContext2D,
  palette: Palette,
  scale: number,
  path: (context: CanvasRenderingContext2D) => void,
): void {
  for (const [colour, lineWidth] of [
    [palette.labelHalo, 5 * scale],
    [palette.ink, 1.6 * scale],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = lineWidth;
    context.lineJoin = "round";
    context.beginPath();
    path(context);
    context.stroke();
  }
}

/** On the map, where a halo keeps it apart from what lies below. */
function writeCentred(
  pen: Pen,
  text: string,
  { x, y }: { readonly x: number; readonly y: number },
  { style, palette }: { readonly style: TextStyle; readonly palette: Palette },
): void {
  const { context, isRtl } = pen;
  const width = measureText(pen, text, style);
  const box = { x: x - width / 2, width };
  context.strokeStyle = palette.labelHalo;
  context.lineWidth = style.sizePx * 0.3;
  context.textAlign = isRtl ? "right" : "left";
  context.strokeText(text, isRtl ? box.x + box.width : box.x, y);
  drawLine(pen, text, { box, y }, style);
}
