/** A number for each segment, the same in either direction. Much faster than names made of text. */
export function createSegmentNames(): (start: readonly number[], end: readonly number[]) => number {
  const rows = new Map<number, Map<number, number>>();
  let count = 0;
  const numberOf = ([lng = 0, lat = 0]: readonly number[]) => {
    const row = rows.get(lng) ?? new Map<number, number>();
    if (row.size === 0) rows.set(lng, row);
    const number = row.get(lat) ?? count++;
    row.set(lat, number);
    return number;
  };
  return (start, end) => {
    const [one, other] = [numberOf(start), numberOf(end)];
    return one < other ? one * 2 ** 26 + other : other * 2 ** 26 + one;
  };
}
