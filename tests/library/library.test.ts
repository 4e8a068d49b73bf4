import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  findControl,
  findHistory,
  findPlaces,
  listChanges,
  listEvents,
  listFigures,
  measureGround,
  type OpenedDataset,
  openDataset,
  writeData,
} from "../../src/library/index.ts";
import { openPath } from "../../src/library/node.ts";
import { MINI_FOLDER } from "../fixtures/mini.ts";
import { runIn, TEMPLATE } from "../fixtures/run-folder.ts";

const LIBRARY = fileURLToPath(new URL("../../src/library/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "library-"));
let dataset: OpenedDataset;
beforeAll(async () => {
  dataset = await openPath(MINI_FOLDER);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command line says of the same data set. */
async function ask(...args: readonly string[]): Promise<unknown> {
  const { out } = await runIn(folder, [args[0] ?? "", MINI_FOLDER, ...args.slice(1), "--json"]);
  return JSON.parse(out);
}

describe("the library", () => {
  it("says the same as the command line, record by record", async () => {
    const span = { from: dataset.firstDay, to: dataset.lastDay };
    const [place] = listChanges(dataset);
    expect(place).toBeDefined();
    const day = place?.date ?? "";
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(plain(listChanges(dataset))).toEqual(await ask("changes"));
    expect(plain(listChanges(dataset, { from: day, to: day }))).toEqual(
      await ask("changes", "--from", day, "--to", day),
    );
    expect(plain(listEvents(dataset, span))).toEqual(await ask("events"));
    expect(plain(listFigures(dataset))).toEqual(await ask("figures"));
    expect([plain(measureGround(dataset, day))]).toEqual(await ask("measure", "--from", day, "--to", day));
    const history = findHistory(dataset, place?.settlement ?? "");
    const { out } = await runIn(folder, ["history", place?.settlement ?? "", MINI_FOLDER, "--json"]);
    expect(plain(history)).toEqual(JSON.parse(out));
    const status = (await ask("status", "--day", day)) as { settlements: readonly { id: string }[] };
    for (const record of status.settlements)
      expect(plain(findControl(dataset, record.id, day))).toEqual(record);
  });

  it("answers a compiled file as it answers the folder, and knows its hash", async () => {
    await runIn(folder, ["build", MINI_FOLDER, "--out", "mini.frontline"]);
    const compiled = await openPath(join(folder, "mini.frontline"));
    expect(compiled.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(dataset.hash).toBeUndefined();
    expect(listChanges(compiled)).toEqual(listChanges(dataset));
    const bytes = new Uint8Array(readFileSync(join(folder, "mini.frontline")));
    expect((await openDataset(bytes)).firstDay).toBe(dataset.firstDay);
  });

  it("writes the bytes that the command line exports", async () => {
    await runIn(folder, [
      "export",
      MINI_FOLDER,
      "--what",
      "areas",
      "--format",
      "geojson",
      "--out",
      "areas.geojson",
    ]);
    const bytes = await writeData(dataset, { kind: "areas", format: "geojson" });
    expect(Buffer.from(bytes).equals(readFileSync(join(folder, "areas.geojson")))).toBe(true);
    await expect(writeData(dataset, { kind: "figures", format: "kml" })).rejects.toThrow(RangeError);
    await expect(writeData(dataset, { kind: "areas", format: "gpkg" })).rejects.toThrow(RangeError);
  });

  it("tells what is wrong with a data set, and with what it is asked", async () => {
    const files = new Map([["dataset.json", "{}"]]);
    const broken = openDataset({
      list: async () => [...files.keys()],
      read: async (path) => new TextEncoder().encode(files.get(path)),
    });
    await expect(broken).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ severity: "error", file: "dataset.json" }),
      ]),
    });
    expect(() => listChanges(dataset, { from: "2020-02-30" })).toThrow(RangeError);
    expect(() => measureGround(dataset, "1999-01-01")).toThrow(RangeError);
    expect(() => findControl(dataset, "atlantis", dataset.firstDay)).toThrow(RangeError);
    expect(() => listChanges({ ...dataset })).toThrow(TypeError);
    expect(findPlaces(dataset, "zzzzzz")).toEqual([]);
  });
});

describe("docs/library.md", () => {
  it("has an example that runs and prints what it says", async () => {
    const text = readFileSync(new URL("../../docs/library.md", import.meta.url), "utf8");
    const code = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
    const printed = /this prints\n\n```\n(.*)\n```/.exec(text)?.[1] ?? "";
    const names = { "frontline-atlas/node": "node.ts", "frontline-atlas": "index.ts" } as const;
    let script = code.replaceAll('"my-war"', JSON.stringify(TEMPLATE));
    for (const name of ["frontline-atlas/node", "frontline-atlas"] as const)
      script = script.replaceAll(`"${name}"`, JSON.stringify(pathToFileURL(join(LIBRARY, names[name])).href));
    const file = join(folder, "example.mjs");
    writeFileSync(file, script);
    const lines: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((...values) => void lines.push(values.join(" ")));
    try {
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    } finally {
      log.mockRestore();
    }
    expect(lines[0]).toBe(printed);
    expect(lines).toContainEqual(expect.stringMatching(/^2031-05-05 Redmoor \w+ \w+ stated$/));
    expect(lines).toContainEqual(expect.stringMatching(/^Redmoor \w+$/));
  });
});
