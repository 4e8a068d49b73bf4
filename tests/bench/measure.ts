import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * The median of several runs, after one to warm up, in milliseconds of processor time: other work on the machine
 * lengthens it less than it does the time on the wall.
 */
export function measureCpu<Result>(runs: number, task: () => Result): { ms: number; result: Result } {
  let result = task();
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    result = task();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return { ms: times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0, result };
}

setFlagsFromString("--expose-gc");
/** Frees what nothing refers to any more, so that the heap can be measured. */
export const collectGarbage = runInNewContext("gc") as () => void;

/** What the program holds: objects and the buffers beside them. */
export function measureHeapMb(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** Prints a line; each `%s` stands for the next of the values. */
export function print(format: string, values: readonly (string | number)[]): void {
  let next = 0;
  process.stdout.write(`${format.replaceAll("%s", () => String(values[next++]))}\n`);
}
