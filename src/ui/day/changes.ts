import type { Change } from "../../core/atlas.ts";

/** Changes from one holder to another. */
export interface ChangeGroup {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly changes: readonly Change[];
}

/**
 * The changes of a day by who lost and who gained, the largest group first; within each what a document says before
 * what is derived, otherwise in the order given.
 */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.from, change.to]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()]
    .flatMap((group): ChangeGroup[] => {
      const [first] = group;
      if (!first) return [];
      const sorted = group.toSorted((a, b) => Number(isDerived(a)) - Number(isDerived(b)));
      return [{ from: first.from, to: first.to, changes: sorted }];
    })
    .toSorted((a, b) => b.changes.length - a.changes.length);
}

function isDerived({ certainty }: Change): boolean {
  return certainty === "implied" || certainty === "inferred";
}
