import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { installDebian } from "./debian.ts";

/** What keeps a test from running that is no fault of ours: a registry that this machine does not reach. */
export class NotReached extends Error {
  override readonly name = "NotReached";
}

/** What clients say who find no way to their registry, and not of a package that is not there. */
const NO_WAY =
  /NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Temporary failure in name resolution|Network is unreachable|UnknownHostException|Connection (?:refused|reset|timed out)|ConnectException|SocketTimeoutException/;

/** Throws what it means that a client of a registry failed. */
export function failRegistry(registry: string, output: string): never {
  if (NO_WAY.test(output)) throw new NotReached(`${registry} is not reached from this machine`);
  throw new Error(`${registry}:\n${output.slice(-4000)}`);
}

/** A temporary folder that stays, so that what takes minutes to fetch is fetched once; of this user alone. */
export function nameCache(name: string): string {
  return join(tmpdir(), `frontline-atlas-${userInfo().uid}-${name}`);
}

/**
 * The folder of programs of a Python environment of its own that has these packages, such as `duckdb==1.5.5`, made if need be.
 *
 * @throws NotReached if PyPI is not.
 */
export function ensurePython(name: string, packages: readonly string[]): string {
  const folder = nameCache(name);
  const programs = join(folder, "bin");
  if (!existsSync(join(folder, "pyvenv.cfg"))) makeEnvironment(folder);
  const listed = spawnSync(join(programs, "pip"), ["freeze"], { encoding: "utf8" }).stdout;
  const ready = listed.replaceAll("_", "-").split("\n");
  if (packages.every((wanted) => ready.includes(wanted))) return programs;
  process.stderr.write(`Installing ${packages.join(", ")} from PyPI ...\n`);
  const args = ["install", "--quiet", "--disable-pip-version-check", ...packages];
  const run = spawnSync(join(programs, "pip"), args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) failRegistry("PyPI", run.stderr);
  return programs;
}

function makeEnvironment(folder: string): void {
  const make = () => spawnSync("python3", ["-m", "venv", "--clear", folder], { encoding: "utf8" });
  if (make().status === 0) return;
  installDebian(["python3-venv"]);
  const run = make();
  if (run.status !== 0) throw new Error(`python3 makes no environment: ${run.stdout}${run.stderr}`);
}
