import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { IS_LONG } from "../fixtures/long.ts";
import { launchBrowser } from "./chromium.ts";
import { type Dashboard, openDashboard } from "./dashboard.ts";

const MINI = fileURLToPath(new URL("../fixtures/mini", import.meta.url));

let browser: Browser;
let dashboard: Dashboard;
/** Another origin than the page's, and what it was asked for. */
let server: Server;
let origin: string;
const asked: string[] = [];
let archive: Uint8Array;
const files = new Map<string, Uint8Array>();

const hashOf = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

beforeAll(async () => {
  for (const name of await readdir(MINI)) files.set(name, new Uint8Array(await readFile(join(MINI, name))));
  archive = zipSync(Object.fromEntries(files));
  server = createServer((request, response) => {
    const { url = "", headers } = request;
    asked.push(`${url} ${headers.cookie ?? ""}${headers.referer ?? ""}`.trim());
    if (!url.startsWith("/closed/")) response.setHeader("Access-Control-Allow-Origin", "*");
    const file = url.endsWith("war.zip") ? archive : files.get(url.replace("/set/", ""));
    if (url === "/moved.zip") response.writeHead(302, { Location: "/war.zip" }).end();
    else response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  dashboard = await openDashboard(browser, addressOf("/war.zip"), { viewport: { width: 1000, height: 600 } });
});
afterAll(async () => {
  await dashboard.close();
  await browser.close();
  server.close();
});

function addressOf(path: string, sha256?: string): string {
  return `?${new URLSearchParams({ data: `${origin}${path}`, day: "2020-01-03", ...(sha256 && { sha256 }) })}`;
}

describe("an address that asks for data from elsewhere", () => {
  const dialog = () => dashboard.page.getByRole("dialog", { name: "Open data" });
  const title = () => dashboard.page.locator(".title-card h1").textContent();
  const expectShown = () => expect.poll(title, { timeout: 30_000 }).toBe("Mini story");
  const fetchNow = () => dialog().getByRole("button", { name: "Fetch and open" }).click();

  it("asks first, then shows what came by its hash, and is the address of what is shown", async () => {
    const { page, waitForMap } = dashboard;
    await dialog().getByText(`${origin}/war.zip`, { exact: true }).waitFor();
    expect(await dialog().getByText(origin.slice("http://".length), { exact: true }).count()).toBe(1);
    expect(asked).toEqual([]);
    await fetchNow();
    await dialog().getByText(hashOf(archive), { exact: true }).waitFor();
    expect(await title()).not.toBe("Mini story");
    await dialog().getByRole("button", { name: "Show on the dashboard" }).click();
    await expectShown();
    await waitForMap("2020-01-03");
    // Neither cookies nor where the reader comes from.
    expect(asked).toEqual(["/war.zip"]);
    const { searchParams } = new URL(page.url());
    expect([searchParams.get("data"), searchParams.get("day")]).toEqual([`${origin}/war.zip`, "2020-01-03"]);
  });

  it.runIf(IS_LONG)(
    "opens a declaration with its files when the content is the one that is meant",
    async () => {
      const { page } = dashboard;
      const list = [...files.keys()].toSorted().map((name) => `${hashOf(files.get(name)!)}  ${name}\n`);
      await page.goto(inject("address") + addressOf("/set/dataset.json", hashOf(list.join(""))));
      await fetchNow();
      await expectShown();
    },
  );

  const REFUSED: readonly (readonly [path: string, sha256: string | undefined, told: string])[] = [
    ["/war.zip", "00".repeat(32), "is another than the link says"],
    ["/closed/war.zip", undefined, "CORS"],
    ["/moved.zip", undefined, "leads on to another address"],
  ];
  it.each(IS_LONG ? REFUSED : REFUSED.slice(0, 1))(
    "opens nothing of %s where that is not what it should be",
    async (path, sha256, told) => {
      const { page } = dashboard;
      asked.length = 0;
      await page.goto(inject("address") + addressOf(path, sha256));
      await fetchNow();
      await dialog().getByRole("alert").filter({ hasText: told }).waitFor();
      expect(asked).toEqual([path]);
      expect(await title()).not.toBe("Mini story");
    },
  );
});
