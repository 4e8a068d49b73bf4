import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadBundled } from "./geodata/bundled.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Words of one conflict that no data set of its names; the rest is taken from the bundled story itself. */
const MORE = [
  "syria",
  "turk",
  "kurd",
  "hezbollah",
  "russia",
  "iran",
  "ukrain",
  "donbas",
  "aleppo",
  "حزب الله",
];

/** Names short or common enough to stand within other words or to be words themselves. */
const COMMON =
  /^(.{0,4}|.*(city|bridge|base|hill|plant|school|brigade|company|mall|farm|mill|crossroads).*)$/i;

it("names no side, place or region of any conflict in the program", async () => {
  const { dataset } = await loadBundled();
  const places = [...dataset.settlements, ...dataset.regions].flatMap(({ names }) =>
    Object.values(names).flatMap((name) => name ?? []),
  );
  const words = [...MORE, ...places.filter((name) => !COMMON.test(name)).map((name) => name.toLowerCase())];
  const files = execFileSync(
    "git",
    ["ls-files", "-co", "--exclude-standard", "src", "styles", "index.html"],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  )
    .split("\n")
    .filter((file) => /\.(tsx?|css|html)$/.test(file) && existsSync(join(ROOT, file)));
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8").toLowerCase();
    // A language may name itself and a country where it is spoken.
    const own = text.replaceAll(/ukrainian|українськ\S*/g, "");
    return words.filter((word) => own.includes(word)).map((word) => `${file}: ${word}`);
  });
  expect(found).toEqual([]);
});
