import type { Figure } from "../../src/core/records.ts";
import { writeNumber, writePercent } from "./report-text.ts";

const QUALIFIER_WORDS: Readonly<Record<Figure["qualifier"], string>> = {
  exactly: "",
  about: "about ",
  "at-least": "at least ",
  over: "over ",
  "up-to": "up to ",
  nearly: "nearly ",
};

/** "over 40 km" */
export function writeFigure({ qualifier, value, valueHigh, unit }: Figure): string {
  const range =
    valueHigh === undefined ? writeNumber(value) : `${writeNumber(value)}–${writeNumber(valueHigh)}`;
  return `${QUALIFIER_WORDS[qualifier]}${range}${writeUnit(unit)}`;
}

function writeUnit(unit: string): string {
  if (unit === "percent") return " %";
  return unit === "km2" ? " km²" : ` ${unit}`;
}

/** How a computed number differs from a published one, in words: a lower or upper limit may be kept. */
export function describeDifference(figure: Figure, computed: number): string {
  const { value, qualifier, unit } = figure;
  const difference = computed - value;
  const size = `${writeNumber(Math.abs(difference))}${unit === "percent" ? " percentage points" : writeUnit(unit)}`;
  const isLower = qualifier === "over" || qualifier === "at-least";
  if (Math.round(Math.abs(difference)) === 0) return "none";
  if (isLower && difference > 0) return `none: ${size} above the limit given`;
  if (qualifier === "up-to" && difference < 0) return `none: ${size} below the limit given`;
  const share = unit === "percent" ? "" : ` (${writePercent(Math.abs(difference) / value)})`;
  return `${size}${share} ${difference > 0 ? "more" : "less"} than published`;
}
