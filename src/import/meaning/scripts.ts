/** The language that a text is likely in by its letters: Arabic, Ukrainian or its neighbour, else English. */
export function guessLanguage(texts: readonly string[]): string {
  const text = texts.join(" ");
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const [arabic, cyrillic, latin] = [
    count(/\p{Script=Arabic}/gu),
    count(/\p{Script=Cyrillic}/gu),
    count(/\p{Script=Latin}/gu),
  ];
  if (arabic > cyrillic && arabic > latin) return "ar";
  if (cyrillic <= latin) return "en";
  return count(/[іїєґ]/giu) >= count(/[ыэёъ]/giu) ? "uk" : "ru";
}
