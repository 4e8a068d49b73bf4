import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

interface Entry {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly engines?: Record<string, string>;
}

const ROOT = new URL("../../", import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(fileURLToPath(new URL(file, ROOT)), "utf8"));
const lock: { readonly packages: Record<string, Entry> } = read("package-lock.json");

/** Node's own way of finding a package: from the folder that asks upwards. */
function isLocked(name: string, from: string): boolean {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, "")) {
    if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === "") return false;
  }
}

describe("the lock file", () => {
  test("locks what every package asks for, the binaries of other platforms too: `npm ci` refuses it otherwise", () => {
    const missing = Object.entries(lock.packages).flatMap(([folder, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.devDependencies, ...entry.optionalDependencies })
        .filter((name) => !isLocked(name, folder))
        .map((name) => `${folder} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test("says of the project what package.json says", () => {
    const { dependencies, devDependencies, engines } = read("package.json");
    expect(lock.packages[""]).toMatchObject({ dependencies, devDependencies, engines });
  });
});
