import type { Problem } from "../../data/problem.ts";
import type { ProblemCode } from "../../data/problem-codes.ts";

interface ProblemsOfKind {
  readonly code: ProblemCode;
  readonly problems: readonly Problem[];
}

/** The problems by their code: kinds in the order in which the first of each stands, problems in their own. */
export function groupByCode(problems: readonly Problem[]): readonly ProblemsOfKind[] {
  const groups = new Map<ProblemCode, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group) group.push(problem);
    else groups.set(problem.code, [problem]);
  }
  return [...groups].map(([code, group]) => ({ code, problems: group }));
}
