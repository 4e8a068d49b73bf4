import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askAgainAndAgain } from "../../src/open/ask-server.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { TEMPLATE } from "../fixtures/run-folder.ts";

const RELOADS = 1000;
const TABS = 50;
const SLOW_CLIENTS = 200;
/** How many times a slow client asks for the largest file: more than the system would hold for it. */
const ASKED_TIMES = 8;
const EDITS = 40;

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
let program: ChildProcess;
let address: string;

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "frontline-serve-")), "island");
  cpSync(TEMPLATE, folder, { recursive: true });
  program = spawn(process.execPath, [join(ROOT, "tools", "frontline.mjs"), "serve", folder, "--port", "0"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  address = await new Promise<string>((resolve, reject) => {
    let said = "";
    program.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const found = /at (http:\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    program.once("exit", () => reject(new Error(`serve has ended: ${said}`)));
  });
});
afterAll(() => {
  program.kill("SIGKILL");
  rmSync(join(folder, ".."), { recursive: true });
});

/** Megabytes of memory that the server's process has, and how many files and sockets it holds. */
function measure(): { readonly memory: number; readonly handles: number } {
  const status = readFileSync(`/proc/${program.pid}/status`, "utf8");
  const memory = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  return { memory, handles: readdirSync(`/proc/${program.pid}/fd`).length };
}

const waitFor = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until so many handles are held, at most; gives how many there are. */
async function settleHandles(most: number): Promise<number> {
  for (let time = 0; time < 60 && measure().handles > most; time++) await waitFor(500);
  return measure().handles;
}

/** All that the page asks for while it loads, in the order in which it does. */
async function listPaths(): Promise<readonly string[]> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const paths = new Set<string>();
  page.on("request", (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol === "http:") paths.add(pathname);
  });
  await page.goto(address);
  await page.locator("[data-day]").waitFor({ state: "attached", timeout: 60_000 });
  // What comes after the first picture.
  await page.waitForTimeout(4000);
  await browser.close();
  return [...paths];
}

/** As a browser does it: the page, then the rest of it at once. */
async function load([page = "/", ...paths]: readonly string[]): Promise<void> {
  const take = async (path: string) => {
    const response = await fetch(new URL(path, address));
    expect([path, response.status]).toEqual([path, 200]);
    await response.arrayBuffer();
  };
  await take(page);
  await Promise.all(paths.map(take));
}

function findLargest(): string {
  const assets = join(ROOT, "dist", "assets");
  const sized = readdirSync(assets).map((name) => [name, statSync(join(assets, name)).size] as const);
  return `/assets/${sized.toSorted(([, one], [, other]) => other - one)[0]?.[0]}`;
}

/** A client that takes one byte a second. */
function readSlowly(path: string): Socket {
  const { hostname, port } = new URL(address);
  const buffer = Buffer.alloc(1);
  const socket = connect({
    host: hostname,
    port: Number(port),
    // Returning false stops reading.
    onread: { buffer, callback: () => false },
  });
  socket.on("error", () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`.repeat(ASKED_TIMES));
  const timer = setInterval(() => socket.resume(), 1000);
  socket.once("close", () => clearInterval(timer));
  return socket;
}

describe("the server of a folder", () => {
  it(`holds after ${RELOADS} loads of the page, and as many states of the data as are edited, no more than after the first`, async () => {
    const paths = await listPaths();
    expect(paths.length).toBeGreaterThan(10);
    const file = join(folder, "claims.csv");
    const text = readFileSync(file, "utf8");
    const measured = [];
    for (let time = 1; time <= RELOADS; time++) {
      await load(paths);
      if (time % (RELOADS / EDITS) === 0)
        writeFileSync(file, text.replace("The regiment attacks", `The regiment attacks, ${time}`));
      if (time % (RELOADS / 10) === 0) measured.push(measure());
    }
    writeFileSync(file, text);
    const [middle, last] = [measured[4]!, measured.at(-1)!];
    process.stderr.write(`Server: ${JSON.stringify(measured)}\n`);
    expect(last.memory).toBeLessThan(middle.memory * 1.25 + 20);
    expect(last.handles).toBeLessThanOrEqual(middle.handles + 10);
  });

  it(`answers ${TABS} tabs, tells each of a change, and lets their connections go`, async () => {
    const before = measure().handles;
    const answers: string[][] = Array.from({ length: TABS }, () => []);
    const tabs = answers.map((answered) =>
      askAgainAndAgain(`${address}live/status`, {
        isAsleep: () => false,
        onAnswer: (text) => answered.push(JSON.parse(text).hash),
        onReach: (isReached) => expect(isReached).toBe(true),
      }),
    );
    await expect
      .poll(() => answers.filter(({ length }) => length > 0).length, { timeout: 20_000 })
      .toBe(TABS);
    const file = join(folder, "claims.csv");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("The regiment attacks", "The whole regiment attacks"));
    const told = () => new Set(answers.map((answered) => answered.at(-1)));
    await expect
      .poll(() => answers.every((answered) => answered.length > 1) && told().size, { timeout: 30_000 })
      .toBe(1);
    for (const tab of tabs) tab.stop();
    writeFileSync(file, text);
    expect(await settleHandles(before + 5)).toBeLessThanOrEqual(before + 5);
  });

  it(`serves a quick client beside ${SLOW_CLIENTS} slow ones, holds little for these, and ends with all of them connected`, async () => {
    const before = measure();
    const largest = findLargest();
    const sockets = Array.from({ length: SLOW_CLIENTS }, () => readSlowly(largest));
    await expect
      .poll(() => measure().handles, { timeout: 30_000 })
      .toBeGreaterThanOrEqual(before.handles + SLOW_CLIENTS);
    const paths = await listPaths();
    await load(paths);
    await waitFor(10_000);
    const first = measure();
    await load(paths);
    await waitFor(20_000);
    const later = measure();
    process.stderr.write(`Slow clients: ${JSON.stringify({ before, first, later })}\n`);
    // Not the whole file for each, let alone all that it has asked for.
    const size = statSync(join(ROOT, "dist", largest)).size / 2 ** 20;
    expect(first.memory - before.memory).toBeLessThan((SLOW_CLIENTS * size) / 2);
    expect(later.memory).toBeLessThan(first.memory * 1.1 + 20);
    expect(later.handles).toBeLessThanOrEqual(first.handles + 10);
    // A client that leaves takes with it what was held for it.
    for (const socket of sockets.slice(0, SLOW_CLIENTS / 2)) socket.destroy();
    const most = later.handles - SLOW_CLIENTS / 2;
    expect(await settleHandles(most)).toBeLessThanOrEqual(most);
    const ended = new Promise<number | null>((resolve) => program.once("exit", resolve));
    program.kill("SIGINT");
    expect(await ended).not.toBe(null);
    for (const socket of sockets) socket.destroy();
    await expect(fetch(address)).rejects.toThrow("fetch failed");
  });
});
