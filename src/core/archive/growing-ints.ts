/** A list of 32-bit integers that grows: read and written through `values`, whose length is its capacity. */
export interface GrowingInts {
  values: Int32Array;
  length: number;
}

export function createGrowingInts(): GrowingInts {
  return { values: new Int32Array(1024), length: 0 };
}

/** Appends a value and gives its index. */
export function append(list: GrowingInts, value: number): number {
  reserve(list, list.length + 1);
  list.values[list.length] = value;
  return list.length++;
}

/** Makes room for `capacity` values; new room is filled with zeros. */
export function reserve(list: GrowingInts, capacity: number): void {
  if (capacity <= list.values.length) return;
  const larger = new Int32Array(Math.max(capacity, list.values.length * 2));
  larger.set(list.values);
  list.values = larger;
}

/** The values so far, in an array of their own. */
export function toInt32Array({ values, length }: GrowingInts): Int32Array {
  return values.slice(0, length);
}
