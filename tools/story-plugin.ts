import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { openNodeFolder } from "../src/cli/node-folder.ts";
import { writeCompiled } from "../src/data/compiled/compiled.ts";
import { loadDataset } from "../src/data/load-dataset.ts";

const MODULE = "virtual:story";
const RESOLVED = `\0${MODULE}`;
const DEV_PATH = "/story.frontline";
const folder = fileURLToPath(new URL("../geodata/", import.meta.url));

/**
 * Gives the page the bundled story in its compiled form: `virtual:story` is the address of the one file. It is
 * compiled at each build, and in development whenever it is asked for.
 */
export function storyPlugin(): Plugin {
  let isServing = false;
  return {
    name: "frontline-story",
    configResolved(config) {
      isServing = config.command === "serve";
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      if (isServing) return `export default ${JSON.stringify(DEV_PATH)};`;
      const file = this.emitFile({ type: "asset", name: "story.frontline", source: await compileStory() });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
    configureServer(server) {
      server.middlewares.use(DEV_PATH, (_request, response, next) => {
        compileStory().then((bytes) => response.end(bytes), next);
      });
    },
  };
}

/** @throws Error if the story has any error: a build with a broken story must not be published. */
async function compileStory(): Promise<Uint8Array> {
  const { dataset, ...report } = await loadDataset(openNodeFolder(folder));
  const [error] = report.problems.filter(({ severity }) => severity === "error");
  if (!dataset || error)
    throw new Error(`The bundled story has errors: run \`npm run frontline validate geodata\``);
  return writeCompiled({ dataset, ...report });
}
