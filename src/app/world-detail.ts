import { type Bounds, widenBounds } from "../core/geometry.ts";
import type { BaseMap } from "../map/base/base.ts";
import { listCells, NEAR, type WorldCell } from "../core/world-cells.ts";
import { drawCells } from "../map/base/world-cells.ts";

/** Addresses of the cells of the world's map, made by Vite. */
const cellUrls = import.meta.glob<string>("../../geodata/world/cells/*.json", {
  query: "?url",
  import: "default",
  eager: true,
});

/** Nobody waits for these: after this long they are not coming. */
const PATIENCE_MS = 60_000;

/**
 * The world around a theatre with what finding one's way takes: rivers, lakes, provinces and places, the smaller places
 * in the theatre alone. Rejects if any of it cannot be had.
 */
export async function detailWorld(world: BaseMap, theatre: Bounds): Promise<BaseMap> {
  const around = widenBounds(theatre);
  const files = [
    ...listCells(around),
    ...listCells(theatre).map(({ name, shift }) => ({ name: name + NEAR, shift })),
  ];
  const cells = await Promise.all(
    files.map(async ({ name, shift }) => ({ cell: await readCell(name), shift })),
  );
  const { places, rivers, lakes, provinces } = drawCells(cells, around);
  return {
    ...world,
    places,
    rivers: join(world.rivers, rivers),
    lakes: join(world.lakes, lakes),
    borders: join(world.borders, provinces),
  };
}

function join(one: BaseMap["land"], other: BaseMap["land"]): BaseMap["land"] {
  return { ...one, features: [...one.features, ...other.features] };
}

/** A cell without a file is open sea. */
async function readCell(name: string): Promise<WorldCell> {
  const url = cellUrls[`../../geodata/world/cells/${name}.json`];
  if (url === undefined) return { places: [], rivers: [], lakes: [], provinces: [] };
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  // Made with the page, by `tools/world.ts`.
  return (await response.json()) as WorldCell;
}
