import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, posix } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { init, ImportType, parse } from "es-module-lexer";
import { LOADER, LOADER_FILE, MARK, PART_NAME, PARTS } from "../single/form.ts";
import { readCompiled } from "../data/compiled/compiled.ts";
import type { TileArchive } from "../tiles/tile-settlements.ts";
import { UsageError } from "./io.ts";

interface FileContent {
  /** The folder of the built dashboard. */
  readonly dashboard: string;
  /** What the browser calls the page until it runs. */
  readonly title: string;
  /** The compiled file, complete in itself. */
  readonly bytes: Uint8Array;
  readonly tiles: TileArchive | undefined;
  /** Where everybody finds the same data set. */
  readonly url?: string | undefined;
}

/** Stand in the head of every single file, and of nothing else. */
const SIGN = `<meta name="${PARTS.fileMeta}" content="1" />`;
/** In which the sign is. */
const SIGN_BYTES = 4096;

/** Whether the first bytes of a file are those of one that {@link packSingleFile} made. */
export function isSingleFile(start: string): boolean {
  return start.slice(0, SIGN_BYTES).includes(SIGN);
}

/** The dashboard's own story, which a page with data in it never asks for. */
const BUNDLED_STORY = /\.(frontline|part|zip)$/;
/** The ground under it, which no other data set has. */
const GROUND_OF_STORY = /\.bin$/;

const DATA = "data.frontline";
const TILES = "settlements.pmtiles";

/**
 * One HTML file that is the dashboard with a data set, and asks no network for anything. What the data set says is in it as
 * base64 alone, and its title as escaped text.
 *
 * @throws UsageError if the dashboard was built by a version that could not do this.
 * @throws Error if the built dashboard is none that can be packed, which is a fault of the program.
 */
export async function packSingleFile(content: FileContent): Promise<Uint8Array> {
  const { dashboard, bytes, tiles } = content;
  const assets = await readAssets(join(dashboard, "assets"));
  const [page = "", loader = "", licences = ""] = await Promise.all(
    ["index.html", LOADER_FILE, "THIRD-PARTY.txt"].map((name) => readText(join(dashboard, name))),
  );
  const { html, entry, firstStyleSheets } = takeApart(page);
  const scripts = await rewriteScripts(assets, entry);
  const style = joinStyleSheets(assets, firstStyleSheets);
  const isStory = await isBundledStory(assets, bytes);
  const isLeftOut = (name: string) =>
    /\.(js|css|woff2)$/.test(name) || BUNDLED_STORY.test(name) || (!isStory && GROUND_OF_STORY.test(name));
  const files: PartFile[] = [
    ...scripts,
    ...[...assets].filter(([name]) => !isLeftOut(name)).map(([name, bytes]) => ({ name, bytes })),
    { name: DATA, bytes },
    ...(tiles ? [{ name: TILES, bytes: tiles.bytes }] : []),
  ];
  const parts = await Promise.all(files.map(writePart));
  const script = refuseEnd("script", loader.trim());
  const body = [
    `<style>${style}</style>`,
    `<template id="licences"><pre>${escapeText(licences)}</pre></template>`,
    ...parts,
    `<script data-entry="${entry}">${script}</script>`,
  ].join("\n");
  const whole = replaceOnce(writeHead(html, content), "</body>", `${body}\n  </body>`);
  return new TextEncoder().encode(addPolicy(whole));
}

/** Whether a compiled data set is the one that the dashboard comes with. */
async function isBundledStory(assets: Assets, bytes: Uint8Array): Promise<boolean> {
  const [, story] = [...assets].find(([name]) => name.endsWith(".frontline")) ?? [];
  if (!story) return false;
  const readHash = async (file: Uint8Array) => (await readCompiled(new Uint8Array(file))).hash;
  const own = await readHash(story).catch(() => undefined);
  return own === (await readHash(bytes));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new UsageError(`the dashboard has no ${basename(path)}: build it again`, { cause: error });
  }
}

/** Content of the dashboard's files by their paths in it. */
type Assets = ReadonlyMap<string, Uint8Array>;

async function readAssets(folder: string): Promise<Assets> {
  const names = (await readdir(folder)).toSorted();
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return new Map(names.map((name, index) => [`assets/${name}`, contents[index] ?? new Uint8Array()]));
}

/** The page without what leads to other files, and these. */
function takeApart(page: string) {
  const entry = /<script type="module"[^>]* src="\.\/(assets\/[^"]+)"><\/script>/.exec(page)?.[1];
  if (entry === undefined) throw new Error("The dashboard's index.html has no script");
  const firstStyleSheets = [...page.matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g)].map(
    ([, name = ""]) => name,
  );
  const html = page
    .replaceAll(/ *<script type="module"[^>]*><\/script>\n?/g, "")
    .replaceAll(/ *<link rel="(?:modulepreload|stylesheet|manifest)"[^>]*>\n?/g, "")
    .replace(/ *<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, "");
  return { html, entry, firstStyleSheets };
}

const CHARSET = '<meta charset="utf-8" />';

function writeHead(html: string, { title, tiles, url }: FileContent): string {
  const metas = [
    SIGN,
    `<meta name="frontline-data" content="${DATA}" data-in-file />`,
    ...(tiles ? [`<meta name="frontline-tiles" content="${TILES}" data-in-file />`] : []),
    ...(url === undefined ? [] : [`<meta name="frontline-url" content="${escapeText(url)}" />`]),
  ];
  const named = html.replace(/<title>[^<]*<\/title>/, () => `<title>${escapeText(title)}</title>`);
  // The charset first: a browser looks for it in the first kilobyte alone.
  return replaceOnce(named, CHARSET, [CHARSET, ...metas].join("\n    "));
}

/**
 * What the browser lets the page do: run the scripts that stand in it, by hash, and those that its loader makes blobs of. No
 * address of a network is in it, so nothing can be asked for or sent.
 */
function addPolicy(page: string): string {
  const rules = {
    "default-src": "'none'",
    // SQLite, which writes GeoPackage, is WebAssembly, and its worker has the page's policy: it comes from a blob.
    "script-src": ["blob:", "'wasm-unsafe-eval'", ...listHashes(page, "script")].join(" "),
    "style-src": listHashes(page, "style").join(" "),
    "font-src": "data:",
    "img-src": "data: blob:",
    // MapLibre starts its worker from the text of it where a page has no origin, as from disk.
    "worker-src": "blob: data:",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  const policy = Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
  return replaceOnce(
    page,
    CHARSET,
    `${CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

/** Of what stands in the page as script or style to be used, and not as a part. */
function listHashes(page: string, tag: "script" | "style"): readonly string[] {
  return [...page.matchAll(new RegExp(`<${tag}(?: data-entry="[^"]*")?>([^]*?)</${tag}>`, "g"))].map(
    ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
}

/** All style sheets, those of the first load first: each is for something of its own, so that their order else is no matter. */
function joinStyleSheets(assets: Assets, first: readonly string[]): string {
  const names = [...assets.keys()].filter((name) => name.endsWith(".css"));
  const ordered = [...first, ...names.filter((name) => !first.includes(name))];
  const sheets = ordered.map((name) =>
    Buffer.from(readAsset(assets, name))
      .toString()
      .replaceAll(/url\((["']?)(\.\/[^"')]+)\1\)/g, (_, __, path: string) => {
        const file = posix.join(posix.dirname(name), path);
        return `url(data:font/woff2;base64,${Buffer.from(readAsset(assets, file)).toString("base64")})`;
      }),
  );
  return refuseEnd("style", sheets.join("\n"));
}

function readAsset(assets: Assets, name: string): Uint8Array {
  const bytes = assets.get(name);
  if (!bytes) throw new Error(`The dashboard has no ${name}`);
  return bytes;
}

/** A file that goes into the page as a part. */
interface PartFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A worker is a program of its own; it asks for these other parts. */
  readonly worker?: { readonly needs: readonly string[] };
}

const pack = promisify(gzip);

/** A part as an element of the page: base64, gzipped where that is shorter. */
async function writePart({ name, bytes, worker }: PartFile): Promise<string> {
  const packed = await pack(bytes, { level: 9 });
  const isGzipped = packed.length < bytes.length;
  const content = Buffer.from(isGzipped ? packed : bytes).toString("base64");
  const attributes = [
    `data-part="${name}"`,
    ...(isGzipped ? ["data-gzip"] : []),
    ...(worker ? ["data-worker"] : []),
    ...(worker && worker.needs.length > 0 ? [`data-needs="${worker.needs.join(" ")}"`] : []),
  ];
  return `<script type="text/plain" ${attributes.join(" ")}>${content}</script>`;
}

/** A script of the dashboard, as the loader takes it. */
interface Script {
  readonly name: string;
  readonly text: string;
  /** Names of the scripts that it imports before it runs. */
  readonly imports: readonly string[];
  /** Names of those that it imports when it wants them. */
  readonly later: readonly string[];
  readonly isExporting: boolean;
}

/** The scripts of the page and of its workers, none of which leads out of the file. */
async function rewriteScripts(assets: Assets, entry: string): Promise<readonly PartFile[]> {
  await init;
  const names = [...assets.keys()].filter((name) => name.endsWith(".js"));
  const scripts = new Map(
    names.map((name) => [name, rewrite(name, Buffer.from(readAsset(assets, name)).toString())]),
  );
  refuseCircle(scripts);
  const ofThePage = reach(entry, scripts);
  return [...scripts.values()].map(({ name, text, imports, later, isExporting }) => {
    const bytes = Buffer.from(text);
    if (ofThePage.has(name)) return { name, bytes };
    // It is run as a classic script, which can import and export nothing.
    if (imports.length + later.length > 0 || isExporting)
      throw new Error(`The worker ${name} imports or exports`);
    return { name, bytes, worker: { needs: listNeeds(text, assets) } };
  });
}

/** Files that a worker has the names of and is not a script itself. */
function listNeeds(text: string, assets: Assets): readonly string[] {
  return [...assets.keys()].filter((name) => !name.endsWith(".js") && text.includes(posix.basename(name)));
}

/** Of the files that a script wants first, Vite's own list: the page has all style sheets, and its scripts as parts. */
const WANTED_FIRST = "=>i.map(i=>d[i]);";

/** @throws Error if the script imports what is no part. */
function rewrite(name: string, source: string): Script {
  const [found, exported] = parse(source, name);
  const imports: string[] = [];
  const later: string[] = [];
  let text = "";
  let at = 0;
  const put = (start: number, end: number, replacement: string) => {
    text += source.slice(at, start) + replacement;
    at = end;
  };
  for (const { t: type, s: start, e: end, ss: statementStart, se: statementEnd } of found) {
    if (type === ImportType.ImportMeta)
      put(statementStart, statementEnd, `({url:(globalThis.${LOADER}?.base??"")+"${name}"})`);
    else if (type === ImportType.Dynamic && !/^[`"']/.test(source.slice(start, end))) {
      // Of an address that is worked out, as MapLibre has one for plugins; the policy of the page lets it lead nowhere.
    } else {
      const path = /^[`"']?(\.\/[^`"'$]+)[`"']?$/.exec(source.slice(start, end))?.[1];
      if (path === undefined) throw new Error(`${name} imports what is no file: ${source.slice(start, end)}`);
      const other = posix.join(posix.dirname(name), path);
      if (type === ImportType.Static) {
        imports.push(other);
        put(start, end, MARK + other);
      } else {
        later.push(other);
        put(statementStart, statementEnd, `${LOADER}.load("${other}")`);
      }
    }
  }
  text += source.slice(at);
  if (text.includes("__vite__mapDeps=")) text = replaceOnce(text, WANTED_FIRST, "=>[];");
  return { name, text, imports, later, isExporting: exported.length > 0 };
}

/** A script and all that it imports, at once or later. */
function reach(start: string, scripts: ReadonlyMap<string, Script>): ReadonlySet<string> {
  const found = new Set([start]);
  // What is added while a set is gone through is gone through too.
  for (const name of found) {
    const script = scripts.get(name);
    if (!script) throw new Error(`The dashboard has no ${name}`);
    for (const other of [...script.imports, ...script.later]) found.add(other);
  }
  return found;
}

/** @throws Error if scripts wait for each other: a module made of a text has no address before those that it imports have theirs. */
function refuseCircle(scripts: ReadonlyMap<string, Script>): void {
  const sound = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    if (sound.has(name)) return;
    if (above.includes(name)) throw new Error(`Scripts import each other: ${[...above, name].join(", ")}`);
    if (!PART_NAME.test(name)) throw new Error(`No name for a part: ${name}`);
    for (const other of scripts.get(name)?.imports ?? []) visit(other, [...above, name]);
    sound.add(name);
  };
  for (const name of scripts.keys()) visit(name, []);
}

/** @throws Error if a text would end the element that it is to stand in. */
function refuseEnd(tag: string, text: string): string {
  if (new RegExp(`</${tag}|<!--`, "i").test(text)) throw new Error(`A ${tag} has the end of one in it`);
  return text;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** @throws Error unless the part is there: the dashboard is built otherwise, and this has to follow. */
function replaceOnce(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`The dashboard has no ${part} where it is looked for`);
  return text.replace(part, () => by);
}
