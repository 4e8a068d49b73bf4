/** Pixels of an icon or pattern, four bytes each (not premultiplied), as MapLibre's `addImage` takes them. */
export interface MapImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  /** Parts that may be stretched around a text, in image pixels. */
  readonly stretch?: readonly [from: number, to: number];
}

/** Image pixels to one CSS pixel. */
export const IMAGE_PIXEL_RATIO = 2;

/** An image that shows nothing and keeps names away from where it stands: 8 CSS pixels square. */
export const BLANK_NAME = "blank";

/*
 * The name of an image says all that is needed to draw it, colours included, so a change of theme asks for other
 * names and nothing has to be replaced.
 */

/** The fine diagonal over a side's tint. */
export function hatchName(colour: string): string {
  return ["hatch", colour].join("|");
}

/** A disc in two halves, a contested town, as the parts of a name; the two colours may be expressions. */
export function halvesName<Colour>(left: Colour, right: Colour, halo: string): (Colour | string)[] {
  return ["halves|", left, "|", right, "|", halo];
}

/** An observation post, as the parts of a name; fill and stroke may be expressions. */
export function diamondName<Colour>(fill: Colour, stroke: Colour, halo: string): (Colour | string)[] {
  return ["diamond|", fill, "|", stroke, "|", halo];
}

/** The plate under the number of a highway. */
export function shieldName({ fill, stroke }: { fill: string; stroke: string }): string {
  return ["shield", fill, stroke].join("|");
}

/** Draws the image a name of this file asks for; `undefined` for any other name. Colours are `#rrggbb`. */
export function drawMapImage(name: string): MapImage | undefined {
  const [kind, ...colours] = name.split("|");
  const [first = "#000000", second = first, third = first] = colours;
  switch (kind) {
    case BLANK_NAME:
      return paint(16, []);
    case "hatch":
      return paint(HATCH_PERIOD, [{ colour: first, cover: coverHatch }]);
    case "halves":
      return paint(40, [
        { colour: third, cover: (x, y) => coverInside(Math.hypot(x - 20, y - 20) - 19) },
        { colour: first, cover: (x, y) => coverInside(Math.hypot(x - 20, y - 20) - 16) },
        { colour: second, cover: (x, y) => coverInside(Math.max(Math.hypot(x - 20, y - 20) - 16, 20 - x)) },
        {
          colour: third,
          cover: (x, y) => coverInside(Math.max(Math.hypot(x - 20, y - 20) - 16, Math.abs(x - 20) - 1)),
        },
      ]);
    case "diamond":
      return paint(26, [
        { colour: third, cover: (x, y) => coverInside(distanceToDiamond(x - 13, y - 13, 12)) },
        { colour: second, cover: (x, y) => coverInside(distanceToDiamond(x - 13, y - 13, 9.6)) },
        { colour: first, cover: (x, y) => coverInside(distanceToDiamond(x - 13, y - 13, 5.6)) },
      ]);
    case "shield":
      return {
        ...paint(24, [
          { colour: second, cover: (x, y) => coverInside(distanceToPlate(x - 12, y - 12, 11, 6)) },
          { colour: first, cover: (x, y) => coverInside(distanceToPlate(x - 12, y - 12, 9.4, 4.6)) },
        ]),
        stretch: [8, 16],
      };
    default:
      return undefined;
  }
}

/** Image pixels between two hatch lines along either axis: 8 CSS pixels, so 5.7 across the lines. */
const HATCH_PERIOD = 16;
const HATCH_WIDTH = 1.9;

/**
 * The diagonal runs where x + y is a multiple of the period, so it meets itself at all four edges of the image: the
 * pattern has no seam, wherever a tile ends.
 */
function coverHatch(x: number, y: number): number {
  const along = (x + y) % HATCH_PERIOD;
  const distance = Math.min(along, HATCH_PERIOD - along) / Math.SQRT2;
  return coverInside(distance - HATCH_WIDTH / 2);
}

function distanceToDiamond(x: number, y: number, radius: number): number {
  return (Math.abs(x) + Math.abs(y) - radius) / Math.SQRT2;
}

function distanceToPlate(x: number, y: number, half: number, corner: number): number {
  const dx = Math.abs(x) - half + corner;
  const dy = Math.abs(y) - half + corner;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
}

/** How much of a pixel lies inside a shape whose edge is `distance` pixels away (negative: within). */
function coverInside(distance: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance));
}

interface Shape {
  readonly colour: string;
  /** Share of the pixel with its centre at (x, y) that the shape covers. */
  readonly cover: (x: number, y: number) => number;
}

function paint(size: number, shapes: readonly Shape[]): MapImage {
  const data = new Uint8ClampedArray(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let pixel: Pixel = [0, 0, 0, 0];
      for (const { colour, cover } of shapes) pixel = layOver(pixel, colour, cover(column + 0.5, row + 0.5));
      data.set([pixel[0], pixel[1], pixel[2], pixel[3] * 255], (row * size + column) * 4);
    }
  }
  return { width: size, height: size, data };
}

/** Red, green, blue (0-255) and opacity (0-1). */
type Pixel = readonly [number, number, number, number];

function layOver(under: Pixel, colour: string, alpha: number): Pixel {
  const total = alpha + under[3] * (1 - alpha);
  if (total === 0) return under;
  const [red, green, blue] = parseColour(colour);
  const mix = (over: number, below: number) => (over * alpha + below * under[3] * (1 - alpha)) / total;
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), total];
}

function parseColour(text: string): readonly [number, number, number] {
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
