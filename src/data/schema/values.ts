import * as v from "valibot";
import type { ProblemCode } from "../problem-codes.ts";
import { ID, LANGUAGE_CODE } from "../patterns.ts";
import { DAY_PATTERN, listDayOrders, readDay } from "./read-day.ts";

/**
 * What a definition says to people: `description` in the published schema, the other two in problems. Without a
 * remedy the reader says "add it" or "correct it".
 */
export interface Meaning {
  readonly description?: string;
  readonly expected: string;
  readonly remedy?: string | ((value: unknown) => string | undefined);
  /** Of what kind a value at fault is; without it, `wrong-value`. One that is missing is `missing-member`. */
  readonly code?: ProblemCode;
}

/** That meaning as metadata. It has to stand before any transformation in a pipe: what follows is not published. */
export function means<Input>(meaning: Meaning): v.MetadataAction<Input, Readonly<Record<string, unknown>>> {
  return v.metadata({ ...meaning });
}

/** A value that may be missing, null or blank text, which all read as `fallback`. */
export function optional<const Schema extends v.GenericSchema, const Fallback = undefined>(
  schema: Schema,
  fallback?: Fallback,
) {
  const toFallback = (): Fallback => fallback as Fallback;
  const none = v.pipe(v.null(), v.transform(toFallback));
  const noText = v.pipe(v.string(), v.regex(/^\s*$/), v.transform(toFallback));
  const wrapped = v.union([schema, none, noText]);
  // What is missing is read as its default, and that is quickest if the first of the three takes it. The type checker
  // does not see that it is among the inputs of the union.
  const missing = fallback === undefined || v.is(schema, fallback) ? fallback : null;
  return v.optional(wrapped, missing as never);
}

/** Text that may not be empty, without blanks around it. */
export function text(description: string) {
  return v.pipe(
    v.string(),
    v.regex(/\S/),
    means({ description, expected: "text", code: "not-a-text" }),
    v.trim(),
  );
}

/** Text that may be empty or missing, both read as "". */
export function optionalText(description: string) {
  const noText = v.pipe(
    v.null(),
    v.transform(() => ""),
  );
  return v.pipe(
    v.optional(v.union([v.pipe(v.string(), v.trim()), noText]), ""),
    means({ description, expected: "text", code: "not-a-text" }),
  );
}

/**
 * A short name without spaces, fit for an address and for a list in a cell, and none that every object has
 * (`constructor`); a whole number is read as its digits.
 */
export function id(description: string) {
  // A larger one is written with signs that are none of an id.
  const most = Number.MAX_SAFE_INTEGER;
  const digits = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most), v.transform(String));
  const expected = "letters, digits and the signs - _ . : /, and no __proto__ or constructor";
  return v.pipe(
    v.union([v.pipe(v.string(), v.regex(ID)), digits]),
    means({ description, expected, code: "not-an-id" }),
  );
}

export interface NumberRange {
  readonly min: number;
  /** Not Infinity: "1e999" would be read as that. */
  readonly max: number;
}

/** A number; as text too, which is how spreadsheets and desktop GIS often write them. */
export function number(range: NumberRange, description: string) {
  const expected = `a number ${describeRange(range)}`;
  const asText = v.pipe(v.string(), v.regex(/^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/));
  return v.pipe(
    v.union([inRange(v.number(), range), inRange(v.pipe(asText, v.transform(Number), v.number()), range)]),
    means({ description, expected, code: "not-a-number" }),
  );
}

/** Like {@link number}, without a fraction. */
export function wholeNumber(range: NumberRange, description: string) {
  const expected = `a whole number ${describeRange(range)}`;
  const asText = v.pipe(v.string(), v.regex(/^\s*[-+]?\d+\s*$/));
  return v.pipe(
    v.union([
      inRange(v.pipe(v.number(), v.integer()), range),
      inRange(v.pipe(asText, v.transform(Number), v.number()), range),
    ]),
    means({ description, expected, code: "not-a-number" }),
  );
}

function inRange(schema: v.GenericSchema<number | string, number>, { min, max }: NumberRange) {
  return v.pipe(schema, v.minValue(min), v.maxValue(max));
}

function describeRange({ min, max }: NumberRange): string {
  return max >= Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`;
}

/** What a day has to be, in problems. */
export const EXPECTED_DAY = "a real day from the year 1 on, written YYYY-MM-DD";

/** A calendar day, in any form of {@link readDay}. */
export function day(description: string) {
  return v.pipe(
    v.string(),
    v.regex(DAY_PATTERN),
    means({ description, expected: EXPECTED_DAY, code: "not-a-day", remedy: mendDay }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const parsed = readDay(dataset.value);
      if (parsed !== undefined) return parsed;
      addIssue();
      return NEVER;
    }),
  );
}

/** For numbers of which nothing tells which is the month: the declaration that does, by the orders that make them a day. */
function mendDay(value: unknown): string | undefined {
  const orders = typeof value === "string" ? listDayOrders(value) : [];
  if (orders.length === 0) return undefined;
  return `declare "day_order": ${orders.map((order) => `"${order}"`).join(" or ")} in dataset.json`;
}

/** One word of a vocabulary. */
export function choice<const Words extends readonly string[]>(words: Words, description: string) {
  return v.pipe(
    v.picklist(words),
    means({ description, expected: `one of ${words.join(", ")}`, code: "unknown-value" }),
  );
}

/** True or false, as text too. */
export function flag(description: string) {
  const asText = v.pipe(
    v.picklist(["true", "false"]),
    v.transform((word) => word === "true"),
  );
  return v.pipe(
    v.union([v.boolean(), asText]),
    means({ description, expected: "true or false", code: "unknown-value" }),
  );
}

/** A list of texts. */
export function texts(description: string) {
  return v.pipe(v.array(v.string()), means({ description, expected: "a list of texts" }));
}

/** Ids in one text, parted by "|", semicolons or blanks; none if it is empty or missing. */
export function idList(description: string) {
  return v.pipe(
    optionalText(description),
    v.transform((cell) => cell.split(/[|;\s]+/).filter((id) => id !== "")),
  );
}

/** A language by its code. */
export function languageCode(description: string) {
  const expected = 'the code of a language, such as "en" or "uk"';
  return v.pipe(v.string(), v.regex(LANGUAGE_CODE), means({ description, expected, code: "unknown-value" }));
}

/** A name by language, such as `{en, ar, uk}`, or one text for all. */
export function names(description: string) {
  const byLanguage = v.pipe(
    v.record(v.pipe(v.string(), v.regex(LANGUAGE_CODE)), optional(text("in that language"))),
    v.minEntries(1),
    v.transform((texts) => {
      const given = Object.entries(texts).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      );
      return Object.fromEntries(given);
    }),
    v.check((texts) => Object.keys(texts).length > 0),
  );
  const one = v.pipe(
    v.string(),
    v.regex(/\S/),
    v.trim(),
    v.transform((en) => ({ en })),
  );
  const expected = 'a text, or an object of texts by language code such as "en" and "ar"';
  return v.pipe(v.union([one, byLanguage]), means({ description, expected }));
}

/** A box in degrees, with some extent both ways; none across 180 degrees. */
export function bounds(description: string) {
  const lng = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
  const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
  return v.pipe(
    v.strictTuple([lng, lat, lng, lat]),
    means({ description, expected: "[west, south, east, north] in degrees" }),
    v.check(([west, south, east, north]) => west < east && south < north),
  );
}
