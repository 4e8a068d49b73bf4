import { describeValue, type Reporter } from "../problem.ts";
import { FORMAT_NAME as NAME } from "../schema/format.ts";
import type { Locate } from "../schema/read-record.ts";
import { getValue, type RawRecord } from "../text/record.ts";

/** Turns a declaration of one version of the format into one of the next. */
export type MigrationStep = (declaration: RawRecord) => RawRecord;

const VERSION = /^frontline-atlas\/([1-9]\d{0,8})$/;

/**
 * The step from each version, counted from 1, to the next. What old programs may ignore is added without a new
 * version; anything else raises it and adds a step here, so that every data set ever written can still be opened.
 */
const STEPS: readonly MigrationStep[] = [];

/**
 * The declaration as one of the present version. One that names no version, or none of ours, is reported and taken for
 * one of the present; of a version newer than this program, which would be misread, nothing is returned.
 */
export function migrate(
  declaration: RawRecord,
  reporter: Reporter,
  locate: Locate,
  steps: readonly MigrationStep[] = STEPS,
): RawRecord | undefined {
  const newest = steps.length + 1;
  const format = getValue(declaration, "format");
  const digits = typeof format === "string" ? VERSION.exec(format)?.[1] : undefined;
  if (digits === undefined) {
    const found = format === undefined ? "no format" : `format ${describeValue(format)}`;
    const remedy = format === undefined ? "add format" : "correct format";
    const code = format === undefined ? "missing-member" : "unknown-format";
    reporter.about("format").error(code, found, `${NAME}/${newest}`, remedy, locate(["format"]));
    return declaration;
  }
  if (Number(digits) > newest) {
    const expected = `${NAME}/${newest} or older`;
    const remedy = "open it with a newer Frontline Atlas";
    reporter
      .about("format")
      .error("newer-format", `format ${describeValue(format)}`, expected, remedy, locate(["format"]));
    return undefined;
  }
  return steps.slice(Number(digits) - 1).reduce((migrated, step) => step(migrated), declaration);
}
