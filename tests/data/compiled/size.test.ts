import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { openNodeFolder } from "../../../src/cli/node-folder.ts";
import { writeCompiled } from "../../../src/data/compiled/compiled.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { writeConflict } from "../../bench/generate.ts";

it("of many settlements and moving ground is smaller than the settlements' file alone, gzipped", async () => {
  const folder = await mkdtemp(join(tmpdir(), "frontline-size-"));
  const sizes = { days: 10, settlements: 3000, vertices: 300, seed: 5, sides: "one", decimals: 5 } as const;
  try {
    await writeConflict(folder, sizes);
    const { dataset, ...report } = await loadDataset(openNodeFolder(folder));
    if (!dataset) throw new Error("The generated data set is to be sound");
    const names = (await readdir(folder)).filter((name) => /settle|place|town/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name))));
    const source = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    expect(dataset.settlements).toHaveLength(sizes.settlements);
    expect((await writeCompiled({ ...report, dataset })).length).toBeLessThan(source);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
