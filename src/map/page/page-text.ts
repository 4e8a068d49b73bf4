import type { Box } from "./page-layout.ts";

export interface TextStyle {
  readonly sizePx: number;
  readonly weight: number;
  readonly colour: string;
}

/** A canvas to write on in one direction. Lines start at the left edge of a box, in Arabic at its right edge. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly isRtl: boolean;
}

const FAMILIES = '"Inter Variable", "Noto Sans Arabic Variable", sans-serif';

/** Draws one line whose baseline lies at `y`, `indent` pixels from the edge of the box at which lines start. */
export function drawLine(
  { context, isRtl }: Pen,
  text: string,
  at: { readonly box: Box; readonly y: number; readonly indent?: number },
  style: TextStyle,
): void {
  const { box, y, indent = 0 } = at;
  setFont(context, style);
  context.fillStyle = style.colour;
  context.textAlign = isRtl ? "right" : "left";
  context.fillText(text, isRtl ? box.x + box.width - indent : box.x + indent, y);
}

export function measureText({ context }: Pen, text: string, style: TextStyle): number {
  setFont(context, style);
  return context.measureText(text).width;
}

/** Breaks a text between words into lines of at most `maxWidth`; a word longer than a line gets one to itself. */
export function wrapText(text: string, maxWidth: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= maxWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Keeps a piece of text in its own order within a line of the other direction. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

function setFont(context: CanvasRenderingContext2D, { sizePx, weight }: TextStyle): void {
  context.font = `${weight} ${sizePx}px ${FAMILIES}`;
}
