import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { FetchSource, PMTiles, type Source } from "pmtiles";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VectorTile } from "@mapbox/vector-tile";
import { type PreviewServer, preview } from "vite";
import { cutSettlements, MAX_ZOOM, MIN_ZOOM, type Tileable } from "../../src/tiles/cut-settlements.ts";
import { packArchive, type Tile } from "../../src/tiles/pack-archive.ts";
import { SETTLEMENT_LAYER } from "../../src/tiles/tiled-settlement.ts";
import { drawTownsFrom } from "../../src/map/town-source.ts";
import { createMapStyle } from "../../src/layers/map-style.ts";
import { palettes } from "../../styles/palette.ts";
import { generateConflict } from "../bench/generate.ts";
import { createRandom } from "../bench/random.ts";

const { settlements: generated, bounds } = generateConflict({
  days: 1,
  settlements: 20_000,
  vertices: 500,
  seed: 3,
  sides: "two",
});
const SETTLEMENTS: readonly Tileable[] = generated.map((settlement) => ({
  ...settlement,
  names: { en: settlement.name },
}));
const TILES = [...cutSettlements(SETTLEMENTS)];
const INFO = { minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM, bounds, metadata: { name: "Generated" } };
const ARCHIVE = packArchive(TILES, INFO);

let folder: string;
let server: PreviewServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiles-"));
  await writeFile(join(folder, "settlements.pmtiles"), ARCHIVE);
  // Vite's preview is a plain static server that answers range requests, as any host or CDN does.
  server = await preview({
    configFile: false,
    root: folder,
    build: { outDir: "." },
    preview: { port: 0, host: "127.0.0.1" },
    logLevel: "error",
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("every settlement is in the tiles of the last zoom once, within 10 m of its place", async () => {
  const archive = new PMTiles(readFrom(ARCHIVE));
  const found = new Map<string, readonly number[]>();
  for (const { z, x, y } of TILES.filter((tile) => tile.z === MAX_ZOOM)) {
    for (const [id, position] of await listTile(archive, z, x, y)) {
      expect(found.has(id)).toBe(false);
      found.set(id, position);
    }
  }
  expect(found.size).toBe(SETTLEMENTS.length);
  for (const { id, position } of SETTLEMENTS) {
    const [lng = 0, lat = 0] = found.get(id) ?? [];
    expect(Math.abs(lat - position[1]) * 111_320).toBeLessThan(10);
    expect(Math.abs(lng - position[0]) * 111_320 * Math.cos((lat * Math.PI) / 180)).toBeLessThan(10);
  }
});

test("a settlement on one zoom is on all later ones, and no tile before the last has more than there is room for", () => {
  let before: ReadonlySet<string> = new Set();
  for (let zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom += 1) {
    const tiles = TILES.filter(({ z }) => z === zoom).map((tile) => decode(tile.data, tile));
    const ids = new Set(tiles.flatMap((tile) => tile.map(([id]) => id)));
    expect([...before].filter((id) => !ids.has(id))).toEqual([]);
    // Cells do not quite follow the edges of tiles: rounding to units may move a settlement to the next tile.
    const room = zoom < MAX_ZOOM ? 65 ** 2 : Infinity;
    expect(Math.max(...tiles.map((tile) => tile.length))).toBeLessThanOrEqual(room);
    before = ids;
  }
});

test("where settlements lie too close for a zoom, the most important is shown", () => {
  const [first, ...others] = ([3, 1, 2] as const).map(
    (importance): Tileable => ({
      id: `place-${importance}`,
      names: { en: "Place" },
      kind: "village",
      importance,
      position: [36 + importance * 1e-4, 47],
    }),
  );
  const tiles = [...cutSettlements(first ? [first, ...others] : [])];
  const ids = tiles.map((tile) => decode(tile.data, tile).map(([id]) => id));
  expect(ids).toEqual([
    ...Array.from({ length: MAX_ZOOM - MIN_ZOOM }, () => ["place-1"]),
    ["place-1", "place-2", "place-3"],
  ]);
});

test("the pmtiles package reads head, metadata and every tile back as they were", async () => {
  const archive = new PMTiles(readFrom(ARCHIVE));
  const header = await archive.getHeader();
  expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([...bounds]);
  expect([header.minZoom, header.maxZoom, header.numTileEntries]).toEqual([MIN_ZOOM, MAX_ZOOM, TILES.length]);
  expect(await archive.getMetadata()).toEqual({ name: "Generated" });
  for (const { z, x, y, data } of TILES) {
    const tile = await archive.getZxy(z, x, y);
    expect(Buffer.compare(Buffer.from(tile?.data ?? new ArrayBuffer()), data)).toBe(0);
  }
  expect(await archive.getZxy(MAX_ZOOM, 0, 0)).toBeUndefined();
});

test("an archive too large for one directory gets leaves, whose tiles are found as well", async () => {
  const random = createRandom(5);
  // With gaps and uneven lengths, so that the directory cannot be squeezed into nothing.
  const tiles: Tile[] = Array.from({ length: 10_000 }, (_, index) => ({
    z: 12,
    x: 3 * (index % 200) + Math.floor(3 * random()),
    y: 3 * Math.floor(index / 200) + Math.floor(3 * random()),
    data: Uint8Array.from({ length: 20 + Math.floor(random() * 200) }, () => 256 * random()),
  }));
  const bytes = packArchive(tiles, { ...INFO, maxZoom: 12 });
  const archive = new PMTiles(readFrom(bytes));
  const { leafDirectoryLength, rootDirectoryOffset, rootDirectoryLength } = await archive.getHeader();
  expect(leafDirectoryLength).toBeGreaterThan(0);
  expect(rootDirectoryOffset + rootDirectoryLength).toBeLessThanOrEqual(16_384);
  for (const { z, x, y, data } of tiles.filter((_, index) => index % 611 === 0)) {
    expect(new Uint8Array((await archive.getZxy(z, x, y))?.data ?? [])).toEqual(data);
  }
});

test("a static server serves it by range requests: a first one for the directory, then one for each tile", async () => {
  const address = new URL("settlements.pmtiles", server.resolvedUrls?.local[0] ?? "");
  const source = new FetchSource(address.href);
  const asked: number[] = [];
  const archive = new PMTiles({
    getKey: () => source.getKey(),
    getBytes: (offset, length, signal, etag) => {
      asked.push(length);
      return source.getBytes(offset, length, signal, etag);
    },
  });
  const wanted = TILES.filter((tile) => tile.z >= 9).slice(0, 5);
  for (const { z, x, y, data } of wanted) {
    expect(new Uint8Array((await archive.getZxy(z, x, y))?.data ?? [])).toEqual(new Uint8Array(data));
  }
  expect(asked).toHaveLength(1 + wanted.length);
  expect(Math.max(...asked)).toBeLessThan(ARCHIVE.length / 4);
  const answer = await fetch(address, { headers: { range: "bytes=0-6" } });
  expect([answer.status, await answer.text()]).toEqual([206, "PMTiles"]);
});

test("the map's style stays valid when it reads settlements from the tiles", () => {
  const style = createMapStyle({
    palette: palettes.light,
    sides: [],
    scripts: ["latin"],
    labels: "both",
    hidden: [],
  });
  const towns = {
    type: "vector" as const,
    url: "pmtiles://settlements.pmtiles",
    promoteId: { [SETTLEMENT_LAYER]: "id" },
  };
  const target = { source: "towns" as const };
  const tiled = drawTownsFrom({ tiles: towns, target, newsTarget: undefined, isStandIn: false }, style);
  // A vector source as "towns" without the change of layers is not: each of its layers must name one in the tiles.
  expect(validateStyleMin({ ...tiled, layers: style.layers })).not.toEqual([]);
  expect(validateStyleMin(tiled)).toEqual([]);
  // What changed hands is to be seen on every zoom, whatever the tiles leave out.
  const fromList = tiled.layers.filter((layer) => "source" in layer && layer.source === "names");
  expect(fromList.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["town-changed-news", "towns-news", "town-selected-news"]),
  );
});

function readFrom(bytes: Uint8Array): Source {
  return {
    getKey: () => "memory",
    getBytes: (offset, length) =>
      Promise.resolve({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
  };
}

async function listTile(archive: PMTiles, z: number, x: number, y: number) {
  const tile = await archive.getZxy(z, x, y);
  return decode(new Uint8Array(tile?.data ?? []), { z, x, y });
}

function decode(
  data: Uint8Array,
  { z, x, y }: Omit<Tile, "data">,
): [id: string, position: readonly number[]][] {
  const layer = new VectorTile(new PbfReader(data)).layers[SETTLEMENT_LAYER];
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => {
    const feature = layer?.feature(index).toGeoJSON(x, y, z);
    const position = feature?.geometry.type === "Point" ? feature.geometry.coordinates : [];
    return [String(feature?.properties?.["id"]), position];
  });
}
