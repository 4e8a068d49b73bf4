import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** Name of the file with the licences, beside `index.html`. */
export const LICENCE_FILE = "THIRD-PARTY.txt";

/**
 * Writes the licence of every package that may be part of the built page into one file: all that package-lock.json has
 * for use and not for development alone, workers and fonts included. Some are of the command line only.
 */
export function licencePlugin(): Plugin {
  let root = "";
  return {
    name: "frontline-licences",
    apply: "build",
    configResolved: (config) => {
      root = config.root;
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: LICENCE_FILE, source: writeLicences(root) });
    },
  };
}

function writeLicences(root: string): string {
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  const used = Object.entries(lock.packages).filter(
    ([folder, { dev, optional }]) => folder !== "" && !dev && !optional && existsSync(join(root, folder)),
  );
  const parts = used.map(([folder, { version, license }]) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    return `${name} ${version} (${license ?? "see below"})\n\n${readLicence(join(root, folder))}`;
  });
  const head = "Frontline Atlas is made with the work of others, under these licences.\n";
  return [head, ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

function readLicence(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file !== undefined) return `${readFileSync(join(folder, file), "utf8").trim()}\n`;
  return "The package has no file with the text of its licence.\n";
}
