import { gzipSync } from "node:zlib";
import type { Page, Request } from "playwright-core";

/** A file that a page has asked for. */
export interface AskedFile {
  /** As the build names it, without the hash of its content. */
  readonly name: string;
  readonly path: string;
  /** Asked for before the first picture stood complete. */
  readonly isFirst: boolean;
  /** As a server would send it: gzip -9, fonts, pictures and packed data as they are. */
  readonly bytes: number;
}

/** Long enough for what the page asks for once the first picture stands, and the browser has nothing else to do. */
const LATER_MS = 4000;

/**
 * Opens an address in a page that has not been used yet, and tells in their order all files that it asks for until the
 * first picture stands and some seconds after, those of its workers included.
 */
export async function listAskedFiles(page: Page, address: string): Promise<readonly AskedFile[]> {
  const asked: Request[] = [];
  page.context().on("request", (request) => asked.push(request));
  // The page itself notes the moment, and the browser the moment of each request: both in milliseconds since 1970.
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector("[data-day]")) return;
      watch.disconnect();
      performance.mark("first-picture");
    });
    watch.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["data-day"],
    });
  });
  await page.goto(address);
  await page.locator("[data-day]").first().waitFor({ state: "attached", timeout: 60_000 });
  await page.waitForTimeout(LATER_MS);
  const stood = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName("first-picture")[0]?.startTime ?? Infinity),
  );
  return Promise.all(
    asked
      .filter((request) => request.url().startsWith("http"))
      .map(async (request) => {
        const body = (await (await request.response())?.body()) ?? Buffer.alloc(0);
        const path = new URL(request.url()).pathname;
        const isFirst = request.timing().startTime < stood;
        return { name: nameFile(path), path, isFirst, bytes: measureSent(path, body) };
      }),
  );
}

/** "index.js" of "…/assets/index-CKaB6g2x.js?x", "index.html" of the page. */
function nameFile(path: string): string {
  const name = path.split("/").at(-1) || "index.html";
  return name.replace(/-[\w-]{8}(?=\.\w+$)/, "");
}

function measureSent(path: string, body: Buffer): number {
  return /\.(woff2|png|frontline|bin)$/.test(path) ? body.length : gzipSync(body, { level: 9 }).length;
}

/** What a file is to the reader. */
export function sortFile({ name }: AskedFile): "page" | "map worker" | "font" {
  if (name.endsWith(".woff2")) return "font";
  return name === "maplibre-gl-worker.js" ? "map worker" : "page";
}

/** Of scripts, styles and data, without the worker, which comes beside them, and fonts, which come by the script read. */
export function sumFirstKib(files: readonly AskedFile[]): number {
  const first = files.filter((file) => file.isFirst && sortFile(file) === "page");
  return first.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
}
