import { execFileSync, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { print } from "./measure.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** How large the package is, and how long somebody without it waits for the address of a served data set. */
export async function reportPackage(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "frontline-bench-"));
  try {
    const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [about] = JSON.parse(packed.slice(packed.indexOf("["))) as readonly {
      readonly filename: string;
      readonly size: number;
      readonly unpackedSize: number;
    }[];
    if (!about) throw new Error("npm has packed nothing");
    const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
    print("\nThe package: %s MB, unpacked %s MB", [mb(about.size), mb(about.unpackedSize)]);
    await cp(join(ROOT, "src/cli/template"), join(folder, "my-war"), { recursive: true });
    const seconds = await timeFirstServe(folder, about.filename);
    print("  from npx in an empty folder to the address    %s s, at most 60", [seconds.toFixed(1)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** With a cache of its own, so that npm has nothing yet. */
async function timeFirstServe(folder: string, archive: string): Promise<number> {
  const start = performance.now();
  const program = spawn("npx", ["--yes", `./${archive}`, "serve", "my-war", "--port", "0"], {
    cwd: folder,
    env: { ...process.env, npm_config_cache: join(folder, "cache") },
    // A group of its own: npx starts the program in a shell, and both are to end.
    detached: true,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      program.stdout.on("data", (said: Buffer) => {
        if (/http:\/\/\S+/.test(String(said))) resolve();
      });
      program.on("exit", (code) => reject(new Error(`npx ended with ${code}`)));
    });
    return (performance.now() - start) / 1000;
  } finally {
    if (program.pid !== undefined) process.kill(-program.pid, "SIGINT");
  }
}
