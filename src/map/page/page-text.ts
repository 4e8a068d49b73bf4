import type { Block } from "./page-layout.ts";

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
  at: {
    readonly box: { readonly x: number; readonly width: number };
    readonly y: number;
    readonly indent?: number;
  },
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

/**
 * Breaks a text between words into lines of at most `maxWidth`; a word longer than a line is broken where the line ends,
 * letters with what belongs to them together.
 */
export function wrapText(text: string, maxWidth: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= maxWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else if (measure(word) <= maxWidth) lines.push(word);
    else lines.push(...breakWord(word, maxWidth, measure));
  }
  return lines;
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function breakWord(word: string, maxWidth: number, measure: (line: string) => number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const { segment } of letters.segment(word)) {
    if (part !== "" && measure(part + segment) > maxWidth) {
      parts.push(part);
      part = "";
    }
    part += segment;
  }
  return [...parts, part];
}

/** Keeps a piece of text in its own order within a line of the other direction. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

function setFont(context: CanvasRenderingContext2D, { sizePx, weight }: TextStyle): void {
  context.font = `${weight} ${sizePx}px ${FAMILIES}`;
}

/** Lines of text below each other, put together one by one. */
export interface Flow {
  /** Breaks a text into lines, `leading` pixels from one to the next; nothing for an empty text. */
  readonly write: (text: string, style: TextStyle, leading: number) => void;
  /** One line, made smaller if it is wider than there is room. */
  readonly fit: (text: string, style: TextStyle, leading: number) => void;
  readonly skip: (height: number) => void;
  /** A short bar in a colour, where lines of text start. */
  readonly bar: (width: number, height: number, colour: string) => void;
  readonly block: () => Block;
}

/** Where in the height of a line its baseline lies. */
const BASELINE = 0.76;

export function createFlow(pen: Pen, width: number): Flow {
  const strokes: ((x: number, y: number) => void)[] = [];
  let height = 0;
  const put = (text: string, style: TextStyle, leading: number) => {
    const at = height + leading * BASELINE;
    strokes.push((x, y) => drawLine(pen, text, { box: { x, width }, y: y + at }, style));
    height += leading;
  };
  return {
    write(text, style, leading) {
      if (text === "") return;
      const measure = (line: string) => measureText(pen, line, style);
      for (const line of wrapText(text, width, measure)) put(line, style, leading);
    },
    fit(text, style, leading) {
      if (text === "") return;
      const share = Math.min(1, width / measureText(pen, text, style));
      put(text, { ...style, sizePx: style.sizePx * share }, leading * share);
    },
    skip: (by) => (height += by),
    bar(barWidth, barHeight, colour) {
      const at = height;
      strokes.push((x, y) => {
        pen.context.fillStyle = colour;
        pen.context.fillRect(pen.isRtl ? x + width - barWidth : x, y + at, barWidth, barHeight);
      });
      height += barHeight;
    },
    block: () => ({ height, draw: (x, y) => strokes.forEach((stroke) => stroke(x, y)) }),
  };
}

/** Blocks beside each other, the first where lines of text start, in columns of one width. */
export function placeBeside(pen: Pen, blocks: readonly Block[], width: number, gap: number): Block {
  const column = (width - gap * (blocks.length - 1)) / blocks.length;
  const height = Math.max(0, ...blocks.map((block) => block.height));
  const inOrder = pen.isRtl ? blocks.toReversed() : blocks;
  return {
    height,
    draw: (x, y) =>
      inOrder.forEach((block, index) => block.draw(x + index * (column + gap), y + height - block.height)),
  };
}
