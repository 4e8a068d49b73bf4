import type { SheetGroup } from "./keys.ts";
import type { Answers, Guess, Why } from "./meaning.ts";

/** Finds what a person said, and keeps in mind which answers fitted something. */
export interface AnswerBook {
  /** The answer about all; `undefined` if there is none. */
  readonly find: (...paths: readonly string[]) => string | undefined;
  /** That about a sheet, or else about all. */
  readonly findFor: (group: SheetGroup, about: string, detail?: string) => string | undefined;
  /** Those about any thing of a kind: the rest of their paths, with what was said. */
  readonly list: (about: string) => readonly (readonly [rest: string, said: string])[];
  readonly listUnused: () => readonly string[];
}

export function openAnswers(answers: Answers): AnswerBook {
  const used = new Set<string>();
  const find = (...paths: readonly string[]) => {
    const path = paths.find((each) => Object.hasOwn(answers, each));
    if (path === undefined) return undefined;
    used.add(path);
    return answers[path]?.trim();
  };
  return {
    find,
    findFor(group, about, detail) {
      const ending = detail === undefined ? "" : `.${detail}`;
      return find(...listNames(group).map((name) => `${about}.${name}${ending}`), `${about}${ending}`);
    },
    list: (about) =>
      Object.entries(answers).flatMap(([path, said]) => {
        if (!path.startsWith(`${about}.`)) return [];
        used.add(path);
        return [[path.slice(about.length + 1), said.trim()] as const];
      }),
    listUnused: () => Object.keys(answers).filter((path) => !used.has(path)),
  };
}

/** By what a person may call a sheet: its key, the paths of its files, their names. */
function listNames({ key, sheets }: SheetGroup): readonly string[] {
  const files = sheets.map(({ file }) => file);
  return [key, ...files, ...files.map((file) => file.slice(file.lastIndexOf("/") + 1))];
}

const TOLD: Why = { reason: "told" };

export function told<Value>(value: Value): Guess<Value> {
  return { value, sure: "told", why: TOLD };
}

export function guess<Value>(
  value: Value,
  sure: "proven" | "likely" | "asked",
  reason: Why["reason"],
  detail?: string,
): Guess<Value> {
  return { value, sure, why: detail === undefined ? { reason } : { reason, detail } };
}
