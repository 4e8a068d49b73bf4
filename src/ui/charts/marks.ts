/** A text of a drawing; where it runs from right to left, `start` is its right end. */
interface TextMark {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  readonly anchor: "start" | "end";
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  /** Drawn around the letters, for a text that lies over something. */
  readonly halo?: string;
}

/** What a drawing is made of, in pixels from its upper left corner. */
export type Mark =
  | TextMark
  | {
      readonly kind: "stroke";
      /** As SVG writes paths, of moves and lines only. */
      readonly path: string;
      readonly colour: string;
      readonly width: number;
      readonly dash?: readonly number[];
    }
  | {
      readonly kind: "ring";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
      readonly colour: string;
      /** Of its line; 0 for a disc. */
      readonly width: number;
    };

/** A drawing that can be put on a canvas or written as SVG, to the same effect. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly direction: "ltr" | "rtl";
  /** As CSS has it. */
  readonly fontFamily: string;
  readonly marks: readonly Mark[];
}

/** Width of the halo of a text. */
const HALO = 3;

/** Draws into a canvas with the upper left corner at its origin. Fonts have to be there already. */
export function drawOnCanvas(context: CanvasRenderingContext2D, drawing: Drawing): void {
  context.save();
  context.direction = drawing.direction;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const mark of drawing.marks) {
    context.setLineDash(mark.kind === "stroke" ? [...(mark.dash ?? [])] : []);
    if (mark.kind === "stroke") {
      context.strokeStyle = mark.colour;
      context.lineWidth = mark.width;
      context.stroke(new Path2D(mark.path));
    } else if (mark.kind === "ring") {
      context.beginPath();
      context.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
      context.fillStyle = mark.fill;
      context.fill();
      if (mark.width > 0) {
        context.strokeStyle = mark.colour;
        context.lineWidth = mark.width;
        context.stroke();
      }
    } else {
      context.font = `${mark.weight} ${mark.size}px ${drawing.fontFamily}`;
      context.textAlign = mark.anchor;
      if (mark.halo) {
        context.strokeStyle = mark.halo;
        context.lineWidth = HALO;
        context.strokeText(mark.text, mark.x, mark.y);
      }
      context.fillStyle = mark.colour;
      context.fillText(mark.text, mark.x, mark.y);
    }
  }
  context.restore();
}

/** The same as an SVG document of its own, with its texts as text. */
export function writeSvg({ width, height, direction, fontFamily, marks }: Drawing): string {
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} direction="${direction}" font-family="${escapeText(fontFamily)}" stroke-linecap="round" stroke-linejoin="round">`,
    ...marks.map(writeMark),
    "</svg>",
  ].join("\n");
}

function writeMark(mark: Mark): string {
  switch (mark.kind) {
    case "stroke": {
      const dash = mark.dash ? ` stroke-dasharray="${mark.dash.join(" ")}"` : "";
      return `<path d="${mark.path}" fill="none" stroke="${mark.colour}" stroke-width="${mark.width}"${dash}/>`;
    }
    case "ring": {
      const line = mark.width > 0 ? ` stroke="${mark.colour}" stroke-width="${mark.width}"` : "";
      return `<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${mark.radius}" fill="${mark.fill}"${line}/>`;
    }
    case "text": {
      const halo = mark.halo ? ` stroke="${mark.halo}" stroke-width="${HALO}" paint-order="stroke"` : "";
      const at = `x="${round(mark.x)}" y="${round(mark.y)}" text-anchor="${mark.anchor}"`;
      const font = `font-size="${mark.size}" font-weight="${mark.weight}"`;
      return `<text ${at} ${font} fill="${mark.colour}"${halo}>${escapeText(mark.text)}</text>`;
    }
  }
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
