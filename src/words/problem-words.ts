import { PROBLEM_CODES, type ProblemCode } from "../data/problem-codes.ts";

/** What each kind of problem is, short enough for a heading, with no full stop. */
export type ProblemWords = Readonly<Record<ProblemCode, string>>;

/** The heading of a kind of problem in the reader's language; a kind that a newer program has found is named by its code. */
export function nameProblem(
  { problems }: { readonly problems: ProblemWords | undefined },
  code: ProblemCode,
): string {
  return (
    problems?.[code] ??
    (PROBLEM_CODES[code] as (typeof PROBLEM_CODES)[ProblemCode] | undefined)?.meaning ??
    code
  );
}
