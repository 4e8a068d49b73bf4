import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { runCli } from "../../src/cli/run-cli.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Runs the command line with the built dashboard. Rejects with what it says if it does not succeed. */
export async function runQuietly(args: readonly string[]): Promise<void> {
  let said = "";
  const code = await runCli(args, {
    cwd: ROOT,
    compile: compilePath,
    findDashboard: () => join(ROOT, "dist"),
    out: () => {},
    err: (text) => (said += text),
  });
  if (code !== 0) throw new Error(said);
}
