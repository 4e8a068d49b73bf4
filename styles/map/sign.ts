import type { Side } from "../../src/core/records.ts";
import { shadeMark } from "./ground-tones.ts";
import { drawMapImage, groundName, hatchName, IMAGE_PIXEL_RATIO } from "./map-images.ts";
import type { Palette } from "../palette.ts";
import { findInferredPattern, INFERRED_OPACITY, type SideTones, toneSides } from "../side-tones.ts";

/** Size of a sign in the legend, in pixels of the page. */
export const SIGN_WIDTH = 34;
/** Size of a ramp, which lies below its text. */
export const RAMP_WIDTH = 216;
export const RAMP_HEIGHT = 12;
const HALF = SIGN_WIDTH / 2;
const SWATCH_HEIGHT = 16;

/** Height that a sign needs, in the same pixels. */
export const SIGN_HEIGHT = 20;

/** Draws the sign of a mark as the map draws the mark. */
export type Sign = (pen: SignPen) => void;

/** Strokes of which signs are made, in the middle of a sign's box. Widths and radii are pixels of the page. */
export interface SignPen {
  readonly palette: Palette;
  /** The colour of a side's marks; that of unknown ground for what is no side. */
  readonly markOf: (side: string | undefined) => string;
  /** Ground in a side's tint and pattern; plain where the side is unknown. */
  readonly area: (side: string) => void;
  /** Ground of a side that is inferred: hatched, without a tint. */
  readonly inferred: (side: string) => void;
  readonly swatch: (colour: string, opacity: number) => void;
  /** A faint ground with a broken edge. */
  readonly frame: (colour: string) => void;
  readonly line: (colour: string, width: number, options?: LineOptions) => void;
  /** Ground of a side in some of its shades, one beside the other as time runs, over the width of a ramp. */
  readonly ground: (side: string, shades: readonly number[]) => void;
  /** Three lines, one below the other, from one opacity to another. */
  readonly fading: (colour: string, width: number, opacities: readonly [number, number]) => void;
  /** A line cut into as many parts as there are colours. */
  readonly bars: (colours: readonly string[]) => void;
  /** A row of dots above and below a line. */
  readonly dots: (colour: string) => void;
  readonly disc: (radius: number, colour: string) => void;
  readonly halves: (left: string, right: string) => void;
  readonly diamond: (stroke: string, fill: string) => void;
  /** An image of the map by its name, in its own size. */
  readonly image: (name: string) => void;
}

export interface LineOptions {
  /** Lengths of strokes and gaps in turn; a stroke of length 0 is a dot. */
  readonly dashes?: readonly number[];
  readonly opacity?: number;
}

/**
 * Draws a sign centred on `y` and starting at `x`: in the legend of the page and of the picture. A side that is not among
 * `sides` is drawn as unknown.
 */
export function drawSign(
  context: CanvasRenderingContext2D,
  sign: Sign,
  at: { readonly x: number; readonly y: number; readonly scale: number; readonly isRtl?: boolean },
  { palette, sides }: { readonly palette: Palette; readonly sides: readonly Side[] },
): void {
  const tones = toneSides(palette, sides);
  const findTones = (id: string | undefined) => tones.get(id ?? "");
  const markOf = (id: string | undefined) => findTones(id)?.mark ?? palette.unknown;
  context.save();
  context.translate(at.x, at.y);
  context.scale(at.scale, at.scale);
  sign({
    palette,
    markOf,
    area: (side) => drawArea(context, findTones(side), palette),
    inferred: (side) => {
      const pattern = findInferredPattern(sides.findIndex(({ id }) => id === side));
      drawInferred(context, hatchName(pattern, markOf(side)), palette);
    },
    swatch: (colour, opacity) => fillSwatch(context, colour, opacity),
    frame: (colour) => drawFrame(context, colour),
    line: (colour, width, options) => strokeLine(context, colour, width, options),
    ground: (side, shades) => {
      const looks = shades.map((shade) => shadeMark(markOf(side), shade, palette));
      const pattern = findTones(side)?.pattern ?? "plain";
      const images = looks.map(({ fill, ink }) => groundName(pattern, fill, ink));
      drawRamp(context, at.isRtl ? images.toReversed() : images, palette.rule);
    },
    fading: (colour, width, opacities) => strokeFading(context, { colour, width }, opacities),
    bars: (colours) => drawBars(context, colours),
    dots: (colour) => drawDots(context, colour),
    disc: (radius, colour) => fillDisc(context, radius, colour),
    halves: (left, right) => drawHalves(context, [left, right], palette.casing),
    diamond: (stroke, fill) => drawDiamond(context, stroke, fill),
    image: (name) => drawImage(context, name),
  });
  context.restore();
}

/** Ground in a side's tint and pattern; plain where the side is unknown. */
function drawArea(context: CanvasRenderingContext2D, tones: SideTones | undefined, palette: Palette): void {
  fillSwatch(context, palette.land, 1);
  if (tones) fillSwatch(context, tones.tint, tones.tintOpacity);
  if (tones) {
    context.globalAlpha = palette.patternOpacity ?? 0.35;
    context.fillStyle = fillWithImage(context, hatchName(tones.pattern, tones.mark));
    context.fillRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
    context.globalAlpha = 1;
  }
  context.strokeStyle = palette.rule;
  context.lineWidth = 1;
  context.strokeRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
}

function drawInferred(context: CanvasRenderingContext2D, image: string, palette: Palette): void {
  fillSwatch(context, palette.land, 1);
  context.globalAlpha = INFERRED_OPACITY;
  context.fillStyle = fillWithImage(context, image);
  context.fillRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
  context.globalAlpha = 1;
}

function drawRamp(context: CanvasRenderingContext2D, images: readonly string[], edge: string): void {
  const width = RAMP_WIDTH / images.length;
  images.forEach((name, index) => {
    context.fillStyle = fillWithImage(context, name);
    context.fillRect(index * width, -RAMP_HEIGHT / 2, width, RAMP_HEIGHT);
  });
  context.strokeStyle = edge;
  context.lineWidth = 1;
  context.strokeRect(0, -RAMP_HEIGHT / 2, RAMP_WIDTH, RAMP_HEIGHT);
}

/** An image of the map, over and over; nothing if no image has this name. */
function fillWithImage(context: CanvasRenderingContext2D, name: string): CanvasPattern | string {
  const tile = paintImage(name);
  const pattern = tile && context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / IMAGE_PIXEL_RATIO));
  return pattern ?? "transparent";
}

/** `undefined` if no image has this name. */
function paintImage(name: string): OffscreenCanvas | undefined {
  const image = drawMapImage(name);
  if (!image) return undefined;
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pixels = new Uint8ClampedArray(image.data);
  // Signs are read back. From the graphics processor, busy with the first picture, that takes 50 milliseconds an image.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.putImageData(new ImageData(pixels, image.width, image.height), 0, 0);
  return canvas;
}

function drawImage(context: CanvasRenderingContext2D, name: string): void {
  const image = paintImage(name);
  if (!image) return;
  const [width, height] = [image.width / IMAGE_PIXEL_RATIO, image.height / IMAGE_PIXEL_RATIO];
  context.drawImage(image, HALF - width / 2, -height / 2, width, height);
}

function fillSwatch(context: CanvasRenderingContext2D, colour: string, opacity: number): void {
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.fillRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
  context.globalAlpha = 1;
}

function drawFrame(context: CanvasRenderingContext2D, colour: string): void {
  fillSwatch(context, colour, 0.07);
  context.lineCap = "butt";
  context.setLineDash([6, 4]);
  context.strokeStyle = colour;
  context.lineWidth = 1.4;
  context.strokeRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
}

function strokeLine(
  context: CanvasRenderingContext2D,
  colour: string,
  width: number,
  { dashes = [], opacity = 1 }: LineOptions = {},
): void {
  // A dot is a stroke without length: its ends make it.
  context.lineCap = dashes.length > 0 && dashes[0] !== 0 ? "butt" : "round";
  context.setLineDash([...dashes]);
  context.globalAlpha = opacity;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(2, 0);
  context.lineTo(SIGN_WIDTH - 2, 0);
  context.stroke();
  context.globalAlpha = 1;
}

/** Lines one below the other, each stronger than the one above it. */
function strokeFading(
  context: CanvasRenderingContext2D,
  { colour, width }: { readonly colour: string; readonly width: number },
  [first, last]: readonly [number, number],
): void {
  const steps = [0, 1, 2];
  for (const step of steps) {
    context.save();
    context.translate(0, (step - 1) * 4.5);
    strokeLine(context, colour, width, { opacity: first + ((last - first) * step) / 2 });
    context.restore();
  }
}

function drawBars(context: CanvasRenderingContext2D, colours: readonly string[]): void {
  const width = (SIGN_WIDTH - 4) / colours.length;
  colours.forEach((colour, index) => {
    context.fillStyle = colour;
    context.fillRect(2 + index * width, -1.4, width, 2.8);
  });
}

function drawDots(context: CanvasRenderingContext2D, colour: string): void {
  const dotted = { dashes: [0, 5] };
  context.translate(0, -4.2);
  strokeLine(context, colour, 2, dotted);
  context.translate(0, 8.4);
  strokeLine(context, colour, 2, dotted);
  context.translate(0, -4.2);
}

function fillDisc(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(HALF, 0, radius, 0, 2 * Math.PI);
  context.fill();
}

const HALVES_RADIUS = 6.4;

function drawHalves(
  context: CanvasRenderingContext2D,
  [left, right]: readonly [string, string],
  seam: string,
): void {
  fillDisc(context, HALVES_RADIUS, left);
  context.beginPath();
  context.arc(HALF, 0, HALVES_RADIUS, -Math.PI / 2, Math.PI / 2);
  context.fillStyle = right;
  context.fill();
  context.fillStyle = seam;
  context.fillRect(HALF - 0.5, -HALVES_RADIUS, 1, 2 * HALVES_RADIUS);
}

function drawDiamond(context: CanvasRenderingContext2D, stroke: string, fill: string): void {
  const radius = 5.5;
  context.beginPath();
  context.moveTo(HALF, -radius);
  context.lineTo(HALF + radius, 0);
  context.lineTo(HALF, radius);
  context.lineTo(HALF - radius, 0);
  context.closePath();
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = stroke;
  context.lineWidth = 2;
  context.stroke();
}
