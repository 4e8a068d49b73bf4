import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { injectData } from "./dashboard-page.ts";
import type { TileArchive } from "../tiles/tile-settlements.ts";
import { makeFolder, writeWholeFile } from "./write-file.ts";

interface SiteContent {
  /** The folder of the built dashboard. */
  readonly dashboard: string;
  /** Of the compiled file. It says in its name what is in it, so that a web server may let it be kept for ever. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly tiles: TileArchive | undefined;
}

/**
 * Writes the dashboard with a compiled data set into a folder that any web server can serve as it is. Files of the
 * same names are replaced; the page comes last, so that a site in use always names a file that is there.
 */
export async function writeSite(
  folder: string,
  { dashboard, name, bytes, tiles }: SiteContent,
): Promise<void> {
  const page = join(dashboard, "index.html");
  await makeFolder(folder);
  for (const source of await listFiles(dashboard)) {
    if (source === page) continue;
    const target = join(folder, relative(dashboard, source));
    await makeFolder(dirname(target));
    await writeWholeFile(target, await readFile(source));
  }
  await writeWholeFile(join(folder, name), bytes);
  if (tiles) await writeWholeFile(join(folder, tiles.name), tiles.bytes);
  const injected = injectData(await readFile(page, "utf8"), {
    data: encodeURIComponent(name),
    status: undefined,
    tiles: tiles?.name,
  });
  await writeWholeFile(join(folder, "index.html"), new TextEncoder().encode(injected));
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
