import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { LOADER_FILE } from "../src/single/form.ts";
import { bundleScript } from "./bundle-script.ts";

const SOURCE = fileURLToPath(new URL("../src/single/loader.ts", import.meta.url));

/** Adds to a build the script with which `frontline build --single-file` makes all of it run out of one file. */
export function singleFilePlugin(): Plugin {
  return {
    name: "frontline-single-file",
    apply: "build",
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: LOADER_FILE, source: await bundleScript(SOURCE) });
    },
  };
}
