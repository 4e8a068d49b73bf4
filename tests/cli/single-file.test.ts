import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readCompiled } from "../../src/data/compiled/compiled.ts";
import { copyMini, makeFolder, runIn, TEMPLATE } from "../fixtures/run-folder.ts";
import { writeSmallDashboard } from "../fixtures/small-dashboard.ts";

type Altered = Parameters<typeof writeSmallDashboard>[1];

/** What `build --single-file` makes of a data set with the small dashboard. */
async function build(set = TEMPLATE, altered?: Altered, ...args: readonly string[]) {
  const cwd = makeFolder();
  const dashboard = writeSmallDashboard(join(cwd, "dist"), altered);
  const run = await runIn(cwd, ["build", set, "--single-file", "war.html", ...args], dashboard);
  expect(run).toMatchObject({ code: 0, err: "" });
  return { cwd, page: readFileSync(join(cwd, "war.html"), "utf8"), out: run.out };
}

/** The parts of a page by name, unpacked. */
function readParts(page: string): ReadonlyMap<string, Buffer> {
  const written = page.matchAll(
    /<script type="text\/plain" data-part="([^"]+)"( data-gzip)?[^>]*>([A-Za-z\d+/=]*)<\/script>/g,
  );
  return new Map(
    [...written].map(([, name = "", isGzipped, text = ""]) => {
      const bytes = Buffer.from(text, "base64");
      return [name, isGzipped === undefined ? bytes : gunzipSync(bytes)];
    }),
  );
}

describe("build --single-file", () => {
  it("has everything that the page needs in one file, and leads nowhere else", async () => {
    const { page, cwd } = await build();
    const parts = readParts(page);
    expect([...parts.keys()].toSorted()).toEqual([
      "assets/data-1.json",
      "assets/index-1.js",
      "assets/later-1.js",
      "assets/page-1.js",
      "assets/worker-1.js",
      "data.frontline",
    ]);
    expect(parts.get("assets/data-1.json")).toEqual(readFileSync(join(cwd, "dist/assets/data-1.json")));
    const { dataset } = await readCompiled(new Uint8Array(parts.get("data.frontline") ?? []));
    expect(dataset.settlements.length).toBeGreaterThan(0);
    expect(page).toContain(".later{color:red}");
    expect(page).toContain("url(data:font/woff2;base64,AQIDBA==)");
    expect(page).toContain("Made by others &lt;a@b.example");
    expect(page).not.toMatch(/<[^>]+ (src|href)=/);
    expect(page.startsWith("<!doctype html>")).toBe(true);
    expect(page.indexOf("charset")).toBeLessThan(1000);
  });

  it("has the ground under the dashboard's own story with that story, and with no other", async () => {
    const cwd = makeFolder();
    expect(await runIn(cwd, ["build", TEMPLATE, "--out", "own.frontline"])).toMatchObject({ code: 0 });
    const own = readFileSync(join(cwd, "own.frontline"));
    const ofOther = await build(TEMPLATE, { "assets/ground-1.bin": "hills" });
    expect([...readParts(ofOther.page).keys()]).not.toContain("assets/ground-1.bin");
    const ofOwn = await build(TEMPLATE, { "assets/ground-1.bin": "hills", "assets/story-1.frontline": own });
    expect(readParts(ofOwn.page).get("assets/ground-1.bin")?.toString()).toBe("hills");
  });

  it("has scripts that run as they did, by Node's own way of loading them", async () => {
    const { page, cwd } = await build();
    for (const [name, content] of readParts(page)) {
      const path = join(cwd, "run", name);
      mkdirSync(dirname(path), { recursive: true });
      // What the loader does in a browser: an address in place of each mark.
      const linked = content.toString("utf8").replaceAll("frontline-part:assets/", "./");
      writeFileSync(path, name.endsWith(".js") ? linked : content);
    }
    const load = (name: string) => import(/* @vite-ignore */ pathToFileURL(join(cwd, "run", name)).href);
    Object.assign(globalThis, { frontlineFile: { base: "file:///war.html/", load } });
    const { seen } = await load("assets/index-1.js");
    expect(seen).toEqual({
      a: "first",
      b: "after first",
      data: "file:///war.html/assets/data-1.json",
      worker: "file:///war.html/assets/worker-1.js",
      text: 'import("./x.js") and import.meta',
    });
    expect(page).toMatch(
      /data-part="assets\/worker-1\.js"[^>]* data-worker data-needs="assets\/data-1\.json"/,
    );
  });

  it("allows the page what stands in it and nothing of a network", async () => {
    const { page } = await build();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/'self'|https?:|\*|'unsafe|'nonce/);
    const hashOf = (text = "") => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const used = [...page.matchAll(/<(script|style)(?: data-entry="[^"]*")?>([^]*?)<\/\1>/g)];
    expect(used.map(([, tag]) => tag)).toEqual(["style", "script", "style", "script"]);
    for (const [, , text] of used) expect(policy).toContain(hashOf(text));
    expect(policy.match(/sha256/g)).toHaveLength(used.length);
  });

  it("takes nothing that a data set says for markup", async () => {
    const hostile = '</title></script><script>alert(1)</script><!--<script> & "quoted" $&';
    const folder = join(makeFolder(), 'a"b <script>');
    cpSync(copyMini(), folder, { recursive: true });
    const declaration = join(folder, "dataset.json");
    const declared = JSON.parse(readFileSync(declaration, "utf8"));
    writeFileSync(declaration, JSON.stringify({ ...declared, title: hostile }));
    const places = join(folder, "towns.geojson");
    writeFileSync(
      places,
      readFileSync(places, "utf8").replace('"West"', () => JSON.stringify(hostile)),
    );
    const { page } = await build(folder);
    const plain = (await build(copyMini())).page;
    for (const mark of ["<script", "</script", "<!--", "<title"])
      expect([mark, page.split(mark).length]).toEqual([mark, plain.split(mark).length]);
    const title = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? "";
    expect(title.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&")).toBe(hostile);
    const { dataset } = await readCompiled(new Uint8Array(readParts(page).get("data.frontline") ?? []));
    expect(dataset.settlements.map(({ names }) => names["en"])).toContain(hostile);
  });

  it("says how large the file is, and where readers find the data set, if that is told", async () => {
    const { cwd, page, out } = await build(TEMPLATE, {}, "--json", "--url", "https://example.org/a");
    const record = JSON.parse(out);
    expect(record).toMatchObject({ file: "war.html", file_bytes: statSync(join(cwd, "war.html")).size });
    expect(page).toContain('<meta name="frontline-url" content="https://example.org/a" />');
  });

  it("is named by folder and content in a folder, replaces a file of its own and no other", async () => {
    const cwd = makeFolder();
    const dashboard = writeSmallDashboard(join(cwd, "dist"));
    const ask = (place: string) =>
      runIn(cwd, ["build", TEMPLATE, "--single-file", place, "--json"], dashboard);
    const { hash, file } = JSON.parse((await ask(".")).out);
    expect(file).toBe(`template-${hash.slice(0, 8)}.html`);
    expect((await ask(file)).code).toBe(0);
    writeFileSync(join(cwd, "mine.html"), "<!doctype html><title>Mine</title>");
    expect(await ask("mine.html")).toMatchObject({ code: 2, err: expect.stringContaining("did not write") });
    expect(readFileSync(join(cwd, "mine.html"), "utf8")).toContain("Mine");
  });

  it.each([
    ["a dashboard of before", { "single-file.js": undefined }, /build it again/],
    [
      "scripts that wait for each other",
      { "assets/page-1.js": 'import"./index-1.js";export const a=1' },
      /each other/,
    ],
    ["a worker that imports", { "assets/worker-1.js": 'import"./page-1.js";' }, /worker/],
    ["an import that leads out", { "assets/later-1.js": 'import"https://example.org/x.js"' }, /no file/],
    ["a script that would end the element", { "single-file.js": 'a="</script>"' }, /end/],
    ["a style sheet that would end its own", { "assets/page-1.css": "a{}</style><script>" }, /end/],
  ] as const)("of %s writes nothing", async (_, altered: Altered, reason) => {
    const cwd = makeFolder();
    const dashboard = writeSmallDashboard(join(cwd, "dist"), altered);
    const said = await runIn(cwd, ["build", TEMPLATE, "--single-file", "war.html"], dashboard).then(
      ({ err }) => err,
      (error: unknown) => String(error),
    );
    expect(said).toMatch(reason);
    expect(readdirSync(cwd)).toEqual(["dist"]);
  });

  it.each([
    ["--site", "public"],
    ["--out", "a.frontline"],
    ["--embed-origins", "https://paper.example"],
  ])("excludes %s", async (...other) => {
    const cwd = makeFolder();
    expect((await runIn(cwd, ["build", TEMPLATE, "--single-file", "a.html", ...other])).code).toBe(2);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe("a site", () => {
  it("has no loader, which is for the single file alone", async () => {
    const cwd = makeFolder();
    const dashboard = writeSmallDashboard(join(cwd, "dist"));
    expect((await runIn(cwd, ["build", TEMPLATE, "--site", "public"], dashboard)).code).toBe(0);
    expect(readdirSync(join(cwd, "public"))).not.toContain("single-file.js");
    expect(readdirSync(join(cwd, "public"))).toContain("service-worker.js");
  });
});
