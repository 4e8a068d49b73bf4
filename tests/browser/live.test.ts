import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { type Serving, startServing } from "../../src/cli/serve.ts";
import { TEMPLATE } from "../fixtures/run-folder.ts";
import { launchBrowser } from "./dashboard.ts";

const DASHBOARD = fileURLToPath(new URL("../../dist", import.meta.url));
const QUERY = "?day=2031-05-06&place=dunwater&at=-39.9000,31.0000,10.00";

let browser: Browser;
let serving: Serving | undefined;
const folder = join(mkdtempSync(join(tmpdir(), "frontline-")), "island");

beforeAll(async () => {
  browser = await launchBrowser();
  cpSync(TEMPLATE, folder, { recursive: true });
  serving = await startServing(
    { command: "serve", folder, host: "127.0.0.1", port: 0, format: "table", isStrict: false },
    { cwd: folder, compile: compilePath, findDashboard: () => DASHBOARD, out: () => {}, err: () => {} },
  );
});

afterAll(async () => {
  await serving?.close();
  await browser.close();
  rmSync(dirname(folder), { recursive: true });
});

describe("the dashboard of a folder that is being edited", () => {
  it("follows the files, and the reader keeps day, place and camera", async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${serving?.address}${QUERY}`);
    const place = page.getByRole("region", { name: "Settlement", exact: true });
    const map = page.locator('[data-day="2031-05-06"]');
    const waitForMap = () => map.waitFor({ state: "attached", timeout: 60_000 });
    await waitForMap();
    expect(await page.title()).toContain("The Merrow Island conflict");
    expect(await place.textContent()).toMatch(/Held by league forces on 6 May 2031/i);

    const file = join(folder, "claims.csv");
    const text = readFileSync(file, "utf8");
    const moved = text.replace(/^(c05,.*?)2031-05-06,2031-05-06/m, "$12031-05-07,2031-05-07");
    expect(moved).not.toBe(text);
    writeFileSync(file, moved);
    await page.getByText("The files have changed: this is their new state.").waitFor();
    await waitForMap();
    expect(await place.textContent()).toMatch(/Held by council forces on 6 May 2031/i);
    expect(new URL(page.url()).search).toBe(QUERY);

    writeFileSync(file, moved.slice(0, 700));
    await page.getByText("What is shown is their last good state.").waitFor();
    expect(await place.textContent()).toMatch(/Held by council forces on 6 May 2031/i);

    writeFileSync(file, text);
    await expect
      .poll(() => place.textContent(), { timeout: 30_000 })
      .toMatch(/Held by league forces on 6 May/i);
    expect(new URL(page.url()).search).toBe(QUERY);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
