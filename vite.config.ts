import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { makeFirstPaint } from "./src/app/first-paint.ts";
import { groupFirstLoad } from "./tools/first-load-group.ts";
import { licenceGuard, licencePlugin } from "./tools/licence-plugin.ts";
import { slimMapStyle } from "./tools/map-style-plugin.ts";
import { offlinePlugin } from "./tools/offline-plugin.ts";
import { ordersPlugin } from "./tools/orders-plugin.ts";
import { pagePlugin } from "./tools/page-plugin.ts";
import { singleFilePlugin } from "./tools/single-file-plugin.ts";
import { storyPlugin } from "./tools/story-plugin.ts";

/** What the bundler need not tell: how long each plugin took, where the machine is slow. */
const QUIET = { bundlerTimings: false };

export default defineConfig({
  // Relative addresses: the built folder works under any path of any static host.
  base: "./",
  // One page: an address at which nothing lies is answered with 404, and not with the page.
  appType: "mpa",
  plugins: [
    react(),
    storyPlugin(),
    pagePlugin(makeFirstPaint),
    licencePlugin(),
    licenceGuard(),
    offlinePlugin(),
    ordersPlugin(),
    singleFilePlugin(),
  ],
  css: { postcss: { plugins: [slimMapStyle] } },
  // The data files are fetched, never inlined, so that each is one cacheable file and the first load stays small.
  build: {
    target: "es2022",
    rolldownOptions: {
      output: { codeSplitting: { groups: [groupFirstLoad()] } },
      checks: QUIET,
    },
    assetsInlineLimit: 0,
    // maplibre-gl alone is a megabyte, the world at 1:10 million four; `npm run bench` watches the sizes instead.
    chunkSizeWarningLimit: 4000,
  },
  // Each worker is one script: that of a page which is one file cannot import others (decision 0044).
  worker: {
    format: "es",
    plugins: () => [licenceGuard()],
    rolldownOptions: { output: { codeSplitting: false }, checks: QUIET },
  },
});
