/**
 * A colour by its lightness (0 to 1), its chroma (0: grey) and its hue (in radians), in Oklch (Björn Ottosson, 2020): equal steps
 * look equal. Written out here, a page of sums, since the library for it is fetched before the first picture; the tests
 * hold it to that library.
 */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

type Triple = readonly [number, number, number];

/** @throws RangeError if it is no `#rrggbb`. */
export function toOklch(hex: string): Oklch {
  const [r, g, b] = toLinear(hex);
  const [l, m, s] = [
    Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
    Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
    Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b),
  ];
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: lightness, c: Math.hypot(x, y), h: Math.atan2(y, x) };
}

/** The colour as `#rrggbb`; where a screen has none so strong, the strongest it has of that lightness and hue. */
export function formatOklch({ l, c, h }: Oklch): string {
  const lightness = Math.min(1, Math.max(0, l));
  let [low, high] = [0, c];
  if (!isShown(toRgb(lightness, c, h))) {
    for (let round = 0; round < 20; round++) {
      const middle = (low + high) / 2;
      if (isShown(toRgb(lightness, middle, h))) low = middle;
      else high = middle;
    }
    high = low;
  }
  return `#${toRgb(lightness, high, h).map(toHexPair).join("")}`;
}

/** The contrast of two colours, `#rrggbb`, from 1 to 21 (WCAG 2.2). */
export function measureContrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(measureLuminance).toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function measureLuminance(hex: string): number {
  const [r, g, b] = toLinear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toLinear(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`Not a colour: ${JSON.stringify(hex)}`);
  const part = (place: number) => {
    const value = Number.parseInt(hex.slice(place, place + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Red, green and blue, from 0 to 1 if a screen shows the colour. */
function toRgb(lightness: number, c: number, h: number): Triple {
  const [x, y] = [c * Math.cos(h), c * Math.sin(h)];
  const [l, m, s] = [
    (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3,
    (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3,
    (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3,
  ];
  return [
    bend(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    bend(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    bend(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function bend(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/** To a rounding: grey is made of three numbers that are not quite equal. */
function isShown(parts: Triple): boolean {
  return parts.every((part) => part >= -1e-4 && part <= 1 + 1e-4);
}

function toHexPair(part: number): string {
  const byte = Math.round(255 * Math.min(1, Math.max(0, part)));
  return byte.toString(16).padStart(2, "0");
}
