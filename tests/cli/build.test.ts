import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openContainer, packParts } from "../../src/data/compiled/container.ts";
import { createLiveData } from "../../src/cli/live-data.ts";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { createProgressLine } from "../../src/cli/progress.ts";
import { addColumns } from "../fixtures/mini.ts";
import { copyMini, makeFolder, runIn, TEMPLATE } from "../fixtures/run-folder.ts";

const TOOL = fileURLToPath(new URL("../../tools/frontline.mjs", import.meta.url));
const WRITER = fileURLToPath(new URL("../fixtures/write-site.ts", import.meta.url));

/** Whether this machine lets a test have a disk of its own. */
const mayMount = spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

function alter(file: string, old: string, replacement: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(old);
  writeFileSync(file, text.replace(old, replacement));
}

/** An area with a border that runs a little otherwise each day. */
function drawRound(vertices: number, day: number): string {
  const ring = Array.from({ length: vertices + 1 }, (_, index) => {
    const angle = ((index % vertices) / vertices) * 2 * Math.PI;
    const radius = 1 + 0.01 * Math.sin(angle * 40 + day);
    return [12 + radius * Math.cos(angle), 52 + radius * Math.sin(angle)];
  });
  const geometry = { type: "Polygon", coordinates: [ring] };
  const feature = { type: "Feature", properties: { side: "red" }, geometry };
  return JSON.stringify({ type: "FeatureCollection", features: [feature] });
}

/** A dashboard as small as can be, in a folder of its own. */
function makeDashboard(cwd: string): string {
  const dashboard = join(cwd, "dist");
  mkdirSync(join(dashboard, "assets"), { recursive: true });
  writeFileSync(join(dashboard, "index.html"), "<html><head><title>Page</title></head></html>");
  writeFileSync(join(dashboard, "assets", "app.js"), "export {};");
  writeFileSync(join(dashboard, "assets", "map.js"), "// The map.\n".repeat(4000));
  return dashboard;
}

describe("build", () => {
  it("writes one file, named by the folder and the content, and says what it has", async () => {
    const folder = copyMini();
    const cwd = dirname(folder);
    const { code, out, err } = await runIn(cwd, ["build", "mini", "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const record = JSON.parse(out);
    expect(record).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      first_day: "2020-01-01",
      last_day: "2020-01-04",
      days: 4,
      phases: 3,
      missing_days: 0,
      settlements: 3,
      claims: 3,
      source_files: 10,
      errors: 0,
      warnings: 0,
    });
    expect(record.file).toBe(`mini-${record.hash.slice(0, 8)}.frontline`);
    expect(readdirSync(cwd).toSorted()).toEqual(["mini", record.file]);
    expect(readFileSync(join(cwd, record.file))).toHaveLength(record.compiled_bytes);
    const sizes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).length);
    expect(record.source_bytes).toBe(sizes.reduce((sum, size) => sum + size));
    expect(record.ratio).toBeCloseTo(record.source_gzipped_bytes / record.compiled_bytes, 9);
  });

  it("gives the same content the same hash, whenever it is built, and other content another", async () => {
    const folder = copyMini();
    const hashOf = async () =>
      JSON.parse((await runIn(folder, ["build", ".", "--out", "..", "--json"])).out).hash;
    const first = await hashOf();
    expect(await hashOf()).toBe(first);
    alter(join(folder, "towns.geojson"), '"West"', '"Far West"');
    expect(await hashOf()).not.toBe(first);
  });

  it("lists the days that are missing and says it in words", async () => {
    const folder = copyMini();
    const control = join(folder, "front-lines.geojson");
    const lines = readFileSync(control, "utf8").split("\n");
    writeFileSync(control, lines.filter((line) => !line.includes('"from":"2020-01-02"')).join("\n"));
    const { out } = await runIn(folder, ["build", ".", "--out", "../a.frontline", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      missing_days: 2,
      missing: [{ first_day: "2020-01-02", last_day: "2020-01-03" }],
    });
    const table = await runIn(folder, ["build", ".", "--out", "../a.frontline"]);
    expect(table.out).toMatch(/^Missing days +2: 2020-01-02 to 2020-01-03$/m);
  });

  it("leaves out bad records, but refuses them with --strict and then writes nothing", async () => {
    const folder = copyMini();
    alter(join(folder, "claims.csv"), "captured", "conquered");
    const cwd = makeFolder();
    const refused = await runIn(cwd, ["build", folder, "--strict"]);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain('action "conquered"');
    expect(readdirSync(cwd)).toEqual([]);
    expect(JSON.parse((await runIn(cwd, ["build", folder, "--json"])).out)).toMatchObject({
      claims: 2,
      errors: 1,
    });
  });

  it.each([
    ["a folder that is none", ["build", "nowhere"], 1, "frontline new"],
    ["a place that is none", ["build", TEMPLATE, "--out", "nowhere/"], 2, "there is no folder nowhere/"],
    [
      "a file in a folder that is none",
      ["build", TEMPLATE, "--out", "nowhere/a.frontline"],
      2,
      "nothing can be written",
    ],
  ])("of %s writes nothing and says why", async (_, args, code, reason) => {
    const cwd = makeFolder();
    const run = await runIn(cwd, args);
    expect(run).toMatchObject({ code, out: "" });
    expect(run.err).toContain(reason);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("and serve say of a folder that is not there how to begin with one", async () => {
    const cwd = makeFolder();
    for (const command of ["build", "serve"]) {
      const { code, out, err } = await runIn(cwd, [command, "my-war"]);
      expect({ command, code, out }).toEqual({ command, code: 1, out: "" });
      expect(err).toBe(
        "my-war: found nothing of that name; expected the folder of a data set, or a file made by 'frontline build'; " +
          "correct the name, or write an example to begin with: 'frontline new my-war' [file-missing]\n",
      );
    }
  });

  it("refuses a file that is compiled already", async () => {
    const cwd = makeFolder();
    await runIn(cwd, ["build", TEMPLATE, "--out", "a.frontline"]);
    expect(await runIn(cwd, ["build", "a.frontline"])).toEqual({
      code: 2,
      out: "",
      err: "frontline: a.frontline is compiled already\n",
    });
  });
});

describe("build --site", () => {
  it("puts the dashboard around the data set, under a name that tells its content", async () => {
    const cwd = makeFolder();
    const dashboard = makeDashboard(cwd);
    for (const round of [1, 2]) {
      const { code, out } = await runIn(cwd, ["build", TEMPLATE, "--site", "public", "--json"], dashboard);
      expect([round, code]).toEqual([round, 0]);
      const { file, hash } = JSON.parse(out);
      expect(file).toBe(`public/template-${hash.slice(0, 8)}.frontline`);
      expect(readFileSync(join(cwd, "public", "index.html"), "utf8")).toContain(
        `<meta name="frontline-data" content="${file.slice("public/".length)}" />`,
      );
      expect(readdirSync(join(cwd, "public")).toSorted()).toEqual(["assets", "index.html", file.slice(7)]);
      expect((await runIn(cwd, ["validate", file])).code).toBe(0);
    }
  });

  it("is installed under the name of its data set, everything else as the dashboard has it", async () => {
    const cwd = dirname(copyMini());
    const dashboard = makeDashboard(cwd);
    const icons = [{ src: "icon.png", sizes: "192x192", type: "image/png" }];
    const manifest = { name: "Program", short_name: "Prog", description: "About it", start_url: "./", icons };
    writeFileSync(join(dashboard, "manifest.webmanifest"), JSON.stringify(manifest));
    const read = () => JSON.parse(readFileSync(join(cwd, "public", "manifest.webmanifest"), "utf8"));
    await runIn(cwd, ["build", "mini", "--site", "public"], dashboard);
    const { short_name: _, ...kept } = manifest;
    const description = "Three places, two sides, four days.";
    expect(read()).toEqual({ ...kept, name: "Mini story", description, lang: "en", dir: "ltr" });
    alter(join(cwd, "mini", "dataset.json"), '"en": "Mini story", ', "");
    alter(join(cwd, "mini", "dataset.json"), `"description": { "en": "${description}" },`, "");
    await runIn(cwd, ["build", "mini", "--site", "public"], dashboard);
    const arabic = { name: "قصة صغيرة", description: "About it", lang: "ar", dir: "rtl", start_url: "./" };
    expect(read()).toMatchObject(arabic);
  });
});

describe("build --embed-origins", () => {
  it("writes the origins of pages that may steer the site into its page, and refuses what is none", async () => {
    const cwd = makeFolder();
    const dashboard = makeDashboard(cwd);
    const ask = (...args: readonly string[]) => runIn(cwd, ["build", TEMPLATE, ...args], dashboard);
    const origins = "https://paper.example, http://localhost:8080/";
    expect((await ask("--site", "public", "--embed-origins", origins)).code).toBe(0);
    const page = readFileSync(join(cwd, "public", "index.html"), "utf8");
    expect(page).toContain(
      '<meta name="frontline-origins" content="https://paper.example http://localhost:8080" />',
    );
    for (const bad of ["paper.example", "https://paper.example/a", "*", "file:///", 'https://a"b'])
      expect(await ask("--site", "other", "--embed-origins", bad), bad).toMatchObject({ code: 2 });
    expect(await ask("--embed-origins", "https://paper.example")).toMatchObject({ code: 2 });
    expect(existsSync(join(cwd, "other"))).toBe(false);
  });
});

describe("build --site into a folder that cannot take it", () => {
  it("leaves what was there, and nothing else", async () => {
    const cwd = makeFolder();
    const dashboard = makeDashboard(cwd);
    mkdirSync(join(cwd, "public", "index.html"), { recursive: true });
    writeFileSync(join(cwd, "public", "mine.txt"), "mine");
    const { code, err } = await runIn(cwd, ["build", TEMPLATE, "--site", "public"], dashboard);
    expect({ code, err }).toEqual({
      code: 2,
      err: `frontline: ${join(cwd, "public", "index.html")} is no regular file and is left as it is\n`,
    });
    expect(readdirSync(join(cwd, "public")).toSorted()).toEqual(["index.html", "mine.txt"]);
  });

  it.skipIf(!mayMount).each([
    ["bytes", "size=48k"],
    ["files", "nr_inodes=4"],
    ["folders", "nr_inodes=2"],
  ])("leaves no file or folder when the disk has no more room for %s", (_, option) => {
    const cwd = makeFolder();
    const dashboard = makeDashboard(cwd);
    const disk = join(cwd, "disk");
    mkdirSync(disk);
    const script = `mount -t tmpfs -o "$1" none "$2" && node --import tsx "$3" "$4" "$2/made/inner"; find "$2"`;
    const args = ["--mount", "sh", "-c", script, "sh", option, disk, WRITER, dashboard];
    const { stdout, stderr } = spawnSync("unshare", args, { encoding: "utf8" });
    expect(stderr).toContain("ENOSPC");
    expect(stdout).toBe(`${disk}\n`);
  });
});

describe("a compiled file", () => {
  it.each([
    "validate",
    "changes",
    "changes --from 2020-01-03",
    "events",
    "figures",
    "measure",
    "history middle",
    "status --day 2020-01-02",
  ])("answers %s as its folder does", async (question) => {
    const folder = copyMini();
    // With something to tell of in each severity.
    alter(join(folder, "claims.csv"), "c2,middle,recaptured", "c2,middle,reconquered");
    alter(join(folder, "front-lines.geojson"), '"from":"2019-12-31"', '"from":"2019-12-30"');
    const cwd = dirname(folder);
    await runIn(cwd, ["build", "mini", "--out", "mini.frontline"]);
    for (const format of [[], ["--json"], ["--csv"]]) {
      const ask = (data: string) => runIn(cwd, [...question.split(" "), data, ...format]);
      const fromFile = await ask("mini.frontline");
      expect(fromFile.out).not.toBe("");
      expect(fromFile).toEqual(await ask("mini"));
    }
  });

  it.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, -10), "cut off"],
    [
      "something else",
      () => Buffer.from('{"type":"FeatureCollection","features":[]}'),
      "no compiled data set",
    ],
    [
      "of another version",
      (bytes: Buffer) =>
        Buffer.from(bytes.toString("latin1").replace(/compiled\/\d/, "compiled/0"), "latin1"),
      "compile it again",
    ],
  ])("that is %s is refused in a sentence by every command", async (_, damage, reason) => {
    const cwd = makeFolder();
    await runIn(cwd, ["build", TEMPLATE, "--out", "a.frontline"]);
    writeFileSync(join(cwd, "a.frontline"), damage(readFileSync(join(cwd, "a.frontline"))));
    const validated = await runIn(cwd, ["validate", "a.frontline"]);
    expect(validated).toMatchObject({ code: 1, err: "" });
    expect(validated.out).toContain(reason);
    const asked = await runIn(cwd, ["changes", "a.frontline"]);
    expect(asked).toMatchObject({ code: 1, out: "" });
    expect(asked.err).toContain(reason);
  });
});

/** Waits until a program reads a file that was just written; where the system does not keep that time, long enough. */
async function waitForReading(file: string): Promise<void> {
  const readTime = () => statSync(file, { bigint: true }).atimeNs;
  const before = readTime();
  for (let end = performance.now() + 30_000; readTime() === before && performance.now() < end; )
    await sleep(5);
}

describe("a data set with parts that come later", () => {
  /** The mini data set with a title in French. */
  function translateMini(): string {
    const folder = copyMini();
    for (const [file, text] of Object.entries(addColumns("events.csv", { title_fr: { e1: "Une trêve" } })))
      writeFileSync(join(folder, file), text);
    return dirname(folder);
  }
  const PART = /^translations-fr-[0-9a-f]{8}\.part$/;

  it("is one file, and in a site one that names what lies beside it", async () => {
    const cwd = translateMini();
    const dashboard = makeDashboard(cwd);
    const whole = JSON.parse((await runIn(cwd, ["build", "mini", "--json"])).out);
    const sited = JSON.parse(
      (await runIn(cwd, ["build", "mini", "--site", "public", "--json"], dashboard)).out,
    );
    expect(sited.hash).toBe(whole.hash);
    const [part = ""] = readdirSync(join(cwd, "public")).filter((name) => PART.test(name));
    expect(gunzipSync(readFileSync(join(cwd, "public", part))).toString()).toContain("Une trêve");
    expect(statSync(join(cwd, sited.file)).size).toBeLessThan(statSync(join(cwd, whole.file)).size);
  });

  it("answers as its folder does, as one file and in a site", async () => {
    const cwd = translateMini();
    const whole = JSON.parse((await runIn(cwd, ["build", "mini", "--json"])).out);
    const site = ["build", "mini", "--site", "public", "--json"];
    const sited = JSON.parse((await runIn(cwd, site, makeDashboard(cwd))).out);
    for (const question of ["validate", "events"]) {
      const { out } = await runIn(cwd, [question, "mini"]);
      expect((await runIn(cwd, [question, whole.file])).out).toBe(out);
      expect((await runIn(cwd, [question, sited.file])).out).toBe(out);
    }
  });

  it.each([
    ["missing", (path: string) => rmSync(path)],
    ["cut off", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, -3))],
    ["something else", (path: string) => writeFileSync(path, gzipSync("{}"))],
  ])("says so where one is %s, and answers all the same", async (_, damage) => {
    const cwd = translateMini();
    const site = ["build", "mini", "--site", "public", "--json"];
    const { file } = JSON.parse((await runIn(cwd, site, makeDashboard(cwd))).out);
    const [part = ""] = readdirSync(join(cwd, "public")).filter((name) => PART.test(name));
    damage(join(cwd, "public", part));
    const { code, out } = await runIn(cwd, ["validate", file, "--json"]);
    expect(code).toBe(0);
    const told = JSON.parse(out).filter((problem: { code: string }) => problem.code === "missing-part");
    expect(told).toEqual([
      expect.objectContaining({
        severity: "warning",
        found: expect.stringContaining("no part translations-fr"),
      }),
    ]);
    expect((await runIn(cwd, ["events", file])).out).toBe((await runIn(cwd, ["events", "mini"])).out);
  });
});

describe("a compiled file that somebody made up", () => {
  it.each([
    ["settlements without names", (records) => delete records.settlements.columns["names"]],
    ["no settlements", (records) => Reflect.deleteProperty(records, "settlements")],
    ["days that are none", (records) => Object.assign(records, { firstDay: "soon", lastDay: 7 })],
    ["sides that are nothing", (records) => Object.assign(records, { sides: null })],
    ["a settlement that is a number", (records) => Object.assign(records, { settlements: [5] })],
    ["figures of no days", (records) => delete records.figures.columns["firstDay"]],
  ] satisfies [string, (records: MadeUp) => unknown][])(
    "with %s never makes a command show the program's inside",
    async (_, spoil) => {
      const cwd = makeFolder();
      await runIn(cwd, ["build", TEMPLATE, "--out", "a.frontline"]);
      await rewrite(join(cwd, "a.frontline"), spoil);
      let refused = 0;
      for (const command of ["validate", "changes", "events", "figures", "measure", "history dunwater"]) {
        const { code, err } = await runIn(cwd, [...command.split(" "), "a.frontline"]);
        expect([0, 1]).toContain(code);
        expect(err).not.toMatch(/^\s+at /m);
        if (err.includes("a.frontline: found a file that cannot be read")) refused += 1;
      }
      expect(refused).toBeGreaterThan(0);
    },
  );

  it("takes the place of a served one as a broken folder does: pages are told, and keep what they have", async () => {
    const cwd = makeFolder();
    const file = join(cwd, "a.frontline");
    await runIn(cwd, ["build", TEMPLATE, "--out", "a.frontline"]);
    const good = readFileSync(file);
    const live = createLiveData(file, compilePath);
    expect(await live.refresh()).toMatchObject({ kind: "shown" });
    const { hash } = live.status();
    await rewrite(file, (records) => Object.assign(records, { claims: {} }));
    expect(await live.refresh()).toMatchObject({ kind: "held" });
    const problems = [{ severity: "error", code: "damaged-compiled-file", file: "a.frontline" }];
    expect(live.status()).toMatchObject({ hash, isHeld: true, problems });
    writeFileSync(file, good);
    expect(await live.refresh()).toMatchObject({ kind: "shown" });
    expect(live.status()).toEqual({ hash, isHeld: false, problems: [] });
  });
});

/** Makes a compiled file say what `spoil` makes of its records, with the hash that this has. */
async function rewrite(file: string, spoil: (records: MadeUp) => unknown): Promise<void> {
  const container = openContainer(new Uint8Array(readFileSync(file)));
  const parts = new Map(await container.read());
  const written = JSON.parse(new TextDecoder().decode(parts.get("records")));
  spoil(written.records);
  parts.set("records", new TextEncoder().encode(JSON.stringify(written)));
  writeFileSync(file, await packParts(container.format, parts));
}

/** The records of a compiled file as anybody may write them. */
interface MadeUp {
  readonly settlements: { readonly columns: Record<string, unknown> };
  readonly figures: { readonly columns: Record<string, unknown> };
}

describe("Ctrl+C", () => {
  it("ends a build at once with exit code 130 and leaves no file", async () => {
    const folder = copyMini();
    mkdirSync(join(folder, "daily"));
    // Seconds of work.
    for (let day = 0; day < 200; day++) {
      const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
      writeFileSync(join(folder, "daily", `${date}.geojson`), drawRound(2000, day));
    }
    alter(join(folder, "dataset.json"), '"front-lines.geojson"', '"daily"');
    alter(join(folder, "dataset.json"), '"last_day": "2020-01-04"', '"last_day": "2020-07-01"');
    const cwd = makeFolder();
    const child = spawn(process.execPath, [TOOL, "build", folder], { cwd, stdio: "ignore" });
    const ended = once(child, "exit");
    await waitForReading(join(folder, "daily", "2020-01-01.geojson"));
    const before = performance.now();
    child.kill("SIGINT");
    expect(await ended).toEqual([130, null]);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe("progress", () => {
  function record(isTTY: boolean) {
    let text = "";
    return {
      line: createProgressLine({ isTTY, columns: 30, write: (part) => (text += part) }),
      read: () => text,
    };
  }

  it("is one line that is written over and leaves nothing behind", () => {
    const { line, read } = record(true);
    line.show({ stage: "checking", done: 120, total: 365, problems: 0 });
    line.show({ stage: "checking", done: 240, total: 365, problems: 3 });
    line.clear();
    const [, first, second, last] = read().split("\r\u001B[2K");
    expect([first, second, last]).toEqual(["Checking: 120 of 365 days", "Checking: 240 of 365 days, 3 ", ""]);
  });

  it("is not written to a file or a pipe", () => {
    const { line, read } = record(false);
    line.show({ stage: "reading", done: 1, total: 2, problems: 0 });
    line.clear();
    expect(read()).toBe("");
  });
});
