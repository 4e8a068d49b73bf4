/**
 * Makes of this folder what `npm pack` packs: `node tools/package.mjs build` before it, `… restore` after it.
 *
 * The programs are bundled with what they use, so that an installation fetches next to nothing; package.json is written
 * anew for that time, since its scripts and dependencies are those of a working copy.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { ensureDependencies, projectRoot, run } from "./setup.mjs";

const MANIFEST = join(projectRoot, "package.json");
/** The working copy's own, while another is in its place. */
const KEPT = join(projectRoot, "package.json.kept");
const LIBRARY = join(projectRoot, "lib");

/** Not in the bundle: what is read as files at run time or asks where it lies, and types that those of the library name. */
const DEPENDENCIES = ["world-atlas", "sql.js", "write-file-atomic", "@types/geojson"];
/** Of package.json, what is of no use to somebody who has the package. */
const OF_A_WORKING_COPY = ["private", "scripts", "devDependencies"];

async function build() {
  ensureDependencies();
  // A pack that was cut short has left its own.
  restore();
  run("npx", ["vite", "build", "--logLevel", "warn"]);
  await bundle();
  writeTypes();
  cpSync(join(projectRoot, "src/cli/template"), join(LIBRARY, "template"), { recursive: true });
  cpSync(join(projectRoot, "geodata/world/cells"), join(LIBRARY, "world-cells"), { recursive: true });
  copyFileSync(MANIFEST, KEPT);
  writeFileSync(MANIFEST, `${JSON.stringify(describePackage(), undefined, 2)}\n`);
}

function restore() {
  if (existsSync(KEPT)) renameSync(KEPT, MANIFEST);
}

/** All programs in one folder, side by side: they find each other, and the template, from where they lie. */
async function bundle() {
  const { build: buildBundle } = await import("vite");
  rmSync(LIBRARY, { recursive: true, force: true });
  await buildBundle({
    root: projectRoot,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true, external: DEPENDENCIES },
    build: {
      ssr: true,
      outDir: LIBRARY,
      target: "node20",
      rolldownOptions: {
        input: {
          frontline: join(projectRoot, "src/cli/bin.ts"),
          worker: join(projectRoot, "src/cli/worker.ts"),
          index: join(projectRoot, "src/library/index.ts"),
          node: join(projectRoot, "src/library/node.ts"),
        },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        checks: { bundlerTimings: false },
      },
    },
  });
}

/** The types of the library, of as many of our files as they stand on, in `lib/types`. */
function writeTypes() {
  const types = join(LIBRARY, "types");
  run("npx", ["tsc", "-p", "tsconfig.library.json", "--outDir", types]);
  for (const name of readdirSync(types, { recursive: true, encoding: "utf8" })) {
    const path = join(types, name);
    if (!name.endsWith(".d.ts")) continue;
    // Declarations name the files that they were made from, which are not there.
    const text = readFileSync(path, "utf8").replaceAll(/(["']\.{1,2}\/[^"']+)\.tsx?(["'])/g, "$1.js$2");
    writeFileSync(path, text);
  }
}

/** @returns {Record<string, unknown>} */
function describePackage() {
  const whole = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const kept = Object.entries(whole).filter(([name]) => !OF_A_WORKING_COPY.includes(name));
  const dependencies = Object.fromEntries(
    DEPENDENCIES.map((name) => [name, whole.dependencies[name] ?? whole.devDependencies[name]]),
  );
  return { ...Object.fromEntries(kept), dependencies };
}

if (process.argv[2] === "build") await build();
else restore();
