import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import type { Plugin } from "vite";
import { openNodeFolder } from "../src/cli/node-folder.ts";
import { putBeside } from "../src/data/compiled/beside.ts";
import { readCompiled, writeCompiled } from "../src/data/compiled/compiled.ts";
import { loadDataset } from "../src/data/load-dataset.ts";
import { packBase } from "../src/map/base/packed-base.ts";
import { cutWorld, type World } from "../src/map/base/cut-world.ts";

const folder = fileURLToPath(new URL("../geodata/", import.meta.url));
const world = fileURLToPath(new URL("../node_modules/world-atlas/countries-10m.json", import.meta.url));

/** What the page gets by its address: `virtual:<name>` is that of a file that `make` makes. */
const FILES = [
  { module: "virtual:story", name: "story.frontline", make: compileStory },
  { module: "virtual:story-ground", name: "story-ground.bin", make: packStoryGround },
  { module: "virtual:story-world", name: "story-world.bin", make: cutStoryWorld },
  { module: "virtual:story-files", name: "story-files.zip", make: packStoryFiles },
] as const;

/**
 * Gives the page the bundled story in its compiled form, the ground under it and the world around it: `virtual:story`,
 * `virtual:story-ground` and `virtual:story-world` are the addresses of these files, and `virtual:story-files` that of what it is made of. They are made at each build, and in development whenever they
 * are asked for. What of the story comes later lies beside it in a build, and in it in development.
 */
export function storyPlugin(): Plugin {
  let isServing = false;
  let assetsFolder = "";
  return {
    name: "frontline-story",
    configResolved(config) {
      isServing = config.command === "serve";
      assetsFolder = config.build.assetsDir;
    },
    resolveId: (id) => (FILES.some(({ module }) => module === id) ? `\0${id}` : undefined),
    async load(id) {
      const file = FILES.find(({ module }) => id === `\0${module}`);
      if (!file) return undefined;
      if (isServing) return `export const storyHash = "";export default ${JSON.stringify(`/${file.name}`)};`;
      const made = await file.make();
      const whole = file.module === "virtual:story" ? putBeside(made) : { bytes: made, files: [] };
      for (const { name, bytes } of whole.files)
        this.emitFile({ type: "asset", fileName: `${assetsFolder}/${name}`, source: bytes });
      const reference = this.emitFile({ type: "asset", name: file.name, source: whole.bytes });
      const hash = file.module === "virtual:story" ? await nameHash(made) : "";
      return `${hash}export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    configureServer(server) {
      for (const { name, make } of FILES) {
        server.middlewares.use(`/${name}`, (_request, response, next) => {
          make().then((content) => response.end(content), next);
        });
      }
    },
  };
}

/** A day that the format knows: the same bytes at every build. */
const PACKED_AT = new Date(1980, 0, 1);

/** The files that the story is read from, and no others of their folder. */
async function packStoryFiles(): Promise<Uint8Array<ArrayBuffer>> {
  const source = openNodeFolder(folder);
  const files: Record<string, Uint8Array> = {};
  await loadDataset({
    list: source.list,
    async read(path) {
      files[path] = await source.read(path);
      return files[path];
    },
  });
  return new Uint8Array(zipSync(files, { level: 9, mtime: PACKED_AT }));
}

/** Enough of the hash to know the story by. */
const HASH_LETTERS = 16;

async function nameHash(compiled: Uint8Array<ArrayBuffer>): Promise<string> {
  const { hash } = await readCompiled(compiled);
  return `export const storyHash = ${JSON.stringify(hash.slice(0, HASH_LETTERS))};`;
}

/** @throws Error if the story has any error: a build with a broken story must not be published. */
async function loadSoundStory() {
  const { dataset, ...report } = await loadDataset(openNodeFolder(folder));
  const [error] = report.problems.filter(({ severity }) => severity === "error");
  if (!dataset || error)
    throw new Error(`The bundled story has errors: run \`npm run frontline validate geodata\``);
  return { dataset, ...report };
}

async function compileStory(): Promise<Uint8Array<ArrayBuffer>> {
  return writeCompiled(await loadSoundStory(), async (bytes) => gzip(bytes));
}

/** By itself: hosts leave files of kinds that they do not know as they are. */
function gzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(bytes, { level: 9 }));
}

/** A hundred metres, which is finer than the map of the world is drawn. */
const DECIMALS = 3;

/** The world around the story: the whole of it, of which this is a hundredth, is nothing to be fetched. */
async function cutStoryWorld(): Promise<Uint8Array<ArrayBuffer>> {
  const { dataset } = await loadSoundStory();
  const map = JSON.parse(await readFile(world, "utf8")) as World;
  return gzip(packBase({ ...cutWorld(map, dataset.bounds) }, DECIMALS));
}

/** The parts of `geodata/base` that the map draws. */
const GROUND = ["land", "borders", "rivers", "lakes", "roads"] as const;
/** As many as these files have. */
const GROUND_DECIMALS = 4;

async function packStoryGround(): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await Promise.all(
    GROUND.map(
      async (name): Promise<[string, unknown]> => [
        name,
        JSON.parse(await readFile(`${folder}base/${name}.geojson`, "utf8")),
      ],
    ),
  );
  return gzip(packBase(Object.fromEntries(parts), GROUND_DECIMALS));
}
