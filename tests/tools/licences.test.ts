import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { LICENCE_FILE, licenceGuard, licencePlugin } from "../../tools/licence-plugin.ts";
import { makeFolder } from "../fixtures/run-folder.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What is built of a script that imports a package, with the licences beside it. */
async function buildWith(name: string) {
  const entry = join(makeFolder(), "entry.js");
  // By its path: the folder has no packages of its own.
  writeFileSync(entry, `export * from ${JSON.stringify(join(ROOT, "node_modules", name))};\n`);
  const built = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    root: ROOT,
    plugins: [licencePlugin(), licenceGuard()],
    build: {
      write: false,
      // The bundler's own account of whose modules are in its chunks.
      license: { fileName: "witness.json" },
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files = outputs.flatMap((output) => ("output" in output ? output.output : []));
  const read = (file: string) => {
    const found = files.find(({ fileName }) => fileName === file);
    return found?.type === "asset" ? String(found.source) : "";
  };
  return { text: read(LICENCE_FILE), witness: JSON.parse(read("witness.json")) as readonly Witness[] };
}

interface Witness {
  readonly name: string;
  readonly version: string;
  readonly text?: string;
}

describe("the licences that are shipped", () => {
  it("are those of every package that a build may be made of, the LGPL one, the fonts and the data among them", async () => {
    const { text, witness } = await buildWith("zustand");
    const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
    for (const name of [...Object.keys(dependencies), "workbox-core", "vite", "rolldown"])
      expect(text).toMatch(new RegExp(`^${name} \\d`, "m"));
    expect(text).toMatch(/geojson-validation [\d.]+ \((LGPL|GPL)/);
    expect(text).toContain("SIL OPEN FONT LICENSE");
    expect(text).toContain("OpenStreetMap contributors");
    expect(text).not.toContain("undefined");
    // Each has a text, also those whose package has none.
    for (const part of text.split(`${"-".repeat(80)}\n\n`).slice(2))
      expect(part.length, part.slice(0, 60)).toBeGreaterThan(400);
    expect(witness.map(({ name }) => name)).toEqual(["react", "zustand"]);
    for (const { name, version, text: own = "" } of witness) {
      expect(text).toContain(`${name} ${version} `);
      expect(text).toContain(own.trim());
    }
  });

  it("end a build with a package in it that is for development alone", async () => {
    await expect(buildWith("omggif")).rejects.toThrow(/node_modules\/omggif is in .*: move it from/);
  });
});
