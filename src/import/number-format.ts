/** Formats of days and of days with a time among those that every workbook has by number, those of East Asia included. */
function isBuiltIn(id: number): boolean {
  return (
    (id >= 14 && id <= 17) ||
    id === 22 ||
    (id >= 27 && id <= 31) ||
    id === 36 ||
    (id >= 50 && id <= 54) ||
    id === 57 ||
    id === 58
  );
}

/**
 * Whether a number in this format is shown as a day, with a time of day or without: by the code of the format where the workbook
 * declares one, else by its number. A time alone is no day, neither are hours that go beyond 24.
 */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id);
  const [first = ""] = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, "")
    .replaceAll(/\[[^\]]*\]/g, "")
    .split(";");
  return /[yd]|mmm|e/i.test(first.replaceAll(/general|am\/pm|a\/p|e[+-]|red|0+e/gi, ""));
}
