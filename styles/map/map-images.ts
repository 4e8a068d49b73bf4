import type { Pattern } from "../side-tones.ts";

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

/** The fine pattern over a side's tint. */
export function hatchName(pattern: Pattern, colour: string): string {
  return ["hatch", pattern, colour].join("|");
}

/** Ground in one colour with the pattern of a side on it, for what is to cover all that lies below. */
export function groundName(pattern: Pattern, fill: string, ink: string): string {
  return ["ground", pattern, fill, ink].join("|");
}

/** A disc in two halves, a contested town, as the parts of a name; the two colours may be expressions. */
export function halvesName<Colour>(left: Colour, right: Colour, halo: string): (Colour | string)[] {
  return ["halves|", left, "|", right, "|", halo];
}

/** An observation post, as the parts of a name; fill and stroke may be expressions. */
export function diamondName<Colour>(fill: Colour, stroke: Colour, halo: string): (Colour | string)[] {
  return ["diamond|", fill, "|", stroke, "|", halo];
}

/** A small disc, a place of the base map. */
export function spotName(fill: string, halo: string): string {
  return ["spot", fill, halo].join("|");
}

/** The plate under the number of a highway. */
export function shieldName({ fill, stroke }: { fill: string; stroke: string }): string {
  return ["shield", fill, stroke].join("|");
}

/** The figures that tell kinds of events apart by their form alone. */
export const GLYPHS = [
  "bars",
  "burst",
  "bubble",
  "cross",
  "drop",
  "plus",
  "ring",
  "square",
  "wedge",
] as const;
export type Glyph = (typeof GLYPHS)[number];

/** A round plate with a glyph; the glyph may be an expression. */
export function badgeName<Name>(
  glyph: Name,
  { ink, fill, stroke }: { ink: string; fill: string; stroke: string },
): (Name | string)[] {
  return ["badge|", glyph, "|", ink, "|", fill, "|", stroke];
}

/** Draws the image a name of this file asks for; `undefined` for any other name. Colours are `#rrggbb`. */
export function drawMapImage(name: string): MapImage | undefined {
  const [kind, ...colours] = name.split("|");
  const [first = "#000000", second = first, third = first] = colours;
  switch (kind) {
    case BLANK_NAME:
      return paint(16, []);
    case "hatch": {
      const distance = HATCH_DISTANCES[first as Pattern];
      const cover = distance && ((x: number, y: number) => coverInside(distance(x, y) - HATCH_WIDTH / 2));
      return cover && paint(HATCH_PERIOD, [{ colour: second, cover }]);
    }
    case "ground": {
      const distance = HATCH_DISTANCES[first as Pattern];
      const ground = { colour: second, cover: () => 1 };
      if (!distance) return paint(HATCH_PERIOD, [ground]);
      const cover = (x: number, y: number) => coverInside(distance(x, y) - HATCH_WIDTH / 2);
      return paint(HATCH_PERIOD, [ground, { colour: third, cover }]);
    }
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
    case "spot":
      return paint(12, [
        { colour: second, cover: (x, y) => coverInside(Math.hypot(x - 6, y - 6) - 4.6) },
        { colour: first, cover: (x, y) => coverInside(Math.hypot(x - 6, y - 6) - 3) },
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
    case "badge":
      return drawBadge(first, colours.slice(1));
    default:
      return undefined;
  }
}

const BADGE_SIZE = 36;

/** `undefined` for a glyph that does not exist. */
function drawBadge(glyph: string, [ink = "#000000", fill = ink, stroke = ink]: readonly string[]) {
  const distance = GLYPH_DISTANCES[glyph as Glyph];
  if (!distance) return undefined;
  const middle = BADGE_SIZE / 2;
  const toDisc = (x: number, y: number, radius: number) => Math.hypot(x - middle, y - middle) - radius;
  return paint(BADGE_SIZE, [
    { colour: stroke, cover: (x, y) => coverInside(toDisc(x, y, 16.5)) },
    { colour: fill, cover: (x, y) => coverInside(toDisc(x, y, 14.7)) },
    { colour: ink, cover: (x, y) => coverInside(distance(x - middle, y - middle)) },
  ]);
}

/** How far a point lies outside each glyph (negative: within), in image pixels from the middle, y downwards. */
const GLYPH_DISTANCES: Readonly<Record<Glyph, (x: number, y: number) => number>> = {
  bars: (x, y) => distanceToBox(Math.abs(x) - 3.6, y, 1.9, 7),
  // Eight rays, long and short in turn.
  burst: (x, y) => {
    const turn = Math.atan2(y, x);
    const ray = 0.5 + 0.5 * Math.cos(4 * turn);
    const between = 0.5 + 0.5 * Math.cos(4 * turn + Math.PI);
    return (Math.hypot(x, y) - 4.4 - 7.6 * ray ** 3 - 3 * between ** 3) * 0.6;
  },
  bubble: (x, y) =>
    Math.min(
      distanceToBox(x, y + 1.8, 8, 5.4) - 0.8,
      distanceToTriangle(x + 2.2, y - 3.4, [
        [-2.4, 0],
        [3.4, 0],
        [-2.4, 5.4],
      ]),
    ),
  cross: (x, y) => {
    const [along, across] = [Math.abs(x + y) / Math.SQRT2, Math.abs(x - y) / Math.SQRT2];
    return Math.min(distanceToBox(along, across, 9.4, 2.3), distanceToBox(across, along, 9.4, 2.3));
  },
  drop: (x, y) =>
    Math.min(
      distanceToTriangle(x, y, [
        [0, -9],
        [5.2, 1],
        [-5.2, 1],
      ]),
      Math.hypot(x, y - 2.2) - 5.4,
    ),
  plus: (x, y) => Math.min(distanceToBox(x, y, 8.4, 2.7), distanceToBox(x, y, 2.7, 8.4)),
  ring: (x, y) => Math.abs(Math.hypot(x, y) - 5.8) - 1.8,
  square: (x, y) => distanceToBox(x, y, 6, 6),
  wedge: (x, y) =>
    distanceToTriangle(x, y, [
      [0, -8],
      [8, 6],
      [-8, 6],
    ]),
};

function distanceToBox(x: number, y: number, halfWidth: number, halfHeight: number): number {
  const [dx, dy] = [Math.abs(x) - halfWidth, Math.abs(y) - halfHeight];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
}

type Corner = readonly [x: number, y: number];

/** Exact inside and near the edges; the corners run clockwise on the screen. */
function distanceToTriangle(x: number, y: number, [a, b, c]: readonly [Corner, Corner, Corner]): number {
  const toEdge = ([ax, ay]: Corner, [bx, by]: Corner) =>
    ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / Math.hypot(bx - ax, by - ay);
  return Math.max(toEdge(a, b), toEdge(b, c), toEdge(c, a));
}

/** Image pixels between two hatch lines along either axis: 8 CSS pixels, so 5.7 across the lines. */
export const HATCH_PERIOD = 16;
const HATCH_WIDTH = 1.9;

/**
 * How far a point lies from the middle of the lines of each pattern, in image pixels. Each meets itself at all four
 * edges of the image: the pattern has no seam, wherever a tile ends.
 */
const HATCH_DISTANCES: Readonly<Partial<Record<Pattern, (x: number, y: number) => number>>> = {
  diagonal: (x, y) => toLine(x + y) / Math.SQRT2,
  counter: (x, y) => toLine(x - y) / Math.SQRT2,
  level: (_, y) => toLine(2 * y) / 2,
  upright: (x) => toLine(2 * x) / 2,
  grid: (x, y) => Math.min(toLine(x), toLine(y)),
  cross: (x, y) => Math.min(toLine(x + y), toLine(x - y)) / Math.SQRT2,
  // Larger than a line is wide, or nobody would see them.
  dots: (x, y) => Math.min(Math.hypot(toLine(x), toLine(y)), Math.hypot(toLine(x + 8), toLine(y + 8))) - 0.9,
};

/** The distance to the nearest multiple of the period. */
function toLine(along: number): number {
  const rest = ((along % HATCH_PERIOD) + HATCH_PERIOD) % HATCH_PERIOD;
  return Math.min(rest, HATCH_PERIOD - rest);
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

export function parseColour(text: string): readonly [number, number, number] {
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
