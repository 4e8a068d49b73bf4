import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join, posix } from "node:path";
import sirv from "sirv";
import { type DataAddress, injectData } from "./dashboard-page.ts";
import { isOwnHost } from "./host-guard.ts";
import type { LiveState, LiveStatus } from "./live-data.ts";

const DATA_PATH = "live/data.frontline";
const STATUS_PATH = "live/status";
const PAGE = "index.html";

/** What every answer carries. The page has its own policy written into it; this is what only a server can say. */
const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  // Export shows the page as it stands within another one: only itself may.
  "Content-Security-Policy": "frame-ancestors 'self'",
  // A page of another site can neither bring a file of this one into itself nor keep a hand on its window.
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  // The address says what the reader looks at.
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), " +
    "microphone=(), midi=(), payment=(), serial=(), usb=()",
};

/** What the server asks for at each request. */
export interface LiveSource {
  readonly state: () => LiveState | undefined;
  /** A new object whenever anything has changed. */
  readonly status: () => LiveStatus;
}

/**
 * Serves the dashboard of a folder with live data in place of the bundled story, and what lies in the folder at the time
 * of each request. `host` is the one that the server is to listen at; requests under names that are not this machine's are
 * refused, see {@link isOwnHost}. `more` is what else the page is told.
 */
export function createDashboardServer(
  folder: string,
  live: LiveSource,
  host: string,
  more: Pick<DataAddress, "url" | "orders"> = {},
): Server {
  const serveFile = sirv(folder, { dev: true, etag: true, extensions: [] });
  const tellStatus = createTeller(live.status);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers } = request;
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    if (!isOwnHost(headers.host, { address: addressOf(server), host }))
      return refuse(response, 403, "This server answers to this machine's own names and addresses only");
    if (method !== "GET" && method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(response, 405, "Only GET and HEAD are answered");
    }
    response.setHeader("Cache-Control", "no-cache");
    const path = readPath(request);
    if (path === STATUS_PATH) return tellStatus(request, response);
    if (path === DATA_PATH) {
      const state = live.state();
      if (!state) return refuse(response, 503, "The data set cannot be read yet");
      return send(response, state.bytes, "application/octet-stream");
    }
    if (path === PAGE) {
      const page = await readFile(join(folder, PAGE), "utf8");
      const injected = injectData(page, { data: DATA_PATH, status: STATUS_PATH, ...more });
      return send(response, Buffer.from(injected), "text/html; charset=utf-8");
    }
    if (!isRange(headers.range)) delete headers.range;
    // A file may go while it is sent: the connection ends then, and not the server.
    response.on("pipe", (source) => source.on("error", () => response.destroy()));
    return serveFile(request, response, () => refuse(response, 404, "No such file"));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500, "The file cannot be read"));
  });
  return server;
}

/** Answers with the status, or that it is still the one that the page knows. */
function createTeller(status: () => LiveStatus) {
  let known: LiveStatus | undefined;
  let body = Buffer.alloc(0);
  let tag = "";
  return ({ headers }: IncomingMessage, response: ServerResponse): void => {
    const present = status();
    if (present !== known) {
      known = present;
      body = Buffer.from(JSON.stringify(present));
      tag = `"${createHash("sha256").update(body).digest("hex")}"`;
    }
    response.setHeader("ETag", tag);
    if (headers["if-none-match"] === tag) {
      response.writeHead(304).end();
      return;
    }
    send(response, body, "application/json");
  };
}

/** The path that a request asks for, without the slash in front and however it is spelled. */
function readPath({ url = "/" }: IncomingMessage): string {
  const path = url.replace(/[?#].*$/, "");
  return posix.normalize(tryToDecode(path)).replace(/^\/+/, "") || PAGE;
}

function tryToDecode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Whether a `Range` asks for one part by its first byte. Any other may be answered with the file as a whole. */
function isRange(header: string | undefined): boolean {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? "") ?? [];
  return first !== undefined && (last === "" || Number(last) >= Number(first));
}

function addressOf(server: Server): string {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.address : "";
}

function send(response: ServerResponse, body: Uint8Array, type: string): void {
  response.writeHead(200, { "Content-Type": type, "Content-Length": body.length });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

function refuse(response: ServerResponse, code: number, reason: string): void {
  if (!response.headersSent) response.writeHead(code, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${reason}\n`);
}
