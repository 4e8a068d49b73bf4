import type { Palette } from "../../../styles/palette.ts";
import { drawLine, isolate, measureText, type Pen, type TextStyle, wrapText } from "./page-text.ts";

/** A page of words alone. */
interface Card {
  /** The largest text. */
  readonly title: string;
  /** Below the title; empty ones are left out. */
  readonly lines: readonly string[];
  /** Small, at the foot. */
  readonly notes: readonly string[];
}

interface CardOptions {
  readonly palette: Palette;
  /** Size of the page in CSS pixels; the picture has `pixelRatio` times as many pixels each way. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
  readonly isRtl: boolean;
}

const NOMINAL = { width: 1280, height: 720 };

/** Draws a card on a canvas that has its size already; what does not fit is set smaller. */
export function drawCard(context: CanvasRenderingContext2D, card: Card, options: CardOptions): void {
  const { palette, widthPx, heightPx, pixelRatio, isRtl } = options;
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, widthPx, heightPx);
  context.direction = isRtl ? "rtl" : "ltr";
  const pen = { context, isRtl };
  const largest = Math.max(
    Math.min(widthPx / NOMINAL.width, heightPx / NOMINAL.height),
    Math.min(widthPx, heightPx) / 900,
  );
  for (let scale = largest; ; scale *= 0.94) {
    const laid = layOut(pen, card, options, scale);
    if (!laid.isFitting && scale > largest / 4) continue;
    for (const draw of laid.strokes) draw();
    return;
  }
}

/** Where each line of a card goes. */
function layOut(
  pen: Pen,
  { title, lines, notes }: Card,
  { palette, widthPx, heightPx }: CardOptions,
  scale: number,
): { readonly strokes: readonly (() => void)[]; readonly isFitting: boolean } {
  const margin = 72 * scale;
  const box = { x: margin, y: margin, width: widthPx - 2 * margin, height: heightPx - 2 * margin };
  const set = (text: string, sizePx: number, weight: number, colour: string) => {
    const style: TextStyle = { sizePx: sizePx * scale, weight, colour };
    return wrapText(text, box.width, (line) => measureText(pen, line, style)).map((line) => ({
      line,
      style,
    }));
  };
  const isThere = (text: string) => text !== "";
  const head = set(title, 52, 700, palette.ink);
  const body = lines.filter(isThere).flatMap((text) => set(text, 25, 500, palette.ink));
  // Each note is read by its own first letter: a Latin one keeps its order on an Arabic page.
  const foot = notes
    .filter(isThere)
    .flatMap((text) =>
      set(text, 17, 400, palette.muted).map(({ line, style }) => ({ line: isolate(line), style })),
    );
  const strokes: (() => void)[] = [];
  const heightOf = (rows: typeof head, leading: number) =>
    rows.reduce((sum, { style }) => sum + style.sizePx * leading, 0);
  const footHeight = heightOf(foot, 1.45);
  const bar = { width: 72 * scale, height: 8 * scale };
  const gap = 26 * scale;
  const upper = bar.height + gap + heightOf(head, 1.16) + (body.length > 0 ? gap : 0) + heightOf(body, 1.5);
  const room = box.height - (foot.length > 0 ? footHeight + gap : 0);
  // A little above the middle of what is left.
  let y = box.y + Math.max(0, (room - upper) * 0.45);
  const barY = y;
  strokes.push(() => {
    pen.context.fillStyle = palette.frontLine;
    pen.context.fillRect(pen.isRtl ? box.x + box.width - bar.width : box.x, barY, bar.width, bar.height);
  });
  const write = (rows: typeof head, leading: number) => {
    for (const { line, style } of rows) {
      y += style.sizePx * leading;
      const baseline = y - style.sizePx * (leading - 1);
      strokes.push(() => drawLine(pen, line, { box, y: baseline }, style));
    }
  };
  y += bar.height + gap;
  write(head, 1.16);
  if (body.length > 0) y += gap;
  write(body, 1.5);
  y = box.y + box.height - footHeight;
  write(foot, 1.45);
  return { strokes, isFitting: upper <= room };
}
