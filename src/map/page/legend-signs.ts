import { drawMapImage, hatchName, IMAGE_PIXEL_RATIO } from "../../../styles/map/map-images.ts";
import type { Palette } from "../../../styles/palette.ts";
import type { LegendSign } from "./legend.ts";

/** Size of a sign in the legend, in pixels of the page. */
export const SIGN_WIDTH = 34;
const HALF = SIGN_WIDTH / 2;
const SWATCH_HEIGHT = 16;

/** Draws a sign as the map draws the mark it stands for, centred on `y` and starting at `x`. */
export function drawSign(
  context: CanvasRenderingContext2D,
  sign: LegendSign,
  at: { readonly x: number; readonly y: number; readonly scale: number },
  palette: Palette,
): void {
  context.save();
  context.translate(at.x, at.y);
  context.scale(at.scale, at.scale);
  context.lineCap = "round";
  switch (sign.kind) {
    case "area":
      drawArea(context, sign.colour, palette);
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
      drawInTurn(
        context,
        sign.colours.length > 0
          ? sign.colours.map((colour) => palette.sides[colour].mark)
          : [palette.unknown],
      );
      break;
    case "corridor":
      drawCorridor(context, palette.sides.violet.mark);
      break;
    case "patrols":
      strokeLine(context, palette.unknown, 2.6);
      drawDots(context, palette.sides.violet.mark);
      break;
    case "changed":
      fillDisc(context, 8.5, palette.amber);
      fillDisc(context, 6.2, palette.casing);
      fillDisc(context, 4.4, palette.unknown);
      break;
    case "contested":
      fillDisc(context, 6.4, palette.sides.green.mark);
      context.beginPath();
      context.arc(HALF, 0, 6.4, -Math.PI / 2, Math.PI / 2);
      context.fillStyle = palette.sides.vermilion.mark;
      context.fill();
      break;
    case "post":
    case "encircled":
      drawDiamond(context, palette, sign.kind === "encircled");
      break;
    default:
      sign satisfies never;
  }
  context.restore();
}

function drawArea(context: CanvasRenderingContext2D, colour: keyof Palette["sides"], palette: Palette): void {
  const { tint, tintOpacity, hatch } = palette.sides[colour];
  fillSwatch(context, palette.land, 1);
  fillSwatch(context, tint, tintOpacity);
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

function drawDiamond(context: CanvasRenderingContext2D, palette: Palette, isHollow: boolean): void {
  const radius = 5.5;
  context.beginPath();
  context.moveTo(HALF, -radius);
  context.lineTo(HALF + radius, 0);
  context.lineTo(HALF, radius);
  context.lineTo(HALF - radius, 0);
  context.closePath();
  context.fillStyle = isHollow ? palette.casing : palette.sides.violet.mark;
  context.fill();
  context.strokeStyle = palette.sides.violet.mark;
  context.lineWidth = 2;
  context.stroke();
}
