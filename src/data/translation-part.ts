import type { Language } from "../core/names.ts";
import type { RecordTexts, ToldRecords, Translation } from "../core/translations.ts";
import { check, dictionary, orNone, shape } from "./compiled/check.ts";
import { ID, LANGUAGE_CODE } from "./patterns.ts";

const PREFIX = "translations-";

/** The later part of a data set that has its texts in a language. */
export function namePart(language: Language): string {
  return PREFIX + language;
}

/** The languages in which there are texts, by the names of the later parts. */
export function listTranslated(parts: readonly string[]): readonly Language[] {
  return parts.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

type Texts<Text> = Readonly<Record<string, Text>>;

/** A translation as it stands in its part. */
interface WrittenTranslation extends Readonly<Record<ToldRecords, Texts<RecordTexts>>> {
  readonly language: Language;
  readonly names: Texts<string>;
}

export function writeTranslation({ language, names, ...records }: Translation): Uint8Array<ArrayBuffer> {
  const written: WrittenTranslation = {
    language,
    names: Object.fromEntries(names),
    claims: Object.fromEntries(records.claims),
    events: Object.fromEntries(records.events),
    figures: Object.fromEntries(records.figures),
  };
  return new TextEncoder().encode(JSON.stringify(written));
}

const text = check<string>((value) => typeof value === "string");
const texts = dictionary(ID, shape<RecordTexts>({ title: orNone(text), summary: orNone(text) }));

const WRITTEN = shape<WrittenTranslation>({
  language: check<string>((value) => typeof value === "string" && LANGUAGE_CODE.test(value)),
  names: dictionary(/^(?!__proto__$)/, text),
  claims: texts,
  events: texts,
  figures: texts,
});

/** @throws Error if the bytes are not what {@link writeTranslation} writes: anybody can make a file up. */
export function readTranslation(bytes: Uint8Array): Translation {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const fault = WRITTEN(value);
  if (fault !== undefined) throw new RangeError(`a translation with an odd ${fault || "content"}`);
  const { language, names, claims, events, figures } = value as WrittenTranslation;
  return {
    language,
    names: toMap(names),
    claims: toMap(claims),
    events: toMap(events),
    figures: toMap(figures),
  };
}

function toMap<Text>(written: Texts<Text>): ReadonlyMap<string, Text> {
  return new Map(Object.entries(written));
}
