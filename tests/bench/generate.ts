/** Conflicts of any size for benchmarks and long tests: generated, but shaped like the real daily files of real wars. */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addDays, type Day, day } from "../../src/core/day.ts";
import { createMovingFront, type MovingFront, type Vertex } from "./moving-front.ts";
import { createRandom, type Random } from "./random.ts";
import { spoilAreas, type Traps } from "./traps.ts";

export interface ConflictOptions {
  readonly days: number;
  readonly settlements: number;
  /** Of the front on the first day, without the edge of the theatre. */
  readonly vertices: number;
  readonly seed: number;
  /** `one`: only the areas of side "east" are drawn; everything else is the default side's, "west". */
  readonly sides: "one" | "two";
  /** Part of the front's vertices that differ from the day before, on average; 0.01 if not given. */
  readonly turnover?: number;
  /** Decimals of the coordinates; 7 if not given. */
  readonly decimals?: number;
}

export interface GeneratedSettlement {
  readonly id: string;
  readonly name: string;
  readonly kind: "city" | "town" | "village";
  readonly importance: 1 | 2 | 3;
  readonly position: readonly [lng: number, lat: number];
}

export type AreaCollection = FeatureCollection<Polygon | MultiPolygon, { readonly side: string }>;

export interface DailyAreas {
  readonly day: Day;
  readonly areas: AreaCollection;
}

export interface GeneratedConflict {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** West, south, east, north of the theatre. */
  readonly bounds: readonly [number, number, number, number];
  readonly settlements: readonly GeneratedSettlement[];
  /** The areas of each day, made as they are asked for; the same on every call. */
  listDailyAreas(): Generator<DailyAreas>;
}

const FIRST_DAY = day("2022-02-24");

/** Corner of the theatre and the two edges that leave it, in degrees: the frame of the front, laid askew. */
const CORNER = [31.2, 46.1] as const;
const ALONG = [6.9, 3.1] as const;
const ACROSS = [3.4, -1.6] as const;

/** A conflict of two sides, "west" and "east". The same options give the same conflict. */
export function generateConflict(options: ConflictOptions): GeneratedConflict {
  const { days, seed, sides, decimals = 7 } = options;
  const place = createPlacing(decimals);
  const corners = [place(0, 0), place(1, 0), place(1, 1), place(0, 1)];
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  const createFront = () =>
    createMovingFront(createRandom(seed), place, {
      vertices: options.vertices,
      turnover: options.turnover ?? 0.01,
    });
  return {
    firstDay: FIRST_DAY,
    lastDay: addDays(FIRST_DAY, days - 1),
    bounds: [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)],
    settlements: scatterSettlements(createRandom(seed + 1), createFront(), options.settlements),
    *listDailyAreas() {
      const front = createFront();
      for (let index = 0; index < days; index += 1) {
        if (index > 0) front.move();
        yield { day: addDays(FIRST_DAY, index), areas: drawAreas(front, corners, sides) };
      }
    },
  };
}

export interface WriteOptions extends ConflictOptions, Traps {
  /** Days (counted from 0) for which no file is written; or a part of all days but the first and last, at random. */
  readonly missing?: readonly number[] | number;
}

/** Writes the conflict as a data set: dataset.json, places.csv and daily/YYYY-MM-DD.geojson. The folder may exist. */
export async function writeConflict(folder: string, options: WriteOptions): Promise<GeneratedConflict> {
  const conflict = generateConflict(options);
  await mkdir(join(folder, "daily"), { recursive: true });
  await writeFile(join(folder, "dataset.json"), `${JSON.stringify(declare(options), undefined, 2)}\n`);
  await writeFile(join(folder, "places.csv"), writePlaces(conflict.settlements));
  const random = createRandom(options.seed + 2);
  const { missing = [] } = options;
  let index = 0;
  for (const { day, areas } of conflict.listDailyAreas()) {
    const isInner = index > 0 && index < options.days - 1;
    const isMissing = typeof missing === "number" ? isInner && random() < missing : missing.includes(index);
    const text = JSON.stringify(spoilAreas(areas, options, random));
    if (!isMissing) await writeFile(join(folder, "daily", `${day}.geojson`), text);
    index += 1;
  }
  return conflict;
}

function createPlacing(decimals: number): (u: number, v: number) => Vertex {
  const scale = 10 ** decimals;
  const round = (degrees: number) => Math.round(degrees * scale) / scale;
  return (u, v) => [
    round(CORNER[0] + u * ALONG[0] + v * ACROSS[0]),
    round(CORNER[1] + u * ALONG[1] + v * ACROSS[1]),
  ];
}

/** `v` grows towards the south-east, so the ground above the line is the eastern side's. */
function drawAreas(
  { line, enclaves }: MovingFront,
  corners: readonly Vertex[],
  sides: "one" | "two",
): AreaCollection {
  const [low, lowEnd, highEnd, high] = corners;
  if (!low || !lowEnd || !highEnd || !high) throw new RangeError("A theatre has four corners.");
  const [first, last] = [line.slice(0, 1), line.slice(-1)];
  const rings = {
    west: [...first, low, lowEnd, ...last, ...line.toReversed().slice(1)],
    east: [...line, highEnd, high, ...first],
  };
  const drawSide = (side: "west" | "east"): Feature<Polygon | MultiPolygon, { readonly side: string }> => {
    const within = side === "west" ? -1 : 1;
    const holes = enclaves.filter((enclave) => enclave.within === within).map(({ ring }) => ring);
    const islands = enclaves.filter((enclave) => enclave.within !== within).map(({ ring }) => ring);
    const polygons = [
      [orient(rings[side], true), ...holes.map((ring) => orient(ring, false))],
      ...islands.map((ring) => [orient(ring, true)]),
    ];
    const [only, ...others] = polygons;
    const geometry: Polygon | MultiPolygon =
      only && others.length === 0
        ? { type: "Polygon", coordinates: only }
        : { type: "MultiPolygon", coordinates: polygons };
    return { type: "Feature", properties: { side }, geometry };
  };
  const drawn = sides === "one" ? (["east"] as const) : (["west", "east"] as const);
  return { type: "FeatureCollection", features: drawn.map(drawSide) };
}

/** A copy of the ring in the wanted direction. */
function orient(ring: readonly Vertex[], anticlockwise: boolean): [number, number][] {
  let doubleArea = 0;
  let [beforeLng, beforeLat] = ring.at(-1) ?? [0, 0];
  for (const [lng, lat] of ring) {
    doubleArea += beforeLng * lat - lng * beforeLat;
    [beforeLng, beforeLat] = [lng, lat];
  }
  const wanted = doubleArea > 0 === anticlockwise ? ring : ring.toReversed();
  return wanted.map(([lng, lat]) => [lng, lat]);
}

const SYLLABLES = ["ba", "dar", "el", "ko", "lin", "mar", "no", "ro", "sa", "tal", "um", "ve", "yr", "za"];

/** Most lie near the front of the first day, in clusters; some anywhere. */
function scatterSettlements(random: Random, front: MovingFront, count: number): GeneratedSettlement[] {
  const place = createPlacing(6);
  const pick = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? "";
  const centres = Array.from({ length: Math.ceil(count / 60) }, () => 0.01 + 0.98 * random());
  return Array.from({ length: count }, (_, index) => {
    const isAnywhere = random() < 0.3;
    const centre = centres[Math.floor(random() * centres.length)] ?? 0.5;
    const u = isAnywhere ? 0.01 + 0.98 * random() : keepInside(centre + 0.02 * (random() + random() - 1));
    // The logarithm makes an exponential fall to both sides of the line.
    const away = Math.log(1 - 0.999 * random()) * 0.06 * (random() < 0.5 ? 1 : -1);
    const v = isAnywhere ? 0.01 + 0.98 * random() : keepInside(front.findV(u) + away);
    const name = `${pick()}${pick()}${pick()}`;
    const rank = random();
    return {
      id: `p${index + 1}`,
      name: `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${index + 1}`,
      kind: rank < 0.01 ? "city" : rank < 0.1 ? "town" : "village",
      importance: rank < 0.01 ? 1 : rank < 0.1 ? 2 : 3,
      position: place(u, v),
    };
  });
}

function keepInside(value: number): number {
  return Math.min(0.99, Math.max(0.01, value));
}

function declare({ days, settlements, vertices, seed, sides }: ConflictOptions): unknown {
  const declared = [
    { id: "west", name: "Western side", short_name: "West" },
    { id: "east", name: "Eastern side", short_name: "East" },
  ];
  return {
    format: "frontline-atlas/1",
    title: "Generated conflict",
    description: `${days} days, ${settlements} settlements, a front of ${vertices} vertices, seed ${seed}. No real war.`,
    line_note: "Generated, for tests of speed and size.",
    sides: declared,
    ...(sides === "one" ? { default_side: "west" } : {}),
    files: { settlements: "places.csv", control: "daily" },
  };
}

function writePlaces(settlements: readonly GeneratedSettlement[]): string {
  const rows = settlements.map(({ id, name, kind, importance, position: [lng, lat] }) =>
    [id, name, kind, importance, lng, lat].join(),
  );
  return `${["id,name,kind,importance,lng,lat", ...rows].join("\n")}\n`;
}
