import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { LICENCE_FILE, licencePlugin } from "../../tools/licence-plugin.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

test("the built page has the licence of every package that it may be made of, the LGPL one and the fonts among them", () => {
  const emitted: { fileName?: string; source?: unknown }[] = [];
  const { configResolved, generateBundle } = licencePlugin();
  const call = (hook: unknown, self: object, ...args: readonly unknown[]) =>
    (hook as (...args: readonly unknown[]) => void).apply(self, [...args]);
  call(configResolved, {}, { root: ROOT });
  call(generateBundle, { emitFile: (file: (typeof emitted)[number]) => emitted.push(file) });
  const [file] = emitted;
  expect(file?.fileName).toBe(LICENCE_FILE);
  const text = String(file?.source);
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
  for (const name of Object.keys(dependencies)) expect(text).toContain(`${name} `);
  expect(text).toMatch(/geojson-validation [\d.]+ \((LGPL|GPL)/);
  expect(text).toContain("SIL OPEN FONT LICENSE");
});
