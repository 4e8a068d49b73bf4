/**
 * A front that moves as real ones do: a long winding line of which a few short sectors are redrawn a day, and
 * enclaves that come and go.
 *
 * Kept in a frame of its own, `u` along the front from 0 to 1 and `v` across it. The line is valid by construction:
 * `u` always ascends, so no two of its pieces can meet, and the frame lies askew on the map (an affine map keeps that),
 * so the front runs diagonally and bulges lean over.
 */
import { createNoise, type Random } from "./random.ts";

export interface FrontOptions {
  /** Of the line on the first day; later days differ by a few per cent. */
  readonly vertices: number;
  /** Part of the vertices that are redrawn on an average day. */
  readonly turnover: number;
}

/** A position on the map, made once and shared by all days on which the vertex stays. */
export type Vertex = readonly [lng: number, lat: number];

export interface Enclave {
  /** On which side of the line it lies: -1 below it (small `v`), 1 above. Its ground is the other side's. */
  readonly within: -1 | 1;
  /** Closed, anticlockwise in the frame. */
  readonly ring: readonly Vertex[];
}

export interface MovingFront {
  /** From `u` = 0 to 1. Valid until the next call of `move`. */
  readonly line: readonly Vertex[];
  readonly enclaves: readonly Enclave[];
  /** Goes to the next day. */
  move(): void;
  /** Where the line now lies at `u`. */
  findV(u: number): number;
}

const QUIET_DAYS = 0.15;
/** Height of the widest bends in parts of the frame, and of each octave against the one before. */
const WIDEST = 0.17;
const OCTAVE_RATIO = 0.6;

interface StandingEnclave extends Enclave {
  readonly box: readonly [uMin: number, uMax: number, vMin: number, vMax: number];
  daysLeft: number;
}

export function createMovingFront(
  random: Random,
  place: (u: number, v: number) => Vertex,
  { vertices, turnover }: FrontOptions,
): MovingFront {
  const us = Array.from({ length: vertices }, (_, index) => index / (vertices - 1));
  const noise = createNoise(random);
  const vs = us.map((u) => keepInFrame(0.5 + fractal(noise, u, vertices)));
  const line = us.map((u, index) => place(u, vs[index] ?? 0.5));
  let enclaves: StandingEnclave[] = [];

  function findV(u: number): number {
    const after = Math.min(Math.max(findAfter(us, u), 1), us.length - 1);
    const [u0 = 0, u1 = 1] = [us[after - 1], us[after]];
    const [v0 = 0.5, v1 = 0.5] = [vs[after - 1], vs[after]];
    return v0 + ((v1 - v0) * (u - u0)) / (u1 - u0);
  }

  function redrawSector(count: number): void {
    const length = Math.min(Math.max(1, count), us.length - 3);
    const first = 1 + Math.floor(random() * (us.length - 1 - length));
    const [uFirst = 0, uLast = 1] = [us[first - 1], us[first + length]];
    const width = uLast - uFirst;
    // The number of vertices wanders, but not away: a line that has grown is redrawn with fewer.
    const wanted = length * (0.92 + 0.16 * random()) + (vertices - us.length) * 0.05;
    const newCount = Math.max(1, Math.round(wanted));
    const middle = vs[first + Math.floor(length / 2)] ?? 0.5;
    const direction = random() < 0.5 + (0.5 - middle) * 1.6 ? 1 : -1;
    const push = direction * width * (0.2 + 1.2 * random());
    const newUs = Array.from(
      { length: newCount },
      (_, index) => uFirst + (width * (index + 0.5 + 0.8 * (random() - 0.5))) / newCount,
    );
    const newVs = newUs.map((u) => {
      const along = (u - uFirst) / width;
      const rough = (random() - 0.5) * 0.5 * (width / newCount);
      return keepInFrame(findV(u) + push * Math.sin(Math.PI * along) ** 2 + rough);
    });
    us.splice(first, length, ...newUs);
    vs.splice(first, length, ...newVs);
    line.splice(first, length, ...newUs.map((u, index) => place(u, newVs[index] ?? 0.5)));
  }

  /** Room between an enclave and the line, negative where they meet. */
  function findRoom([uMin, uMax, vMin, vMax]: StandingEnclave["box"], within: -1 | 1): number {
    const first = Math.max(0, findAfter(us, uMin) - 1);
    const last = Math.min(us.length - 1, findAfter(us, uMax));
    let room = Infinity;
    for (const v of vs.slice(first, last + 1)) room = Math.min(room, within < 0 ? v - vMax : vMin - v);
    return room;
  }

  function addEnclave(): void {
    const count = Math.max(8, Math.round(vertices * 0.004));
    const radius = 0.004 + 0.012 * random();
    const u = 0.05 + 0.9 * random();
    const within = random() < 0.5 ? -1 : 1;
    const v = findV(u) + within * (0.03 + 0.08 * random());
    const box = [u - radius, u + radius, v - radius, v + radius] as const;
    const isFree = enclaves.every(
      ({ box: [uMin, uMax, vMin, vMax] }) => box[1] < uMin || uMax < box[0] || box[3] < vMin || vMax < box[2],
    );
    if (!isFree || box[2] < 0.01 || box[3] > 0.99 || findRoom(box, within) < radius / 4) return;
    const ring = Array.from({ length: count }, (_, index) => {
      const angle = (2 * Math.PI * index) / count;
      const reach = radius * (0.5 + 0.5 * random());
      return place(u + reach * Math.cos(angle), v + reach * Math.sin(angle));
    });
    enclaves.push({
      within,
      ring: [...ring, ...ring.slice(0, 1)],
      box,
      daysLeft: 4 + Math.floor(60 * random()),
    });
  }

  function move(): void {
    if (random() >= QUIET_DAYS) {
      const budget = Math.round(((turnover * us.length) / (1 - QUIET_DAYS)) * (0.5 + random()));
      const shares = Array.from({ length: 1 + Math.floor(4 * random()) }, () => 0.2 + random());
      const sum = shares.reduce((total, share) => total + share, 0);
      for (const share of shares) redrawSector(Math.round((budget * share) / sum));
    }
    for (const enclave of enclaves) enclave.daysLeft -= 1;
    // The front swallows what it reaches.
    enclaves = enclaves.filter(({ daysLeft, box, within }) => daysLeft > 0 && findRoom(box, within) > 1e-4);
    if (enclaves.length < 3 && random() < 0.06) addEnclave();
  }

  return {
    line,
    get enclaves() {
      return enclaves;
    },
    move,
    findV,
  };
}

/** The index of the first number above `value`. */
function findAfter(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Each octave twice as fine and a little more than half as high, down to single vertices, like a coast line. */
function fractal(noise: (x: number) => number, u: number, vertices: number): number {
  let height = 0;
  let amplitude = WIDEST;
  for (let frequency = 2.5; frequency < vertices / 2; frequency *= 2) {
    height += amplitude * noise(u * frequency + frequency * 17.3);
    amplitude *= OCTAVE_RATIO;
  }
  return height;
}

function keepInFrame(v: number): number {
  return Math.min(0.88, Math.max(0.12, v));
}
