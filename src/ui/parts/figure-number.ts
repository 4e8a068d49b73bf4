import type { Figure, FigureMeasure } from "../../core/records.ts";
import type { Words } from "../../words/types.ts";

const COUNTED: ReadonlySet<FigureMeasure> = new Set([
  "civilians-killed",
  "civilians-wounded",
  "fighters-killed",
  "fighters-wounded",
  "settlements-captured",
]);

/** Whether the name of the measure says what is counted, so that the number needs no unit. */
export function saysItsUnit(measure: FigureMeasure): boolean {
  return COUNTED.has(measure);
}

/** A number as it is read: "at least" "34", or "about" "900,000" "people". The outer two may be empty. */
export function describeNumber(
  { measure, value, valueHigh, qualifier, unit }: Figure,
  { evidence }: Words,
): { readonly before: string; readonly number: string; readonly after: string } {
  return {
    before: evidence.qualifier(qualifier),
    number: [value, ...(valueHigh === undefined ? [] : [valueHigh])].map(evidence.number).join("–"),
    after: saysItsUnit(measure) ? "" : evidence.unit(unit, valueHigh ?? value),
  };
}
