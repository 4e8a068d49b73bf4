import { build } from "vite";
import { licenceGuard } from "./licence-plugin.ts";

/** A script of its own with all that it imports, as all browsers take it. `define` puts texts in the place of names. */
export async function bundleScript(
  source: string,
  define: Readonly<Record<string, string>> = {},
): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [licenceGuard()],
    define: { ...define, "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: source, output: { format: "iife" }, checks: { bundlerTimings: false } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const [chunk] = outputs.flatMap((output) => ("output" in output ? output.output : []));
  if (chunk?.type !== "chunk") throw new Error(`${source} could not be built`);
  return chunk.code;
}
