import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { injectData } from "./dashboard-page.ts";
import { writeWholeFile } from "./write-file.ts";

interface SiteContent {
  /** The folder of the built dashboard. */
  readonly dashboard: string;
  /** Of the compiled file. It says in its name what is in it, so that a web server may let it be kept for ever. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes the dashboard with a compiled data set into a folder that any web server can serve as it is. Files of the
 * same names are replaced; the page comes last, so that a site in use always names a file that is there.
 */
export async function writeSite(folder: string, { dashboard, name, bytes }: SiteContent): Promise<void> {
  const page = join(dashboard, "index.html");
  await cp(dashboard, folder, { recursive: true, filter: (source) => source !== page });
  await writeWholeFile(join(folder, name), bytes);
  const injected = injectData(await readFile(page, "utf8"), {
    data: encodeURIComponent(name),
    events: undefined,
  });
  await writeWholeFile(join(folder, "index.html"), new TextEncoder().encode(injected));
}
