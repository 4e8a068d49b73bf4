import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { ORDERS_FILE } from "../src/cli/dashboard-page.ts";

const SOURCE = fileURLToPath(new URL("../src/app/orders.ts", import.meta.url));

/** Adds to a build the script that stands in the place of the page's own where the command line asks for pictures. */
export function ordersPlugin(): Plugin {
  return {
    name: "frontline-orders",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: SOURCE, fileName: ORDERS_FILE });
    },
  };
}
