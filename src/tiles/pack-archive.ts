/**
 * Writes PMTiles version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): header, root directory,
 * metadata, leaf directories, tiles. The `pmtiles` package only reads; the tests read everything back with it.
 */
import { Compression, TileType, zxyToTileId } from "pmtiles";
import { gzipSync } from "node:zlib";

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** A vector tile, not compressed. */
  readonly data: Uint8Array;
}

export interface ArchiveInfo {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly metadata: Readonly<Record<string, unknown>>;
}

const HEADER_LENGTH = 127;
/** Header and root directory must fit here, so that a reader's first request has both. */
const FIRST_REQUEST_LENGTH = 16_384;

interface Entry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  /** 1 for a tile, 0 for a leaf directory. */
  readonly runLength: 0 | 1;
}

/** The archive of all `tiles`, which may come in any order; the same tiles give the same bytes. */
export function packArchive(tiles: Iterable<Tile>, info: ArchiveInfo): Uint8Array {
  const packed = Array.from(tiles, ({ z, x, y, data }) => ({
    tileId: zxyToTileId(z, x, y),
    data: gzipSync(data, { level: 9 }),
  })).toSorted((one, other) => one.tileId - other.tileId);
  let offset = 0;
  const entries = packed.map(({ tileId, data }): Entry => {
    offset += data.length;
    return { tileId, offset: offset - data.length, length: data.length, runLength: 1 };
  });
  const { root, leaves } = packDirectories(entries);
  const metadata = gzipSync(JSON.stringify(info.metadata), { level: 9 });
  const header = packHeader(info, {
    root: root.length,
    metadata: metadata.length,
    leaves: leaves.length,
    tiles: offset,
    count: entries.length,
  });
  return Buffer.concat([header, root, metadata, leaves, ...packed.map(({ data }) => data)]);
}

/** One directory if it fits into the first request, else leaves, each as large as it takes for the root to fit. */
function packDirectories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const room = FIRST_REQUEST_LENGTH - HEADER_LENGTH;
  const whole = packDirectory(entries);
  if (whole.length <= room) return { root: whole, leaves: new Uint8Array() };
  for (let size = 4096; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const rootEntries: Entry[] = [];
    let offset = 0;
    for (let start = 0; start < entries.length; start += size) {
      const part = entries.slice(start, start + size);
      const leaf = packDirectory(part);
      leaves.push(leaf);
      rootEntries.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
      offset += leaf.length;
    }
    const root = packDirectory(rootEntries);
    if (root.length <= room) return { root, leaves: Buffer.concat(leaves) };
  }
}

/** Column by column, ids as differences, an offset as 0 where the entry follows the one before without a gap. */
function packDirectory(entries: readonly Entry[]): Uint8Array {
  const numbers = [
    entries.length,
    ...entries.map(({ tileId }, index) => tileId - (entries[index - 1]?.tileId ?? 0)),
    ...entries.map(({ runLength }) => runLength),
    ...entries.map(({ length }) => length),
    ...entries.map(({ offset }, index) => {
      const before = entries[index - 1];
      return before && before.offset + before.length === offset ? 0 : offset + 1;
    }),
  ];
  return gzipSync(Uint8Array.from(numbers.flatMap(toVarint)), { level: 9 });
}

/** Seven bits a byte, lowest first. Not with bit operations: tile ids outgrow 32 bits. */
function toVarint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

interface Lengths {
  readonly root: number;
  readonly metadata: number;
  readonly leaves: number;
  readonly tiles: number;
  readonly count: number;
}

function packHeader({ minZoom, maxZoom, bounds }: ArchiveInfo, lengths: Lengths): Uint8Array {
  const [west, south, east, north] = bounds;
  const metadataOffset = HEADER_LENGTH + lengths.root;
  const leavesOffset = metadataOffset + lengths.metadata;
  const bytes = new Uint8Array(HEADER_LENGTH);
  bytes.set(new TextEncoder().encode("PMTiles"));
  bytes[7] = 3;
  const view = new DataView(bytes.buffer);
  const sections = [
    [HEADER_LENGTH, lengths.root],
    [metadataOffset, lengths.metadata],
    [leavesOffset, lengths.leaves],
    [leavesOffset + lengths.leaves, lengths.tiles],
  ].flat();
  // Tiles addressed, entries and different contents: no tile is stored for two places.
  const longs = [...sections, lengths.count, lengths.count, lengths.count];
  longs.forEach((value, index) => view.setBigUint64(8 + 8 * index, BigInt(value), true));
  const isClustered = 1;
  bytes.set([isClustered, Compression.Gzip, Compression.Gzip, TileType.Mvt, minZoom, maxZoom], 96);
  const setDegrees = (at: number, degrees: number) => view.setInt32(at, Math.round(degrees * 1e7), true);
  bounds.forEach((degrees, index) => setDegrees(102 + 4 * index, degrees));
  bytes[118] = minZoom;
  setDegrees(119, (west + east) / 2);
  setDegrees(123, (south + north) / 2);
  return bytes;
}
