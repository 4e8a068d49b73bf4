import type { Dataset } from "../core/dataset.ts";
import { countProblems, formatProblem } from "../data/problem.ts";
import type { CliIo } from "./io.ts";
import type { OpenedDataset } from "./open-dataset.ts";

/**
 * The data set, if a command may go on with it; `undefined`, after telling why, if it could not be read or has errors and
 * `isStrict` refuses it. Of errors that are put up with it is told how many there are.
 */
export function takeUsable(
  { dataset, problems }: Pick<OpenedDataset, "dataset" | "problems">,
  { isStrict }: { readonly isStrict: boolean },
  io: Pick<CliIo, "err">,
): Dataset | undefined {
  const errors = countProblems(problems, "error");
  if (!dataset || (isStrict && errors > 0)) {
    const listed = problems.filter((problem) => problem.severity === "error");
    for (const problem of listed) io.err(`${formatProblem(problem)}\n`);
    return undefined;
  }
  if (errors > 0) {
    const count = errors === 1 ? "1 problem" : `${errors} problems`;
    io.err(`${count} in the data set, run 'validate' to see; the answer leaves out what could not be read\n`);
  }
  return dataset;
}
