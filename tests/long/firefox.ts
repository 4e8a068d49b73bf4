import { type ChildProcess, spawn } from "node:child_process";
import { renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Browser, firefox } from "playwright-core";
import { ensureDebian } from "./debian.ts";

/** What Firefox draws WebGL with where there is no graphics processor; without a screen it draws none, seen or not. */
const SOFTWARE_GRAPHICS = ["libegl1", "libgl1", "libgl1-mesa-dri", "xvfb"];

/** No requests on Firefox's own account, and nothing that moves where nobody asks for it. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
  "ui.prefersReducedMotion": 1,
  "webgl.force-enabled": true,
};

/** What Playwright asks of each new window, though nobody asked for it, and this Firefox does not know. */
const UNKNOWN_TO_FIREFOX: ReadonlySet<unknown> = new Set(["emulation.setMediaFeaturesOverride"]);

interface Message {
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly [key: string]: unknown;
}

/** The parts of Playwright's own objects that are used here; they are not part of its interface. */
interface InnerBrowser {
  readonly _connection: {
    readonly toImpl: (browser: unknown) => {
      readonly _connection: {
        readonly _transport: { send: (message: Message) => void; onmessage: (message: Message) => void };
      };
    };
  };
}

/**
 * Debian's own Firefox, as it is, spoken to in the protocol that it has for that (WebDriver BiDi). Motion is reduced for all
 * windows; a colour scheme cannot be asked for.
 */
export async function launchFirefox(): Promise<Browser> {
  ensureDebian("firefox-esr", "firefox-esr", ...SOFTWARE_GRAPHICS);
  const screen = await openScreen();
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: "/usr/bin/firefox-esr",
    firefoxUserPrefs: PREFERENCES,
    env: { ...process.env, DISPLAY: screen.name },
  });
  browser.once("disconnected", () => screen.server.kill());
  translate(browser);
  return browser;
}

/** Where Playwright and this Firefox do not know the same state of the protocol. */
function translate(browser: Browser): void {
  const { _connection: outer } = browser as unknown as InnerBrowser;
  const { _connection: inner } = outer.toImpl(browser);
  const { _transport: transport } = inner;
  const send = transport.send.bind(transport);
  const receive = transport.onmessage.bind(transport);
  Object.assign(transport, {
    send(message: Message) {
      if (!UNKNOWN_TO_FIREFOX.has(message.method)) return send(message);
      queueMicrotask(() => receive({ type: "success", id: message["id"], result: {} }));
    },
    onmessage(message: Message) {
      if (!message.method?.startsWith("browsingContext.download")) return receive(message);
      keepName(message.params);
      // Without a name of its own a download is told apart by its address, which no other has.
      receive({ ...message, params: { ...message.params, download: message.params?.["url"] } });
    },
  });
}

/** Playwright looks for a file under the name that was suggested; Firefox gives a second one of that name another. */
function keepName({ filepath, suggestedFilename }: Record<string, unknown> = {}): void {
  if (typeof filepath !== "string" || typeof suggestedFilename !== "string") return;
  renameSync(filepath, join(dirname(filepath), suggestedFilename));
}

/** A screen that nobody sees, under a name that is free. */
function openScreen(): Promise<{ readonly server: ChildProcess; readonly name: string }> {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", () => reject(new Error("Xvfb has ended")));
    server.stdout?.once("data", (said: Buffer) => resolve({ server, name: `:${String(said).trim()}` }));
  });
}
