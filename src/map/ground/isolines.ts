import type { MovingPatch } from "./motion.ts";

/** Straight pieces of the moving lines, in the form of {@link LineMesh}, which are never broken. */
export interface Isolines {
  readonly front: Float32Array;
  readonly quiet: Float32Array;
}

/** Where in the patches the line is at that share of its way: a straight piece through each triangle that it crosses. */
export function drawIsolines(
  patches: readonly MovingPatch[],
  share: number,
  [originX, originY]: readonly [number, number],
): Isolines {
  const pieces = { front: [] as number[], quiet: [] as number[] };
  for (const { line, corners, triangles, shares } of patches) {
    if (!line) continue;
    const found = pieces[line];
    const cross = (one: number, other: number) => {
      const [before, after] = [shares[one] ?? 0, shares[other] ?? 0];
      if (before <= share === after <= share) return;
      const part = (share - before) / (after - before);
      for (const axis of [0, 1]) {
        const [start, end] = [corners[2 * one + axis] ?? 0, corners[2 * other + axis] ?? 0];
        found.push(start + part * (end - start) - (axis === 0 ? originX : originY));
      }
    };
    for (let index = 0; index < triangles.length; index += 3) {
      const [a = 0, b = 0, c = 0] = [triangles[index], triangles[index + 1], triangles[index + 2]];
      const before = found.length;
      cross(a, b);
      cross(b, c);
      cross(c, a);
      // A line crosses none or two of the edges; the fifth number is how far along its course a piece begins.
      if (found.length > before) found.push(0);
    }
  }
  return { front: Float32Array.from(pieces.front), quiet: Float32Array.from(pieces.quiet) };
}
