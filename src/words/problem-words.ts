import { PROBLEM_CODES, type ProblemCode } from "../data/problem-codes.ts";

/** What each kind of problem is, short enough for a heading, with no full stop. */
export type ProblemWords = Readonly<Record<ProblemCode, string>>;

const meanings = Object.entries(PROBLEM_CODES).map(([code, { meaning }]) => [code, meaning]);

/** In English, as the catalogue has them. */
export const enProblems = Object.fromEntries(meanings) as ProblemWords; // A meaning for each code, as the type asks.
