import { spawnSync } from "node:child_process";
import type { FeatureCollection } from "geojson";
import { installDebian } from "./debian.ts";

/** Installs Debian's GDAL if there is none. */
export function ensureGdal(): void {
  if (hasGdal()) return;
  installDebian(["gdal-bin"]);
  if (!hasGdal()) throw new Error("This test needs ogr2ogr, as Debian's gdal-bin has it.");
}

function hasGdal(): boolean {
  return spawnSync("ogr2ogr", ["--version"]).status === 0;
}

/** What GDAL reads of a table of a file; `args` are further arguments of `ogr2ogr`. Throws where GDAL warns of anything. */
export function readWithGdal(file: string, args: readonly string[]): FeatureCollection {
  const run = spawnSync(
    "ogr2ogr",
    ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/", file, ...args],
    { encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  if (run.status !== 0 || run.stderr !== "") throw new Error(`ogr2ogr: ${run.stderr}`);
  return JSON.parse(run.stdout) as FeatureCollection;
}
