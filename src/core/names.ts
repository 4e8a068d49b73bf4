/** A language by its code (BCP 47): "en", "ar", "uk", "zh-Hant". */
export type Language = string;

/** A name or text in any languages, by their codes. Empty texts count as not given. */
export type Names = Readonly<Partial<Record<Language, string>>>;

/** The language that stands in where a text lacks the one asked for. */
export const FALLBACK_LANGUAGE: Language = "en";

/**
 * The language in which `names` are to be read by somebody who asked for `language`: that one; the same without its
 * region or script ("pt" for "pt-BR"); English; else the first there is. `undefined` if there is no text at all.
 */
export function pickLanguage(names: Names, language: Language): Language | undefined {
  const wanted = [language, language.split("-")[0] ?? language, FALLBACK_LANGUAGE, ...Object.keys(names)];
  return wanted.find((code) => (names[code] ?? "") !== "");
}

/** The text in the language that {@link pickLanguage} picks; empty if there is none. */
export function pickName(names: Names, language: Language): string {
  const picked = pickLanguage(names, language);
  return picked === undefined ? "" : (names[picked] ?? "");
}

/** The languages written from right to left, by their codes. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "ks",
  "nqo",
  "ps",
  "sd",
  "syr",
  "ug",
  "ur",
  "yi",
]);

/** Which way a text in a language runs. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-")[0] ?? language) ? "rtl" : "ltr";
}

/** What has a name of its own, such as a settlement. */
export interface Named {
  /** The chief name: what tables are sorted by and what stands where no language is asked for. */
  readonly name: string;
  /** The chief name and those in other languages. */
  readonly names: Names;
}

/** The name in a language of the governorate that a settlement gives by its chief name: that of the region so named. */
export function nameGovernorate(regions: readonly Named[], governorate: string, language: Language): string {
  const region = regions.find(({ name }) => name === governorate);
  return region ? pickName(region.names, language) : governorate;
}

/** Scripts by the word that stands in addresses, each with its code (ISO 15924) and the letters that tell it. */
const SCRIPTS = [
  { script: "latin", code: "Latn", letter: /\p{Script=Latin}/u },
  { script: "arabic", code: "Arab", letter: /\p{Script=Arabic}/u },
  { script: "cyrillic", code: "Cyrl", letter: /\p{Script=Cyrillic}/u },
  { script: "hebrew", code: "Hebr", letter: /\p{Script=Hebrew}/u },
  { script: "greek", code: "Grek", letter: /\p{Script=Greek}/u },
  { script: "armenian", code: "Armn", letter: /\p{Script=Armenian}/u },
  { script: "georgian", code: "Geor", letter: /\p{Script=Georgian}/u },
  { script: "ethiopic", code: "Ethi", letter: /\p{Script=Ethiopic}/u },
  { script: "devanagari", code: "Deva", letter: /\p{Script=Devanagari}/u },
  { script: "bengali", code: "Beng", letter: /\p{Script=Bengali}/u },
  { script: "tamil", code: "Taml", letter: /\p{Script=Tamil}/u },
  { script: "sinhala", code: "Sinh", letter: /\p{Script=Sinhala}/u },
  { script: "myanmar", code: "Mymr", letter: /\p{Script=Myanmar}/u },
  { script: "thai", code: "Thai", letter: /\p{Script=Thai}/u },
  { script: "khmer", code: "Khmr", letter: /\p{Script=Khmer}/u },
  { script: "hangul", code: "Kore", letter: /\p{Script=Hangul}/u },
  { script: "han", code: "Hani", letter: /\p{Script=Han}/u },
] as const;

/** A script by the word for it in addresses: "latin", "arabic"; "other" for one that is not known by name. */
export type Script = string;

/** The script of the first letter of a text; `undefined` for a text without letters. */
export function findScript(text: string): Script | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return SCRIPTS.find((known) => known.letter.test(letter))?.script ?? "other";
}

/** The code of a script (ISO 15924), by which it can be named in any language. */
export function codeOfScript(script: Script): string {
  return SCRIPTS.find((known) => known.script === script)?.code ?? "Zzzz";
}

/** The first of the names in each script. A name without letters is taken for one in Latin ones. */
export function nameByScript(names: Names): Readonly<Record<Script, string>> {
  const found: Record<Script, string> = {};
  for (const text of Object.values(names)) {
    if (text === undefined || text === "") continue;
    found[findScript(text) ?? "latin"] ??= text;
  }
  return found;
}

/** The scripts in which there are names: Latin first if it is one of them, then the one with the most names. */
export function listScripts(named: readonly Named[]): Script[] {
  const counts = new Map<Script, number>();
  for (const { names } of named) {
    for (const script of Object.keys(nameByScript(names))) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const rank = (script: Script) =>
    script === "latin" ? Number.POSITIVE_INFINITY : (counts.get(script) ?? 0);
  const scripts = [...counts.keys()].toSorted((a, b) => rank(b) - rank(a));
  return scripts.length > 0 ? scripts : ["latin"];
}

const otherLanguages = new WeakMap<readonly Named[], readonly Language[]>();

/** The languages of the names besides the chief one, in the order in which they first appear. Worked out once for a list. */
export function listOtherLanguages(named: readonly Named[]): readonly Language[] {
  const known = otherLanguages.get(named);
  if (known) return known;
  const found = new Set<Language>();
  for (const { name, names } of named) {
    for (const [language, text] of Object.entries(names)) if (text !== name) found.add(language);
  }
  const languages = [...found];
  otherLanguages.set(named, languages);
  return languages;
}
