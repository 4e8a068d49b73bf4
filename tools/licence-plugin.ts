import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { STANDARD_TEXTS } from "./licence-texts.ts";

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** Name of the file with the licences, beside `index.html`. */
export const LICENCE_FILE = "THIRD-PARTY.txt";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** Parts of the bundler that stand in what it makes: what loads later parts, and how modules meet. */
const OF_THE_BUNDLER = ["node_modules/vite", "node_modules/rolldown"];
/** On which terms the data come that are no package. */
const DATA_NOTICE = "geodata/NOTICE.txt";

/**
 * Writes the licence of every package that may be part of what is shipped into one file: all that package-lock.json has for use
 * and not for development alone, workers and fonts included. Some are of the command line only.
 */
export function licencePlugin(): Plugin {
  return {
    name: "frontline-licences",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: LICENCE_FILE, source: writeLicences() });
    },
  };
}

/** Ends a build, of the page, a worker, a script or the command line, that has a module of a package whose licence is not shipped. */
export function licenceGuard(): Plugin {
  return {
    name: "frontline-licence-guard",
    apply: "build",
    generateBundle(_, bundle) {
      const shipped = new Set(listShipped().map(({ folder }) => folder));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const id of chunk.moduleIds) {
          const folder = findPackage(id);
          if (folder !== undefined && !shipped.has(folder))
            this.error(`${folder} is in ${chunk.fileName}: move it from devDependencies to dependencies`);
        }
      }
    },
  };
}

/** The folder of the package that a module is of, as package-lock.json names it; `undefined` for our own. */
function findPackage(id: string): string | undefined {
  const path = relative(ROOT, id.replace(/^\0/, "").replace(/\?.*$/, ""));
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

interface Shipped extends Locked {
  readonly folder: string;
}

function listShipped(): readonly Shipped[] {
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(join(ROOT, "package-lock.json"), "utf8"),
  );
  return Object.entries(lock.packages).flatMap(([folder, locked]) => {
    const isUsed = folder !== "" && !locked.dev && !locked.optional && existsSync(join(ROOT, folder));
    return isUsed || OF_THE_BUNDLER.includes(folder) ? [{ folder, ...locked }] : [];
  });
}

function writeLicences(): string {
  const parts = listShipped().map(({ folder, version, license }) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    return `${name} ${version} (${license ?? "see below"})\n\n${readLicence(folder, license ?? "")}`;
  });
  const head = "Frontline Atlas is made with the work of others, under these licences.\n";
  const notice = readFileSync(join(ROOT, DATA_NOTICE), "utf8");
  return [head, notice, ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

/** @throws Error if a package neither has the text of its licence nor names one whose text everybody knows. */
function readLicence(folder: string, licence: string): string {
  const path = join(ROOT, folder);
  const file = readdirSync(path).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file !== undefined) {
    const text = readFileSync(join(path, file), "utf8").trim();
    // What the bundler is made of is not in what it makes.
    const [own = ""] = OF_THE_BUNDLER.includes(folder) ? text.split(/^# Licenses of bundled/m) : [text];
    return `${own.trim()}\n`;
  }
  const standard = STANDARD_TEXTS[licence];
  if (standard === undefined) throw new Error(`${folder} has no text of its licence (${licence})`);
  const { author } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  const holder = typeof author === "string" ? author : (author?.name ?? "its authors");
  return `Copyright ${holder.replace(/\s*[<(].*$/, "")}\n\n${standard}\n`;
}
