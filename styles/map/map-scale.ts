import type { LayerSpecification } from "maplibre-gl";

const STEP = 0.15;
const WALL_FACTOR = 1.3;
/** [width of the window in CSS pixels, factor]: the interface grows alike. */
const STOPS = [
  [1800, 1],
  [2560, 1.35],
  [3840, 1.6],
] as const;

/**
 * By how much the marks and names of the map grow in a window of this width, so that they keep up with the interface.
 * In steps of 0.15: each other factor is another style, and while a window is being widened there should be few. A map that hangs
 * on a wall (`isWall`) is read from further away than one at a desk, if it has the room.
 */
export function chooseMapScale(windowWidthPx: number, isWall = false): number {
  let factor: number = STOPS[0][1];
  for (const [index, [width, value]] of STOPS.entries()) {
    const [widthBefore, valueBefore] = STOPS[index - 1] ?? [width, value];
    if (windowWidthPx < widthBefore || width === widthBefore) continue;
    const share = Math.min(1, (windowWidthPx - widthBefore) / (width - widthBefore));
    factor = valueBefore + share * (value - valueBefore);
  }
  return (
    (1 + Math.round((factor - 1) / STEP) * STEP) * (isWall && windowWidthPx >= STOPS[0][0] ? WALL_FACTOR : 1)
  );
}

const LENGTHS: ReadonlySet<string> = new Set([
  "text-size",
  "text-halo-width",
  "icon-size",
  "symbol-spacing",
  "circle-radius",
  "circle-stroke-width",
  "line-width",
  "line-offset",
  "line-blur",
]);

/** The layer with all its sizes `factor` times as large. Lengths in ems and dashes grow along with what they measure. */
export function scaleLayer(layer: LayerSpecification, factor: number): LayerSpecification {
  if (factor === 1) return layer;
  const scaled: Record<string, unknown> = { ...layer };
  for (const part of ["layout", "paint"] as const) {
    const properties = part in layer ? layer[part as keyof typeof layer] : undefined;
    if (properties === undefined) continue;
    scaled[part] = Object.fromEntries(
      Object.entries(properties as Record<string, unknown>).map(([name, value]) => [
        name,
        LENGTHS.has(name) ? multiply(value, factor) : value,
      ]),
    );
  }
  return scaled as unknown as LayerSpecification;
}

/** A number or an expression times `factor`. The zoom may only be asked for on top, so its outputs are multiplied. */
function multiply(value: unknown, factor: number): unknown {
  if (typeof value === "number") return value * factor;
  if (!Array.isArray(value)) return value;
  if (value[0] !== "interpolate") return ["*", factor, value];
  const [name, curve, input, ...stops] = value;
  return [
    name,
    curve,
    input,
    ...stops.map((stop, index) => (index % 2 === 1 ? multiply(stop, factor) : stop)),
  ];
}
