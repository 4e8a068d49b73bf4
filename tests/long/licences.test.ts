import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

it("whoever's modules are in the page, by the bundler's own account, has the licence in THIRD-PARTY.txt, word for word", async () => {
  const built = await build({
    root: ROOT,
    logLevel: "error",
    build: { write: false, license: { fileName: "witness.json" } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files = outputs.flatMap((output) => ("output" in output ? output.output : []));
  const witness = files.find(({ fileName }) => fileName === "witness.json");
  const listed: readonly { name: string; version: string; text?: string }[] = JSON.parse(
    witness?.type === "asset" ? String(witness.source) : "[]",
  );
  expect(listed.length).toBeGreaterThan(25);
  const text = readFileSync(`${ROOT}dist/THIRD-PARTY.txt`, "utf8");
  for (const { name, version, text: own = "" } of listed) {
    expect(text).toContain(`\n${name} ${version} `);
    expect(text, name).toContain(own.trim());
  }
});
