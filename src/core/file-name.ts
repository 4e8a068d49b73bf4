/** As long as a name may be before its ending, in letters: file systems allow 255 bytes, and a letter takes up to four. */
const MOST_LETTERS = 60;
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * A name for a file, of texts in any script: their letters and digits in small letters, with a hyphen for whatever else stands
 * between them. Slashes, emoji, and marks that change the order of text are no part of it; a name with nothing left is
 * `export`.
 */
export function nameFile(texts: readonly string[], ending: string): string {
  const parts = texts.map(reduce).filter((part) => part !== "");
  return `${parts.length > 0 ? parts.join("-") : "export"}.${ending}`;
}

function reduce(text: string): string {
  const reduced = text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/\p{Cf}+/gu, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    // A mark that has lost the letter it stood on.
    .replaceAll(/(^|-)\p{M}+/gu, "$1");
  const kept = [...letters.segment(reduced)].slice(0, MOST_LETTERS).map(({ segment }) => segment);
  return kept.join("").replaceAll(/-+/g, "-").replaceAll(/^-|-$/g, "");
}
