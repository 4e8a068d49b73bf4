import { nameRecord, type Problem, type Reporter, reportOn } from "../../data/problem.ts";
import { nameOfFile } from "../reading.ts";
import type { Sheet, SheetRow } from "../sheet.ts";

/** Where something that was made came from, in the words in which problems name it. */
export interface Origin {
  readonly file: string;
  /** "row 12", "sheet "Events", row 12". */
  readonly record: string;
}

export function originOf(
  sheet: Pick<Sheet, "file" | "name" | "rowWord">,
  row: Pick<SheetRow, "number">,
): Origin {
  const record = nameRecord(sheet.rowWord, row.number - 1, undefined);
  const isNamed = sheet.name !== nameOfFile(sheet.file) && !sheet.file.includes(sheet.name);
  return { file: sheet.file, record: isNamed ? `sheet ${JSON.stringify(sheet.name)}, ${record}` : record };
}

export function reportOrigin({ file, record }: Origin, problems: Problem[], group: string): Reporter {
  return reportOn(problems, file, record, undefined, group);
}

/** Where the records of made files came from. */
export interface Origins {
  /** Of the records of a file, in their order; `whole` names what its problems as a file are about. */
  readonly add: (path: string, records: readonly Origin[], whole: string) => void;
  /** The same problem, told of the file that somebody has and can mend. */
  readonly locate: (problem: Problem) => Problem;
}

export function createOrigins(): Origins {
  const files = new Map<string, { readonly records: readonly Origin[]; readonly whole: string }>();
  return {
    add: (path, records, whole) => void files.set(path, { records, whole }),
    locate(problem) {
      const found = files.get(problem.file);
      if (!found) return problem;
      const [, word, number] = /^(row|feature) (\d+)/.exec(problem.record) ?? [];
      // A table has its header in row 1.
      const origin = found.records[Number(number) - (word === "row" ? 2 : 1)];
      const place = origin ?? { file: found.whole, record: problem.record };
      return { ...problem, ...place, line: undefined, column: undefined };
    },
  };
}
