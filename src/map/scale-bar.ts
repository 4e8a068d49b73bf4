import type { MapWords } from "../words/map-words.ts";
import { WORLD_PX } from "./camera.ts";

export interface ScaleBar {
  readonly lengthMetres: number;
  readonly widthPx: number;
}

const EARTH_CIRCUMFERENCE_METRES = 40_075_016.686;

/**
 * The longest round length (1, 2 or 5 times a power of ten) that fits into `maxWidthPx` on a Mercator map at
 * `latitude` and `zoom`. True for that latitude only, as on any Mercator map.
 */
export function chooseScaleBar(latitude: number, zoom: number, maxWidthPx: number): ScaleBar {
  const metresPerPx =
    (EARTH_CIRCUMFERENCE_METRES * Math.cos((latitude * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);
  const longest = metresPerPx * maxWidthPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const step = [5, 2, 1].find((candidate) => candidate * power <= longest) ?? 1;
  const lengthMetres = step * power;
  return { lengthMetres, widthPx: lengthMetres / metresPerPx };
}

/** A length in the larger unit that fits, with its number in Latin digits. */
export function describeLength(lengthMetres: number, words: MapWords): string {
  return lengthMetres >= 1000
    ? `${lengthMetres / 1000} ${words.kilometres}`
    : `${lengthMetres} ${words.metres}`;
}
