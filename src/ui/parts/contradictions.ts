interface Contradicting {
  readonly id: string;
  readonly contradicts: string | readonly string[] | undefined;
}

const indexes = new WeakMap<readonly Contradicting[], ReadonlyMap<string, readonly Contradicting[]>>();

/**
 * The records among `records` that say otherwise than `record`, whichever of the two names the other, in the order of
 * the data set. The index is made once for each list of records.
 */
export function findContrary<Kind extends Contradicting>(
  records: readonly Kind[],
  record: Contradicting,
): readonly Kind[] {
  const index = indexes.get(records) ?? indexContrary(records);
  indexes.set(records, index);
  // An index holds records of the list that it was made of, and no others.
  return (index.get(record.id) ?? []) as readonly Kind[];
}

function indexContrary(records: readonly Contradicting[]): ReadonlyMap<string, readonly Contradicting[]> {
  const rivals = new Map<string, Set<string>>();
  const link = (one: string, other: string) => rivals.set(one, (rivals.get(one) ?? new Set()).add(other));
  for (const { id, contradicts } of records) {
    for (const other of [contradicts ?? []].flat()) {
      link(id, other);
      link(other, id);
    }
  }
  const index = new Map<string, Contradicting[]>();
  for (const record of records) {
    for (const rival of rivals.get(record.id) ?? []) index.set(rival, [...(index.get(rival) ?? []), record]);
  }
  return index;
}

/** Whether any two of `some`, which are among `records`, contradict each other. */
export function hasContraryPair<Kind extends Contradicting>(
  records: readonly Kind[],
  some: readonly Kind[],
): boolean {
  return some.some((record) => findContrary(records, record).some((other) => some.includes(other)));
}
