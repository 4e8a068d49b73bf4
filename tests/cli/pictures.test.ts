import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { DOMParser } from "@xmldom/xmldom";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findBrowser } from "../../src/cli/browser.ts";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { openOrderDesk } from "../../src/cli/order-desk.ts";
import { runCli } from "../../src/cli/run-cli.ts";
import { copyMini, makeFolder, runIn, TEMPLATE } from "../fixtures/run-folder.ts";

const STAND_IN = fileURLToPath(new URL("../fixtures/stand-in-browser.mjs", import.meta.url));

afterEach(() => vi.unstubAllEnvs());

function makeDashboard(cwd: string): string {
  const dashboard = join(cwd, "dist");
  mkdirSync(dashboard);
  const page = '<html><head><title>Page</title></head><body><main class="first"></main></body></html>';
  writeFileSync(join(dashboard, "index.html"), page);
  return dashboard;
}

/** A folder with the mini data set and a dashboard, and what runs the command line there with a stand-in for a browser. */
function prepare(fault = "") {
  vi.stubEnv("STAND_IN", fault);
  const cwd = dirname(copyMini());
  const dashboard = makeDashboard(cwd);
  return { cwd, run: (...args: string[]) => runWithBrowser(cwd, args, dashboard) };
}

async function runWithBrowser(cwd: string, args: readonly string[], dashboard: string, browser = STAND_IN) {
  let [out, err] = ["", ""];
  const code = await runCli(args, {
    cwd,
    compile: compilePath,
    findDashboard: () => dashboard,
    findBrowser: () => browser,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

describe("a picture from the command line", () => {
  it("is asked for as it was wished, and written under the name that was given", async () => {
    const { cwd, run } = prepare();
    const wished =
      "snapshot mini --day 2020-01-03 --compare 2020-01-01 --place Middle --language ar --theme print --size 800x600 --density 2 --parts legend,north --url https://example.org/war/ --out a.png --json";
    const asked = await run(...wished.split(" "), "--title", "A title");
    expect(asked).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(asked.out)).toEqual({
      files: [{ file: "a.png", bytes: readFileSync(join(cwd, "a.png")).length }],
    });
    expect(read(join(cwd, "a.png"))).toEqual({
      query: "day=2020-01-03&with=2020-01-01&lang=ar&place=middle",
      size: { widthPx: 800, heightPx: 600, density: 2 },
      theme: "print",
      parts: {
        sentence: false,
        comparison: false,
        changes: false,
        charts: false,
        legend: true,
        scale: false,
        north: true,
      },
      title: "A title",
      subtitle: "",
      name: "",
      url: "https://example.org/war/",
    });
  });

  it("begins with the view of an address, whatever page it is of, and takes its theme", async () => {
    const { cwd, run } = prepare();
    const view = "https://example.org/x?day=2020-01-02&theme=dark&post=p1";
    expect((await run("snapshot", "mini", "--view", view, "--place", "east")).code).toBe(0);
    expect(read(join(cwd, "picture.png"))).toMatchObject({
      query: "day=2020-01-02&theme=dark&place=east",
      theme: "dark",
      size: { widthPx: 1920, heightPx: 1080 },
    });
  });

  it("replaces no file unless told to, and has the ending of what it is", async () => {
    const { cwd, run } = prepare("other");
    writeFileSync(join(cwd, "a.png"), "mine");
    const refused = await run("snapshot", "mini", "--out", "a.png");
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringContaining("is there already; name another"),
    });
    expect(readFileSync(join(cwd, "a.png"), "utf8")).toBe("mine");
    expect(await run("snapshot", "mini", "--out", "a.png", "--replace")).toMatchObject({ code: 0 });
    expect(readdirSync(cwd).filter((name) => name.startsWith("a."))).toEqual(["a.png", "a.webp"]);
  });

  it.each([
    ["an unknown preset", ["--preset", "a0"], /^frontline: --preset "a0" is none of hd, uhd/],
    ["two sizes", ["--preset", "hd", "--size", "1x1"], /--preset and --size exclude each other/],
    ["no size", ["--size", "12cm"], /--size "12cm" is no width and height in pixels/],
    ["a size that cannot be", ["--size", "99999x10"], /200 to 16384 pixels each way/],
    ["a density that cannot be", ["--density", "9"], /a --density from 1 to 4/],
    ["an unknown format", ["--format", "bmp"], /--format "bmp" is none of png, jpeg, webp, pdf/],
    ["an unknown theme", ["--theme", "pink"], /--theme "pink" is none of light, dark, contrast, print/],
    ["an unknown part", ["--parts", "legend,moon"], /--parts "moon" is none of/],
    ["an unknown language", ["--language", "tlh"], /--language "tlh" is none of en, ar, fr, uk/],
    ["a day outside", ["--day", "2021-01-01"], /--day 2021-01-01 is outside the story/],
    ["an unknown place", ["--place", "nowhere"], /no place is called "nowhere"/],
    ["a folder that is not there", ["--out", "none/"], /there is no folder none\//],
  ])("with %s is refused before a browser is opened", async (_, args, message) => {
    const { cwd, run } = prepare("ends");
    const { code, out, err } = await run("snapshot", "mini", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(readdirSync(cwd).toSorted()).toEqual(["dist", "mini"]);
  });

  it("is not drawn of a data set that cannot be read", async () => {
    const { cwd, run } = prepare();
    writeFileSync(join(cwd, "mini/dataset.json"), "{");
    expect(await run("snapshot", "mini")).toMatchObject({ code: 1, out: "", err: /dataset\.json/ });
  });
});

describe("many pictures from the command line", () => {
  it("are a folder of them, of the days that are wanted", async () => {
    const { cwd, run } = prepare();
    const { code, out } = await run(
      "series",
      "mini",
      "--only-changes",
      "--preset",
      "square",
      "--out",
      "days",
    );
    expect({ code, out: out.replace(/[\d,]+ bytes/, "N bytes") }).toEqual({
      code: 0,
      out: "days/: 2 pictures, N bytes\n",
    });
    expect(readdirSync(join(cwd, "days"))).toEqual(["2020-01-02.png", "2020-01-04.png"]);
    const none = await run("series", "mini", "--only-changes", "--from", "2020-01-03", "--to", "2020-01-03");
    expect(none).toMatchObject({ code: 2, err: "frontline: no place changed hands on these days\n" });
  });

  it("are cards of the first view, of days with changes and of steps, each with its words", async () => {
    const { cwd, run } = prepare();
    const text = (en: string, ar: string) => ({ en, ar });
    const step = {
      id: "fall",
      day: "2020-01-03",
      heading: text("After it", "بعده"),
      text: text("Then.", "ثم."),
    };
    const lead = text("Middle fell [c1]. It rained.", "سقطت وسط [c1].");
    const story = {
      title: text("Told", "القصة"),
      summary: text("In short", "باختصار"),
      steps: [{ ...step, lead }],
    };
    writeFileSync(join(cwd, "mini/story.json"), JSON.stringify(story));
    const declared = read(join(cwd, "mini/dataset.json"));
    declared.files.story = "story.json";
    writeFileSync(join(cwd, "mini/dataset.json"), JSON.stringify(declared));
    const { code, out } = await run("cards", "mini", "--language", "ar", "--out", "cards", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).files).toMatchObject([
      {
        file: "cards/2020-01-02.png",
        query: "day=2020-01-02&lang=ar",
        title: "2 كانون الثاني 2020 · قصة صغيرة",
      },
      {
        file: "cards/2020-01-04.png",
        day: "2020-01-04",
        description: expect.stringMatching(/[\u0600-\u06FF]/),
      },
      {
        file: "cards/story-fall.png",
        query: "day=2020-01-03&lang=ar&story=fall",
        title: "بعده · قصة صغيرة",
        description: "سقطت وسط.",
      },
    ]);
    expect(read(join(cwd, "cards/story-fall.png"))).toMatchObject({
      query: "day=2020-01-03&lang=ar&story=fall",
      subtitle: "بعده",
      size: { widthPx: 1200, heightPx: 630 },
    });
  });
});

describe("without a browser", () => {
  it("says in one sentence what to install, and makes nothing", async () => {
    expect(() => findBrowser({ PATH: makeFolder(), CHROMIUM_PATH: "/no/where" })).toThrow(
      "CHROMIUM_PATH leads to none: /no/where",
    );
    const cwd = dirname(copyMini());
    vi.stubEnv("CHROMIUM_PATH", "/no/where");
    const { code, out, err } = await runIn(cwd, ["snapshot", "mini", "--out", "a.png"], makeDashboard(cwd));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(
      "frontline: pictures are drawn by Chromium, and CHROMIUM_PATH leads to none: /no/where\n",
    );
    expect(existsSync(join(cwd, "a.png"))).toBe(false);
  });

  it("finds one on the path by its usual names", () => {
    const folder = makeFolder();
    const path = join(folder, "chromium-browser");
    writeFileSync(path, "");
    expect(findBrowser({ PATH: `/no/where:${folder}` })).toBe(path);
  });
});

describe("a browser", () => {
  it.each([
    ["ends", /^frontline: the browser .* could not draw it \(no such display\)\n$/],
    ["dies", /^frontline: the browser /],
    ["refuses", /^frontline: The graphics were reset\n$/],
  ])("that %s is told, and no picture is left half-made", async (fault, message) => {
    const { cwd, run } = prepare(fault);
    const { code, out, err } = await run("cards", "mini", "--out", "cards");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(readdirSync(join(cwd, "cards"))).toEqual(fault === "dies" ? ["2020-01-02.png"] : []);
  });

  it("ends with the program that has opened it", async () => {
    const cwd = makeFolder();
    const script = join(cwd, "run.mts");
    const source = fileURLToPath(new URL("../../src/cli/browser.ts", import.meta.url));
    writeFileSync(
      script,
      `import { openBrowser } from ${JSON.stringify(source)};
import { writeFileSync } from "node:fs";
const path = ${JSON.stringify(join(cwd, "browser"))};
writeFileSync(path, "#!/bin/sh\\necho $$ > ${cwd}/pid; echo $@ > ${cwd}/args; exec sleep 100\\n", { mode: 0o755 });
await openBrowser(path, "http://nowhere/", true);
setInterval(() => {}, 1000);`,
    );
    const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: "inherit" });
    await vi.waitFor(
      () => expect(readFileSync(join(cwd, "args"), "utf8")).toContain("http://nowhere/"),
      20_000,
    );
    const profile = /--user-data-dir=(\S+)/.exec(readFileSync(join(cwd, "args"), "utf8"))?.[1] ?? "";
    const pid = Number(readFileSync(join(cwd, "pid"), "utf8"));
    expect(existsSync(profile)).toBe(true);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([143, null]);
    // One that nobody has asked after its end is told as a Z.
    const tellState = () =>
      spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
    await vi.waitFor(() => expect(tellState()).toMatch(/^Z?$|^Z/));
    expect(existsSync(profile)).toBe(false);
  });
});

describe("the desk", () => {
  it("is at an address that nobody can guess, and has nothing for others", async () => {
    const bytes = new Uint8Array(3);
    const order = { kind: "pictures", format: "png", pages: [] } as const;
    const wish = { dashboard: makeDashboard(makeFolder()), bytes, hash: "", order, url: undefined };
    const desk = await openOrderDesk(wish, { onFile: async () => {}, onNews: () => {} });
    try {
      const { origin, pathname } = new URL(desk.address);
      expect(pathname).toMatch(/^\/[\da-f]{32}\/$/);
      for (const path of ["", "index.html", "orders/order", "live/data.frontline"])
        expect((await fetch(`${origin}/${path}`)).status, path).toBe(404);
      expect(await (await fetch(`${desk.address}orders/order`)).json()).toEqual(order);
      expect((await (await fetch(`${desk.address}live/data.frontline`)).arrayBuffer()).byteLength).toBe(3);
    } finally {
      desk.close();
    }
  });
});

describe("build --site --cards", () => {
  const metaOf = (page: string, name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(page)?.[1];

  it("makes a page for each card that leads to its view, and says what it shows", async () => {
    const { cwd, run } = prepare();
    const site = ["build", "mini", "--site", "public", "--cards", "--url", "https://example.org/war/"];
    expect(await run(...site)).toMatchObject({ code: 0, err: "" });
    const folder = join(cwd, "public/cards");
    const page = readFileSync(join(folder, "2020-01-02.html"), "utf8");
    const faults: string[] = [];
    const parsed = new DOMParser({ onError: (_, message) => faults.push(message) }).parseFromString(
      page.replace("<!doctype html>", ""),
      "application/xhtml+xml",
    );
    expect(faults).toEqual([]);
    expect(parsed.getElementsByTagName("a").item(0)?.getAttribute("href")).toBe("../?day=2020-01-02");
    expect(page).toContain('http-equiv="refresh" content="0; url=../?day=2020-01-02"');
    expect(metaOf(page, "og:url")).toBe("https://example.org/war/cards/2020-01-02.html");
    expect(metaOf(page, "og:image")).toBe("https://example.org/war/cards/2020-01-02.png");
    expect(metaOf(page, "twitter:card")).toBe("summary_large_image");
    expect(metaOf(page, "og:title")).toBe("2 January 2020 · Mini story");
    expect(metaOf(page, "og:description")).toMatch(/changed hands/);
    const link = /oembed\+?json|json\+oembed/.test(page);
    expect(link).toBe(true);
    const embedding = read(join(folder, "2020-01-02.json"));
    expect(embedding).toMatchObject({
      version: "1.0",
      type: "rich",
      thumbnail_url: "https://example.org/war/cards/2020-01-02.png",
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    expect(embedding.html).toContain('src="https://example.org/war/?day=2020-01-02&amp;embed"');
    const index = readFileSync(join(cwd, "public/index.html"), "utf8");
    expect(metaOf(index, "og:url")).toBe("https://example.org/war/");
    const noscript = /<noscript>([\s\S]*?)<\/noscript>/.exec(index)?.[1] ?? "";
    expect(noscript).toContain('<img src="cards/2020-01-02.png"');
    expect(noscript).toMatch(/<li dir="auto">.+<\/li>/);
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".html")))
      expect(existsSync(join(folder, name.replace(/html$/, "png"))), name).toBe(true);
  });

  it("without an address names none, and says what that is good for", async () => {
    const { cwd, run } = prepare();
    const { code, err } = await run("build", "mini", "--site", "public", "--cards");
    expect(code).toBe(0);
    expect(err).toMatch(/--url/);
    const index = readFileSync(join(cwd, "public/index.html"), "utf8");
    expect([metaOf(index, "og:url"), metaOf(index, "og:image")]).toEqual([undefined, "cards/2020-01-02.png"]);
    expect(readdirSync(join(cwd, "public/cards")).filter((name) => name.endsWith(".json"))).toEqual([]);
  });

  it("writes nothing where the pictures cannot be drawn", async () => {
    const { cwd, run } = prepare("dies");
    const { code } = await run("build", "mini", "--site", "public", "--cards");
    expect([code, existsSync(join(cwd, "public"))]).toEqual([2, false]);
  });

  it("puts what data say into pages as text", async () => {
    const { cwd, run } = prepare();
    const file = join(cwd, "mini/dataset.json");
    const declared = read(file);
    writeFileSync(file, JSON.stringify({ ...declared, title: { en: `"><script>alert(1)</script>` } }));
    expect((await run("build", "mini", "--site", "public", "--cards")).code).toBe(0);
    const pages = ["index.html", "cards/2020-01-02.html"].map((name) =>
      readFileSync(join(cwd, "public", name), "utf8"),
    );
    for (const page of pages) {
      expect(page).toContain("&lt;script&gt;");
      expect(page).not.toContain("<script>alert");
    }
  });

  it.each([
    ["--cards without a site", ["--cards"], /--cards goes with --site/],
    ["a language without cards", ["--site", "x", "--language", "ar"], /--language goes with --cards/],
  ])("refuses %s", async (_, args, message) => {
    const { run } = prepare();
    expect(await run("build", TEMPLATE, ...args)).toMatchObject({
      code: 2,
      err: expect.stringMatching(message),
    });
  });
});
