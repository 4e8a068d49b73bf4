import type { ColumnWord } from "../../import/meaning/meaning.ts";
import type { ImportWords } from "../../words/import-words.ts";

/** A word for a column, in words. */
export function nameColumn(word: ColumnWord, { column, nameIn }: ImportWords): string {
  return isName(word) ? nameIn(word.slice("place:".length)) : column[word];
}

function isName(word: ColumnWord): word is `place:${string}` {
  return word.startsWith("place:");
}
