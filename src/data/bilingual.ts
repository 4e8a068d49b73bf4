import type { BilingualName } from "../core/dataset.ts";
import { getValue, isRecord, type RawRecord } from "./fields.ts";
import { describeValue, type Reporter } from "./problem.ts";

/** A name `{en, ar}`. Where only `en` is given it stands for both; a name that cannot be read becomes `fallback`. */
export function parseBilingual(
  record: RawRecord,
  key: string,
  reporter: Reporter,
  fallback = "",
): BilingualName {
  const value = getValue(record, key);
  const en = isRecord(value) ? getValue(value, "en") : undefined;
  const ar = isRecord(value) ? (getValue(value, "ar") ?? en) : undefined;
  if (typeof en === "string" && typeof ar === "string") return { en, ar };
  const found = value === undefined ? `no ${key}` : `${key} ${describeValue(value)}`;
  reporter.error(
    found,
    'an object with texts "en" and, if there is one, "ar"',
    `write ${key} as {"en": "..."}`,
  );
  return { en: fallback, ar: fallback };
}

/** Like {@link parseBilingual}, but may be missing, which reads as two empty texts. */
export function parseOptionalBilingual(record: RawRecord, key: string, reporter: Reporter): BilingualName {
  if (getValue(record, key) === undefined) return { en: "", ar: "" };
  return parseBilingual(record, key, reporter);
}
