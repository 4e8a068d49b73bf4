/**
 * One key for the many ways in which a place's name is written: in Latin letters without signs for ayn and hamza,
 * diacritics, articles and double letters, with one letter for each group of sounds that transliterations confuse; in
 * Arabic without vowel signs and articles and with one form of alef, ya and ta marbuta. Words are parted by a blank.
 *
 * Keys are for comparing only: "Maarrat al-Nu'man" gives "marat numan". Text without letters or digits gives "".
 */
export function foldName(text: string): string {
  return leaveOutArticles(splitWords(text)).map(foldWord).join(" ");
}

export function splitWords(text: string): string[] {
  return stripSigns(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** All words if there is nothing but articles. */
export function leaveOutArticles(words: readonly string[]): readonly string[] {
  const others = words.filter((word) => !ARTICLES.has(word));
  return others.length > 0 ? others : words;
}

/** Combining marks (diacritics, tashkeel, hamza above an alef), signs for ayn and hamza, tatweel, a bare hamza. */
const IGNORED_SIGNS = /[\p{M}'’‘`´ʿʾʼʻˈ′\u0640\u0621]/gu;

function stripSigns(text: string): string {
  return text.normalize("NFKD").toLowerCase().replaceAll(IGNORED_SIGNS, "");
}

const ARTICLES = new Set("al el ad ed an en ar er as es ash esh at et az ez adh edh ath eth".split(" "));

export function foldWord(word: string): string {
  return /\p{Script=Arabic}/u.test(word) ? foldArabic(word) : foldLatin(word);
}

function foldLatin(word: string): string {
  const sounds = word
    .replaceAll(/kh|gh|q|c(?!h)|g/g, "k")
    .replaceAll("ch", "sh")
    .replace(/(?<=.)[aeiy]+h$/, "a")
    .replaceAll(/[eiy]/g, "a")
    .replaceAll(/ou|[ow]/g, "u")
    .replaceAll(/(\p{L})\1+/gu, "$1");
  // "Kafr" (village) opens dozens of names, and is the word of them all that is spelt in most ways.
  return /^k[au]?f[au]?r$/.test(sounds) ? "kafr" : sounds;
}

function foldArabic(word: string): string {
  return foldArabicLetters(word.replace(/^ال(?=.{2})/u, ""));
}

export function foldArabicLetters(word: string): string {
  return word.replaceAll("ٱ", "ا").replaceAll(/[ىی]/g, "ي").replaceAll("ة", "ه").replaceAll("ک", "ك");
}
