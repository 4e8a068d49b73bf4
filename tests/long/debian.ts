import { execFileSync, spawnSync } from "node:child_process";

/** Runs a program of a Debian package, which is installed if it is not there, and gives what it prints. */
export function runDebian(packageName: string, program: string, args: readonly string[]): string {
  ensureDebian(program, packageName);
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
}

/** Installs Debian packages if a program of theirs is not there. */
export function ensureDebian(program: string, ...packageNames: readonly string[]): void {
  if (spawnSync("which", [program]).status !== 0) install(packageNames);
}

function install(packageNames: readonly string[]): void {
  process.stderr.write(`Installing Debian's ${packageNames.join(", ")} ...\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const step of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packageNames],
  ]) {
    const [command = "", ...args] = [...prefix, ...step];
    execFileSync(command, args, { env, stdio: ["ignore", 2, 2] });
  }
}
