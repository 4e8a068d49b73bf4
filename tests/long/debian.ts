import { execFileSync, spawnSync } from "node:child_process";

/** Runs a program of a Debian package, which is installed if it is not there, and gives what it prints. */
export function runDebian(packageName: string, program: string, args: readonly string[]): string {
  ensureDebian(program, packageName);
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
}

/** Whether a program can be called by its name. */
function isThere(program: string): boolean {
  return spawnSync("which", [program]).status === 0;
}

/** Installs Debian packages if a program of theirs is not there. */
export function ensureDebian(program: string, ...packageNames: readonly string[]): void {
  if (!isThere(program)) installDebian(packageNames);
}

/** Installs packages of Debian, as root or by way of `sudo`; throws if that cannot be done. */
export function installDebian(packageNames: readonly string[]): void {
  process.stderr.write(`Installing Debian's ${packageNames.join(", ")} ...\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const step of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packageNames],
  ]) {
    const [command = "", ...args] = [...prefix, ...step];
    try {
      execFileSync(command, args, { env, stdio: ["ignore", 2, 2] });
    } catch (cause) {
      throw new Error(`This test needs Debian's ${packageNames.join(", ")}: install them as root`, { cause });
    }
  }
}
