import { type Problem, reportOn } from "../problem.ts";
import { type Imports, IMPORTS } from "../schema/imports.ts";
import { readRecord } from "../schema/read-record.ts";
import { isRecord } from "../text/record.ts";
import { DECLARATION_FILE } from "./declaration-file.ts";

/** The member `imports` of `dataset.json`, as far as it is sound; the rest is reported. */
export function parseImports(value: unknown, problems: Problem[]): Imports {
  const reporter = reportOn(problems, DECLARATION_FILE).about("imports");
  const { members } = readRecord(IMPORTS, isRecord(value) ? value : {}, reporter, {
    nameOf: (member) => `imports.${member}`,
  });
  return {
    sheets: members.sheets ?? [],
    sides: members.sides ?? {},
    encodings: members.encodings ?? {},
    systems: members.systems ?? {},
  };
}
