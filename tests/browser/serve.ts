import { preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built dashboard is served. */
    address: string;
  }
}

/** Serves the build of `dist` on a free port for as long as the browser tests run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({ logLevel: "silent", preview: { port: 0, host: "127.0.0.1" } });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("The preview server has no port");
  project.provide("address", `http://127.0.0.1:${address.port}/`);
  return () => server.close();
}
