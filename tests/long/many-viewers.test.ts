import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { writeConflict } from "../bench/generate.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { runIn } from "../fixtures/run-folder.ts";
import { type Answer, load, type Nginx, startNginx } from "./nginx.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DASHBOARD = join(ROOT, "dist");
const IMMUTABLE = "public, max-age=31536000, immutable";
/** Of names that say what is in them, as docs/hosting.md tells it. */
const HASHED = /-[\w-]{8}\.\w+$/;
const TEXT = /\.(js|css|json|html|txt|webmanifest)$/;
const PACKED = /\.(frontline|part|bin|pmtiles|woff2|png)$/;
const FEWEST_PACKED_BYTES = 1000;
const MILLION = 1_000_000;
const MOST_WAIT_MS = 600_000;

const folder = mkdtempSync(join(tmpdir(), "viewers-"));
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** What the guide gives to copy: the configuration of nginx, and the command that packs files beforehand. */
function readGuide(): { readonly server: string; readonly pack: string } {
  const guide = readFileSync(join(ROOT, "docs/hosting.md"), "utf8");
  const [, server] = /```nginx\n([\s\S]*?)```/.exec(guide) ?? [];
  const [, pack] = /```sh\n(find [\s\S]*?)```/.exec(guide) ?? [];
  if (server === undefined || pack === undefined)
    throw new Error("docs/hosting.md has no configuration of nginx");
  return { server, pack };
}

function packBeforehand(site: string): void {
  execFileSync("sh", ["-c", readGuide().pack.replaceAll("/srv/war", site)]);
}

function listFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)));
}

/** Numbers for docs/scaling.md. */
function tell(what: string, values: unknown): void {
  process.stderr.write(`${what}: ${JSON.stringify(values)}\n`);
}

interface Visit {
  readonly answers: readonly Answer[];
  /** From the request for the page to its first whole map. */
  readonly firstMapMs: number;
}

/** Opens the site as a reader does, until its map stands, and a little longer for what comes after that. */
async function visit(context: BrowserContext, nginx: Nginx): Promise<Visit> {
  await nginx.takeLog();
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(nginx.address, { timeout: MOST_WAIT_MS });
  await page.locator("[data-day]").first().waitFor({ state: "attached", timeout: MOST_WAIT_MS });
  const firstMapMs = Math.round(performance.now() - begin);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(3000);
  await page.close();
  return { answers: await nginx.takeLog(), firstMapMs };
}

function sumBytes(answers: readonly Answer[]): number {
  return answers.reduce((sum, { bytes }) => sum + bytes, 0);
}

describe("a site behind nginx, configured as the guide says", () => {
  const site = join(folder, "site");
  let nginx: Nginx;
  beforeAll(async () => {
    const { code, err } = await runIn(ROOT, ["build", "geodata", "--site", site], DASHBOARD);
    if (code !== 0) throw new Error(err);
    nginx = await startNginx(readGuide().server, site);
  });
  afterAll(() => nginx.stop());
  afterEach(() => {
    for (const file of listFiles(site).filter((name) => name.endsWith(".gz"))) rmSync(join(site, file));
  });

  it("lets every cache keep what is named by its content, and asks again for all else", async () => {
    const files = listFiles(site);
    expect(files.filter((file) => HASHED.test(file)).length).toBeGreaterThan(100);
    for (const file of files) {
      const answer = await fetch(new URL(file, nginx.address), {
        headers: { "accept-encoding": "identity" },
      });
      expect([file, answer.status]).toEqual([file, 200]);
      const kept = answer.headers.get("cache-control");
      expect([file, kept]).toEqual([file, HASHED.test(file) ? IMMUTABLE : "no-cache"]);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("accept-ranges")).toBe("bytes");
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(Buffer.compare(bytes, readFileSync(join(site, file)))).toBe(0);
      // What has not changed is answered without it.
      const again = await fetch(new URL(file, nginx.address), {
        headers: { "if-none-match": answer.headers.get("etag") ?? "" },
      });
      expect([file, again.status, again.headers.get("cache-control")]).toEqual([file, 304, kept]);
    }
  });

  it.each(["on the way", "beforehand"])(
    "packs what is text %s, and nothing that is packed already",
    async (when) => {
      const files = listFiles(site);
      if (when === "beforehand") packBeforehand(site);
      for (const file of files) {
        const answer = await fetch(new URL(file, nginx.address), { headers: { "accept-encoding": "gzip" } });
        // What it is unpacked to.
        const bytes = new Uint8Array(await answer.arrayBuffer());
        expect(Buffer.compare(bytes, readFileSync(join(site, file)))).toBe(0);
        expect(answer.headers.get("cache-control")).toBe(HASHED.test(file) ? IMMUTABLE : "no-cache");
        const encoding = answer.headers.get("content-encoding");
        const isLong = statSync(join(site, file)).size >= FEWEST_PACKED_BYTES;
        // A short text may be either.
        const wanted = PACKED.test(file) ? [null] : TEXT.test(file) && isLong ? ["gzip"] : ["gzip", null];
        expect([file, wanted.includes(encoding)]).toEqual([file, true]);
      }
    },
  );

  it("gives files their types, parts of them, and nothing where nothing is", async () => {
    const typeOf = async (path: string) =>
      (await fetch(new URL(path, nginx.address))).headers.get("content-type");
    expect(await typeOf("")).toContain("text/html");
    expect(await typeOf("manifest.webmanifest")).toBe("application/manifest+json");
    const script = listFiles(site).find((file) => file.endsWith(".js") && file.startsWith("assets/")) ?? "";
    expect(await typeOf(script)).toMatch(/^(text|application)\/javascript$/);
    const data = listFiles(site).find((file) => file.endsWith(".frontline")) ?? "";
    const part = await fetch(new URL(data, nginx.address), { headers: { range: "bytes=8-99" } });
    expect(part.status).toBe(206);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(
      new Uint8Array(readFileSync(join(site, data)).subarray(8, 100)),
    );
    const nothing = await fetch(new URL("assets/gone-12345678.js", nginx.address));
    // A cache that kept this for a year would hide the file for as long.
    expect([nothing.status, nothing.headers.get("cache-control")]).toEqual([404, null]);
  });

  it("is asked for next to nothing by who comes again", async () => {
    const context = await browser.newContext();
    const first = await visit(context, nginx);
    const second = await visit(context, nginx);
    await context.close();
    expect(first.answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(first.answers.length).toBeGreaterThan(10);
    // On a slow machine the first may have ended before all came that comes later.
    const known = new Set(first.answers.map(({ address }) => address));
    const again = second.answers.filter(({ address }) => known.has(address));
    expect(again.map(({ address }) => address)).toContain("/");
    // Only what has the same name after an update, and no body.
    expect(again.filter(({ address, status }) => status !== 304 || HASHED.test(address))).toEqual([]);
    tell("bytes of a visit", {
      first: [first.answers.length, sumBytes(first.answers)],
      second: [second.answers.length, sumBytes(second.answers)],
    });
  });

  it("answers everybody, however many ask at once", async () => {
    const context = await browser.newContext();
    const { answers } = await visit(context, nginx);
    await context.close();
    const paths = answers.map(({ address }) => address);
    const hashed = paths.filter((path) => HASHED.test(path));
    const none = { status: 0, connect: 0, read: 0, write: 0, timeout: 0 };
    const packed = { paths, headers: { "Accept-Encoding": "gzip" } };
    const beforehand = () => packBeforehand(site);
    for (const [what, wish, prepare] of [
      ["whole visits, packed on the way", packed],
      ["whole visits, packed beforehand", packed, beforehand],
      ["whole visits, not packed", { paths }],
      ["the page alone", { paths: ["/"], headers: { "Accept-Encoding": "gzip" } }],
      ["data of a story", { paths: hashed.filter((path) => path.endsWith(".frontline")) }],
    ] as const) {
      prepare?.();
      const { faults, ...measured } = await load(nginx, { connections: 200, seconds: 8, ...wish });
      expect([what, faults]).toEqual([what, none]);
      expect(measured.requests).toBeGreaterThan(0);
      const perSecond = measured.requests / measured.seconds;
      tell(what, {
        ...measured,
        requestsPerSecond: Math.round(perSecond),
        visitsPerSecond: Math.round(perSecond / wish.paths.length),
        megabytesPerSecond: Math.round(measured.bytes / measured.seconds / 1e6),
      });
    }
    // wrk counts what was answered wrongly; the server's own log has all of it.
    const wrong = (await nginx.takeLog()).filter(({ status }) => status !== 200);
    // A request that is cut off when the time is over is no answer.
    expect(wrong.filter(({ status }) => status !== 499)).toEqual([]);
  });
});

describe("a million settlements behind the same server", () => {
  const site = join(folder, "large-site");
  let nginx: Nginx;
  beforeAll(async () => {
    await writeConflict(join(folder, "large"), {
      days: 10,
      settlements: MILLION,
      vertices: 1000,
      seed: 4,
      sides: "two",
    });
    const begin = performance.now();
    const { code, err } = await runIn(folder, ["build", "large", "--site", site], DASHBOARD);
    if (code !== 0) throw new Error(err);
    tell("a million settlements, built in", `${Math.round((performance.now() - begin) / 1000)} s`);
    nginx = await startNginx(readGuide().server, site);
  });
  afterAll(() => nginx.stop());

  it("come as tiles, of which a reader fetches what is looked at", async () => {
    const sizes = listFiles(site)
      .filter((file) => /\.(pmtiles|frontline)$/.test(file))
      .map((file) => [file, statSync(join(site, file)).size] as const);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const { answers, firstMapMs } = await visit(context, nginx);
    const tiles = answers.filter(({ address }) => address.endsWith(".pmtiles"));
    const archive = sizes.find(([file]) => file.endsWith(".pmtiles"))?.[1] ?? 0;
    expect(tiles.length).toBeGreaterThan(1);
    // Parts alone: the list is built where the archive is not asked for in parts.
    expect(new Set(tiles.map(({ status }) => status))).toEqual(new Set([206]));
    expect(sumBytes(tiles)).toBeLessThan(archive / 10);
    await context.close();
    tell("a million settlements", {
      sizes: Object.fromEntries(sizes),
      firstMapMs,
      requests: answers.length,
      bytes: sumBytes(answers),
      tiles: [tiles.length, sumBytes(tiles)],
    });
  });

  it("are served as fast as the network takes them", async () => {
    const archive = listFiles(site).find((file) => file.endsWith(".pmtiles")) ?? "";
    const none = { status: 0, connect: 0, read: 0, write: 0, timeout: 0 };
    const { faults, ...measured } = await load(nginx, {
      connections: 200,
      seconds: 8,
      paths: [`/${archive}`],
      headers: { Range: "bytes=16384-49151" },
    });
    expect(faults).toEqual(none);
    tell("parts of the tiles", {
      ...measured,
      requestsPerSecond: Math.round(measured.requests / measured.seconds),
    });
    const answers = await nginx.takeLog();
    expect(answers.filter(({ status }) => status !== 206 && status !== 499)).toEqual([]);
  });
});
