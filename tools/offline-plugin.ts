import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { isKeptAhead } from "../src/offline/kept-files.ts";
import { bundleScript } from "./bundle-script.ts";

const SOURCE = fileURLToPath(new URL("../src/offline/service-worker.ts", import.meta.url));
const ICONS = fileURLToPath(new URL("../styles/icon/", import.meta.url));

/** The page as an application that can be installed. */
const APPLICATION = {
  name: "Frontline Atlas",
  short_name: "Frontline",
  description:
    "Who held what on any day of a conflict, what changed hands, who says so, and how sure we are.",
  // Beside index.html, wherever that is put.
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#fbf9f4",
  theme_color: "#fbf9f4",
  icons: [
    { src: "icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
};

/** Adds to a build what lets the page be installed and opened without a network: service worker, manifest, icons. */
export function offlinePlugin(): Plugin {
  return {
    name: "frontline-offline",
    apply: "build",
    enforce: "post",
    transformIndexHtml: () => [
      { tag: "link", attrs: { rel: "manifest", href: "manifest.webmanifest" }, injectTo: "head" },
    ],
    async generateBundle(_, bundle) {
      const kept = Object.entries(bundle)
        .filter(([path, file]) => isKeptAhead(path, (file.type === "chunk" ? file.code : file.source).length))
        .map(([path]) => path)
        .toSorted();
      const add = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: "asset", fileName, source });
      add("service-worker.js", await bundleScript(SOURCE, { KEPT_FILES: JSON.stringify(kept) }));
      add("manifest.webmanifest", `${JSON.stringify(APPLICATION, undefined, 2)}\n`);
      for (const { src } of APPLICATION.icons) add(src, await readFile(`${ICONS}${src}`));
    },
  };
}
