/** Numbers from 0 (included) to 1, the same series for the same seed. */
export type Random = () => number;

/** Mulberry32 by Tommy Ettinger (public domain): short, fast and good enough to draw with. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A smooth random curve over all numbers, from -1 to 1, that bends about once per unit. */
export function createNoise(random: Random): (x: number) => number {
  const heights = Array.from({ length: 4096 }, () => 2 * random() - 1);
  return (x) => {
    const cell = Math.floor(x);
    const [left = 0, right = 0] = [heights[cell & 4095], heights[(cell + 1) & 4095]];
    const along = x - cell;
    return left + (right - left) * along * along * (3 - 2 * along);
  };
}
