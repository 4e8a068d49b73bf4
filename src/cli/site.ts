import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { directionOf, FALLBACK_LANGUAGE, type Names, pickLanguage, pickName } from "../core/names.ts";
import { injectData, injectMarkup, ORDERS_FILE, type PageMarkup } from "./dashboard-page.ts";
import type { BesideFile } from "../data/compiled/beside.ts";
import { LOADER_FILE } from "../single/form.ts";
import type { TileArchive } from "../tiles/tile-settlements.ts";
import { findReplaced, makeFolder, writeWholeFile } from "./write-file.ts";

interface SiteContent {
  /** The folder of the built dashboard. */
  readonly dashboard: string;
  /** Of the compiled file. It says in its name what is in it, so that a web server may let it be kept for ever. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What lies beside it. */
  readonly parts: readonly BesideFile[];
  readonly tiles: TileArchive | undefined;
  /** Of the data set. */
  readonly title: Names;
  readonly description: Names;
  /** Where it will be found by everybody. */
  readonly url?: string | undefined;
  /** Of the pages that may steer it. */
  readonly origins?: readonly string[];
  /** What links to it are to show: files of their own, and what stands in its page. */
  readonly cards?: SiteCards | undefined;
}

export interface SiteCards {
  readonly files: readonly SiteFile[];
  readonly markup: PageMarkup;
}

/**
 * Writes the dashboard with a compiled data set into a folder that any web server can serve as it is. Files of the
 * same names are replaced; the page comes last, so that a site in use always names a file that is there. Rejects if it
 * cannot be written in full, and leaves no file or folder that was not there.
 */
export async function writeSite(folder: string, content: SiteContent): Promise<void> {
  const made: string[] = [];
  try {
    for await (const { path, bytes } of listContent(content)) await add(join(folder, path), bytes, made);
  } catch (error) {
    // What was made last lies in what was made first.
    for (const path of made.toReversed()) await rm(path, { recursive: true, force: true });
    throw error;
  }
}

/** Notes in `made` what was not there, whether or not it could be written. */
async function add(path: string, bytes: Uint8Array, made: string[]): Promise<void> {
  const topmost = await makeFolder(dirname(path));
  if (topmost !== undefined) made.push(topmost);
  if ((await findReplaced(path)) === undefined) made.push(path);
  await writeWholeFile(path, bytes);
}

export interface SiteFile {
  /** Within the site. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of a site in the order in which they are to be written. */
async function* listContent({
  dashboard,
  name,
  bytes,
  parts,
  tiles,
  title,
  description,
  url,
  origins,
  cards,
}: SiteContent): AsyncGenerator<SiteFile> {
  const page = join(dashboard, "index.html");
  const left = [page, join(dashboard, LOADER_FILE), join(dashboard, ORDERS_FILE)];
  for (const source of await listFiles(dashboard)) {
    if (left.includes(source)) continue;
    const [path, content] = [relative(dashboard, source), await readFile(source)];
    yield { path, bytes: path === MANIFEST ? nameApplication(content, title, description) : content };
  }
  for (const part of parts) yield { path: part.name, bytes: part.bytes };
  yield { path: name, bytes };
  if (tiles) yield { path: tiles.name, bytes: tiles.bytes };
  if (cards) yield* cards.files;
  const injected = injectData(await readFile(page, "utf8"), {
    data: encodeURIComponent(name),
    status: undefined,
    tiles: tiles?.name,
    url,
    origins: origins ?? [],
  });
  const whole = cards ? injectMarkup(injected, cards.markup) : injected;
  yield { path: "index.html", bytes: new TextEncoder().encode(whole) };
}

const MANIFEST = "manifest.webmanifest";

/** Installed, a site has the name of its data set, and not that of the program. */
function nameApplication(manifest: Uint8Array, title: Names, description: Names): Uint8Array {
  const language = pickLanguage(title, FALLBACK_LANGUAGE);
  if (language === undefined) return manifest;
  // A device cuts off a name that is too long for its screen: better the beginning of this one than that of the program.
  const { short_name: _, ...application } = JSON.parse(new TextDecoder().decode(manifest));
  const named = {
    ...application,
    name: pickName(title, language),
    lang: language,
    dir: directionOf(language),
    description: pickName(description, language) || application.description,
  };
  return new TextEncoder().encode(`${JSON.stringify(named, undefined, 2)}\n`);
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
