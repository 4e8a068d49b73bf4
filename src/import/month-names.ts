/** Languages in which tables of days are met; Arabic has three sets of names. */
const LANGUAGES = ["en", "fr", "uk", "ru", "ar-EG", "ar-SY", "ar-DZ", "es", "de", "tr"];

let known: ReadonlyMap<string, number> | undefined;

/**
 * The number of a month by its name in one of a dozen languages, whole or shortened, as it stands by itself or with a day
 * before it. A name that is that of two months in different languages is that of neither.
 */
export function findMonth(name: string): number | undefined {
  known ??= listNames();
  const month = known.get(fold(name));
  return month === 0 ? undefined : month;
}

function listNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES)
    for (const form of ["long", "short"] as const)
      for (const options of [{ month: form }, { month: form, day: "numeric" }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
        for (let month = 1; month <= 12; month++) {
          const part = format
            .formatToParts(Date.UTC(2020, month - 1, 1))
            .find(({ type }) => type === "month");
          const name = fold(part?.value ?? "");
          // Some languages shorten a month to its number.
          if (!/^\p{L}/u.test(name)) continue;
          names.set(name, (names.get(name) ?? month) === month ? month : 0);
        }
      }
  names.set("sept", 9);
  return names;
}

function fold(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[.\u200E\u200F]/g, "")
    .trim();
}
