import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { UsageError } from "./io.ts";

/** As Chromium and its kin are called on the path, and where they lie beside it. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "chrome",
];
const PLACES = [
  "/usr/bin",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const WINDOWS_PLACES = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of a Chromium, Chrome or Edge on this machine: that of CHROMIUM_PATH, else of one in its usual place.
 *
 * @throws UsageError, with what to do, if there is none.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string {
  const { CHROMIUM_PATH: named, PATH = "" } = env;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new UsageError(`pictures are drawn by Chromium, and CHROMIUM_PATH leads to none: ${named}`);
  }
  const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
  const places = [
    ...[...PATH.split(delimiter), ...PLACES.slice(0, 1)].flatMap((folder) =>
      folder === "" ? [] : NAMES.map((name) => join(folder, name)),
    ),
    ...PLACES.slice(1),
    ...roots.flatMap((root) => (root ? WINDOWS_PLACES.map((place) => join(root, place)) : [])),
  ];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new UsageError(
    "pictures are drawn by Chromium or Chrome, and none was found: install one (on Debian and Ubuntu: apt install chromium), or give its path in CHROMIUM_PATH",
  );
}

/** Graphics in software, the same on every machine; nothing kept, and nothing asked of anybody. */
const FLAGS = [
  "--headless",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--force-color-profile=srgb",
  "--force-device-scale-factor=1",
  "--window-size=1280,800",
  "--hide-scrollbars",
  "--mute-audio",
  "--disable-background-networking",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-quic",
  "--disable-sync",
  "--no-default-browser-check",
  "--no-first-run",
  "--password-store=basic",
  "--use-mock-keychain",
];

/** A browser with one page, out of sight. */
export interface OpenBrowser {
  /** Resolves when it has ended by itself, to what it said last. */
  readonly ended: Promise<string>;
  /** Ends it; nothing of it is left. */
  readonly close: () => Promise<void>;
}

/** As much of what a browser says is kept to be told. */
const KEPT_LETTERS = 2000;

/** Whoever ends this program by one of them gets this code, and ends the browser too; Ctrl+C is heard elsewhere. */
const SIGNALS = ["SIGTERM", "SIGHUP"] as const;
const ENDED = 143;

/** Opens a page in a browser that nobody sees, with a profile of its own. `isBoxed`: its pages are kept in the system's sandbox. */
export async function openBrowser(path: string, address: string, isBoxed: boolean): Promise<OpenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "frontline-browser-"));
  const box = isBoxed ? [] : ["--no-sandbox"];
  const child = spawn(path, [...FLAGS, ...box, `--user-data-dir=${profile}`, address], {
    stdio: ["ignore", "ignore", "pipe"],
    // What it leaves lying about goes with the profile.
    env: { ...process.env, TMPDIR: profile, TEMP: profile, TMP: profile },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-KEPT_LETTERS)));
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  // Where this program is ended in the middle of it, the browser is not to outlive it.
  const end = () => {
    child.kill("SIGKILL");
    remove();
  };
  const endAll = () => process.exit(ENDED);
  process.once("exit", end);
  for (const signal of SIGNALS) process.once(signal, endAll);
  const ended = waitForEnd(child).then((reason) => reason ?? lastLine(said));
  return {
    ended,
    async close() {
      child.kill("SIGKILL");
      await ended;
      process.off("exit", end);
      for (const signal of SIGNALS) process.off(signal, endAll);
      remove();
    },
  };
}

/** Resolves to why a program could not be started; `undefined` once it has ended. */
async function waitForEnd(child: ChildProcess): Promise<string | undefined> {
  try {
    await once(child, "close");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
