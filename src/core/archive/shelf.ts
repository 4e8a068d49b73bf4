/**
 * Remembers what was made under each key as long as all of it together weighs no more than `capacity`; what was asked
 * for longest ago goes first. Nothing (`undefined`) is never remembered.
 */
export function createShelf<Value>(
  capacity: number,
  weigh: (value: Value) => number,
): (key: string, make: () => Value | undefined) => Value | undefined {
  const kept = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;
  return (key, make) => {
    const known = kept.get(key);
    if (known) {
      // A map keeps the order of insertion, so the oldest stands first.
      kept.delete(key);
      kept.set(key, known);
      return known.value;
    }
    const value = make();
    if (value === undefined) return undefined;
    const weight = weigh(value);
    kept.set(key, { value, weight });
    total += weight;
    for (const [oldest, { weight: freed }] of kept) {
      if (total <= capacity || oldest === key) break;
      kept.delete(oldest);
      total -= freed;
    }
    return value;
  };
}
