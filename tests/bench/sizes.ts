import { type AskedFile, listAskedFiles, sortFile, sumFirstKib } from "../browser/first-load.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { print } from "./measure.ts";

/** Builds the page, and tells what a first visit to the story asks for before the first picture stands, and what after. */
export async function reportSizes(): Promise<void> {
  const { build, preview } = await import("vite");
  await build({ logLevel: "error" });
  const server = await preview({ logLevel: "silent", preview: { port: 0, host: "127.0.0.1" } });
  const browser = await launchBrowser();
  try {
    const address = server.httpServer.address();
    if (address === null || typeof address === "string") throw new Error("The preview server has no port");
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const files = await listAskedFiles(page, `http://127.0.0.1:${address.port}/`);
    print("\nFirst visit to the story, in Chromium (gzip -9): %s KiB before the first picture,", [
      sumFirstKib(files).toFixed(0),
    ]);
    print("  at most 560; beside them the map's worker and the fonts of the scripts on the page", []);
    for (const [part, group] of groupFiles(files)) printGroup(part, group);
  } finally {
    await browser.close();
    await server.close();
  }
}

function groupFiles(files: readonly AskedFile[]): ReadonlyMap<string, readonly AskedFile[]> {
  const groups = new Map<string, AskedFile[]>();
  for (const file of files) {
    const sort = sortFile(file);
    const part = sort === "page" ? (file.isFirst ? "first" : "later") : sort;
    groups.set(part, [...(groups.get(part) ?? []), file]);
  }
  return groups;
}

function printGroup(part: string, files: readonly AskedFile[]): void {
  const kib = (bytes: number) => (bytes / 1024).toFixed(1).padStart(7);
  print("  %s %s KiB", [part.padEnd(34), kib(files.reduce((sum, { bytes }) => sum + bytes, 0))]);
  for (const { name, bytes } of files) print("    %s %s", [name.padEnd(38), kib(bytes)]);
}
