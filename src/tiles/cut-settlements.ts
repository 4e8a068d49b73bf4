import { nameByScript } from "../core/names.ts";
import { geoJSONToTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature, Point } from "geojson";
import type { Settlement } from "../core/records.ts";
import { SETTLEMENT_LAYER, type TiledSettlement } from "./tiled-settlement.ts";
import type { Tile } from "./pack-archive.ts";

export const MIN_ZOOM = 0;
/** One unit of such a tile is 10 m at the equator; the map draws deeper zooms from these tiles. */
export const MAX_ZOOM = 10;
const EXTENT = 4096;
/** On zooms before the last at most one settlement per cell: 8 pixels, as a tile is 512 wide on the map. */
const CELLS_ACROSS = 64;

interface Placed {
  readonly feature: Feature<Point, TiledSettlement>;
  /** In Web Mercator, from 0 (west and north) to 1. */
  readonly x: number;
  readonly y: number;
}

/** What is asked of a settlement to become part of a tile. */
export type Tileable = Pick<Settlement, "id" | "names" | "kind" | "importance" | "position">;

/**
 * Vector tiles of settlements, cut by the packages with which MapLibre cuts GeoJSON in the browser: they look like the list
 * that they replace, zoom by zoom. The last zoom has all of them. Before that, of settlements that would be
 * drawn over each other only the most important (then the first in the list) is there; one that is on a zoom is on
 * all later ones. Settlements beyond the ends of the Web Mercator square (latitude 85.05) are left out.
 */
export function* cutSettlements(settlements: readonly Tileable[]): Generator<Tile> {
  const placed = settlements
    .toSorted((one, other) => one.importance - other.importance)
    .map(placeOnSquare)
    .filter(({ x, y }) => x >= 0 && x < 1 && y >= 0 && y < 1);
  for (let zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom += 1) {
    const tilesAcross = 2 ** zoom;
    // The tiler rounds to units, so a point half a unit from the edge belongs to the next tile.
    const findTile = (place: number) =>
      Math.min(tilesAcross - 1, Math.floor(Math.round(place * tilesAcross * EXTENT) / EXTENT));
    const findCell = (place: number) => Math.floor(place * tilesAcross * CELLS_ACROSS);
    const taken = new Set<number>();
    const byTile = new Map<number, Feature<Point, TiledSettlement>[]>();
    for (const { feature, x, y } of placed) {
      const cell = toKey(findCell(x), findCell(y));
      if (zoom < MAX_ZOOM && taken.has(cell)) continue;
      taken.add(cell);
      const tile = toKey(findTile(x), findTile(y));
      const features = byTile.get(tile);
      if (features) features.push(feature);
      else byTile.set(tile, [feature]);
    }
    for (const [key, features] of byTile) yield cutTile(zoom, key % KEY, Math.floor(key / KEY), features);
  }
}

/** Numbers hash faster than texts; more than cells in a row of the last zoom. */
const KEY = 2 ** 24;

function toKey(column: number, row: number): number {
  return row * KEY + column;
}

function cutTile(z: number, x: number, y: number, features: Feature<Point, TiledSettlement>[]): Tile {
  const tile = geoJSONToTile({ type: "FeatureCollection", features }, z, x, y, { extent: EXTENT });
  return { z, x, y, data: fromGeojsonVt({ [SETTLEMENT_LAYER]: tile }, { version: 2, extent: EXTENT }) };
}

function placeOnSquare({ id, names, kind, importance, position }: Tileable): Placed {
  const [lng, lat] = position;
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    feature: {
      type: "Feature",
      properties: { ...nameByScript(names), id, kind, importance },
      geometry: { type: "Point", coordinates: [lng, lat] },
    },
    x: lng / 360 + 0.5,
    y: 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI,
  };
}
