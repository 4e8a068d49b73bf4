import type { Language } from "./names.ts";

/** A number of square kilometres, without the unit: whole from ten on, and else two figures of it, so that little is never nothing. */
export function writeKm2(km2: number, language: Language): string {
  const digits = km2 < 9.95 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
  return km2.toLocaleString(language, { ...digits, numberingSystem: "latn" });
}
