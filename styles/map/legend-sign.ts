import type { LegendItem } from "../../src/core/measure/legend.ts";
import type { Side } from "../../src/core/records.ts";
import { drawMapImage, hatchName, IMAGE_PIXEL_RATIO } from "./map-images.ts";
import type { Palette, SideTones } from "../palette.ts";

/** Size of a sign in the legend, in pixels of the page. */
export const SIGN_WIDTH = 34;
const HALF = SIGN_WIDTH / 2;
const SWATCH_HEIGHT = 16;

/** Height that a sign needs, in the same pixels. */
export const SIGN_HEIGHT = 20;

/**
 * Draws a sign as the map draws the mark it stands for, centred on `y` and starting at `x`: in the legend of the page
 * and of the picture. A side that is not among `sides` is drawn as unknown.
 */
export function drawSign(
  context: CanvasRenderingContext2D,
  item: LegendItem,
  at: { readonly x: number; readonly y: number; readonly scale: number },
  { palette, sides }: { readonly palette: Palette; readonly sides: readonly Side[] },
): void {
  const findTones = (id: string | undefined) => {
    const colour = sides.find((side) => side.id === id)?.colour;
    return colour && palette.sides[colour];
  };
  const markOf = (id: string | undefined) => findTones(id)?.mark ?? palette.unknown;
  context.save();
  context.translate(at.x, at.y);
  context.scale(at.scale, at.scale);
  context.lineCap = "round";
  switch (item.kind) {
    case "side":
      drawArea(context, findTones(item.side), palette);
      break;
    case "gains":
      fillSwatch(context, palette.land, 1);
      fillSwatch(context, palette.amber, 0.42);
      break;
    case "front":
      strokeLine(context, palette.casing, 6.5);
      strokeLine(context, palette.frontLine, 2.8);
      break;
    case "inferred":
      strokeLine(context, palette.casing, 6.5);
      context.lineCap = "butt";
      context.setLineDash([9.5, 4.2]);
      strokeLine(context, palette.frontLine, 2.8);
      break;
    case "previous":
      context.setLineDash([0, 4]);
      context.globalAlpha = 0.7;
      strokeLine(context, palette.frontLine, 1.9);
      break;
    case "quiet":
      strokeLine(context, palette.muted, 1.2);
      break;
    case "highways":
      strokeLine(context, palette.casing, 5.4);
      drawInTurn(context, item.sides.length > 0 ? item.sides.map(markOf) : [palette.unknown]);
      break;
    case "corridor":
      drawCorridor(context, palette.corridor);
      break;
    case "patrols":
      strokeLine(context, palette.unknown, 2.6);
      drawDots(context, palette.corridor);
      break;
    case "changed":
      fillDisc(context, 8.5, palette.amber);
      fillDisc(context, 6.2, palette.casing);
      fillDisc(context, 4.4, palette.unknown);
      break;
    case "contested":
      fillDisc(context, 6.4, markOf(item.sides[0]));
      context.beginPath();
      context.arc(HALF, 0, 6.4, -Math.PI / 2, Math.PI / 2);
      context.fillStyle = markOf(item.sides[1]);
      context.fill();
      context.fillStyle = palette.casing;
      context.fillRect(HALF - 0.5, -6.4, 1, 12.8);
      break;
    case "post":
      drawDiamond(context, markOf(item.side), item.isEncircled ? palette.casing : markOf(item.side));
      break;
    default:
      item satisfies never;
  }
  context.restore();
}

/** Ground in a side's tint and hatch; plain where the side is unknown. */
function drawArea(context: CanvasRenderingContext2D, tones: SideTones | undefined, palette: Palette): void {
  fillSwatch(context, palette.land, 1);
  if (tones) fillSwatch(context, tones.tint, tones.tintOpacity);
  const hatch = tones?.hatch;
  const image = hatch === undefined ? undefined : drawMapImage(hatchName(hatch));
  if (image) {
    const tile = new OffscreenCanvas(image.width, image.height);
    const pixels = new Uint8ClampedArray(image.data);
    tile.getContext("2d")?.putImageData(new ImageData(pixels, image.width, image.height), 0, 0);
    const pattern = context.createPattern(tile, "repeat");
    pattern?.setTransform(new DOMMatrix().scale(1 / IMAGE_PIXEL_RATIO));
    context.globalAlpha = 0.35;
    context.fillStyle = pattern ?? "transparent";
    context.fillRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
    context.globalAlpha = 1;
  }
  context.strokeStyle = palette.rule;
  context.strokeRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
}

function fillSwatch(context: CanvasRenderingContext2D, colour: string, opacity: number): void {
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.fillRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
  context.globalAlpha = 1;
}

function strokeLine(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(2, 0);
  context.lineTo(SIGN_WIDTH - 2, 0);
  context.stroke();
}

function drawInTurn(context: CanvasRenderingContext2D, colours: readonly string[]): void {
  const width = (SIGN_WIDTH - 4) / colours.length;
  colours.forEach((colour, index) => {
    context.fillStyle = colour;
    context.fillRect(2 + index * width, -1.4, width, 2.8);
  });
}

function fillDisc(context: CanvasRenderingContext2D, radius: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(HALF, 0, radius, 0, 2 * Math.PI);
  context.fill();
}

function drawCorridor(context: CanvasRenderingContext2D, colour: string): void {
  fillSwatch(context, colour, 0.07);
  context.lineCap = "butt";
  context.setLineDash([6, 4]);
  context.strokeStyle = colour;
  context.lineWidth = 1.4;
  context.strokeRect(0, -SWATCH_HEIGHT / 2, SIGN_WIDTH, SWATCH_HEIGHT);
}

/** A row of dots on either side of the line. */
function drawDots(context: CanvasRenderingContext2D, colour: string): void {
  context.setLineDash([0, 5]);
  context.translate(0, -4.2);
  strokeLine(context, colour, 2);
  context.translate(0, 8.4);
  strokeLine(context, colour, 2);
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
