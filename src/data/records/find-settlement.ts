import { foldName } from "../../core/fold-name.ts";
import type { Settlement } from "../../core/records.ts";

/** The ids of the settlements that a text names: one, or several where it is ambiguous. */
export type FindSettlements = (text: string) => readonly string[];

/**
 * Finds settlements by the names and spellings that people write, in any script: as they are written, without regard to case, else by
 * what they sound like. Nothing with a slip in it is found: a table must not move a place by mistake.
 */
export function createSettlementFinder(settlements: readonly Settlement[]): FindSettlements {
  let steps: readonly ReadonlyMap<string, ReadonlySet<string>>[] | undefined;
  return (text) => {
    steps ??= WRITINGS.map((write) => indexBy(settlements, write));
    for (const [index, step] of steps.entries()) {
      const found = step.get(WRITINGS[index]?.(text) ?? "");
      if (found) return [...found];
    }
    return [];
  };
}

const WRITINGS: readonly ((text: string) => string)[] = [
  (text) => text.normalize("NFC").trim().toLowerCase(),
  foldName,
];

function indexBy(
  settlements: readonly Settlement[],
  write: (text: string) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const { id, names, spellings } of settlements) {
    for (const name of [...Object.values(names), ...spellings]) {
      const key = write(name ?? "");
      if (key === "") continue;
      const ids = index.get(key);
      if (ids) ids.add(id);
      else index.set(key, new Set([id]));
    }
  }
  return index;
}
