import { pickName } from "../core/names.ts";
import { createHash } from "node:crypto";
import type { Dataset } from "../core/dataset.ts";
import { SETTLEMENT_LAYER } from "./tiled-settlement.ts";
import { cutSettlements, MAX_ZOOM, MIN_ZOOM } from "./cut-settlements.ts";
import { packArchive } from "./pack-archive.ts";

/** As many settlements as a browser draws well from one list: the measurements are in docs/scaling.md. */
export const MOST_LISTED = 20_000;

const HASH_DIGITS = 8;

/** One PMTiles archive, named by its content, so that a host may let it be kept for ever. */
export interface TileArchive {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The settlements of a data set as vector tiles; `undefined` where a browser does as well without, see {@link MOST_LISTED}. */
export function tileSettlements(dataset: Dataset): TileArchive | undefined {
  if (dataset.settlements.length <= MOST_LISTED) return undefined;
  const bytes = packArchive(cutSettlements(dataset.settlements), describe(dataset));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, HASH_DIGITS);
  return { name: `settlements-${hash}.pmtiles`, bytes };
}

function describe({ title, credits, bounds, scripts }: Dataset) {
  const names = Object.fromEntries(scripts.map((script) => [script, "String"]));
  const fields = { id: "String", ...names, kind: "String", importance: "Number" };
  const layer = { id: SETTLEMENT_LAYER, fields, minzoom: MIN_ZOOM, maxzoom: MAX_ZOOM };
  return {
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    bounds,
    metadata: { name: pickName(title, "en"), attribution: credits.join(", "), vector_layers: [layer] },
  };
}
