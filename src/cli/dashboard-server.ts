import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { countProblems, type Problem } from "../data/problem.ts";
import { injectData } from "./dashboard-page.ts";
import type { LiveState } from "./live-data.ts";

const DATA_PATH = "live/data.frontline";
const EVENTS_PATH = "live/events";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** What the server asks for at each request. */
export interface LiveSource {
  readonly state: () => LiveState | undefined;
  readonly problems: () => readonly Problem[];
}

export interface DashboardServer {
  readonly server: Server;
  /** Tells every open page what the data and their problems are now. */
  readonly announce: () => void;
}

/**
 * Serves the dashboard of a folder with live data in place of the bundled story. Only the files that the folder has now
 * are served, whatever address is asked for. With `isLocal`, only requests to this machine's own names are answered,
 * so that no page of another site can reach the data under a name that it makes resolve to this machine.
 */
export function createDashboardServer(
  folder: string,
  live: LiveSource,
  { isLocal }: { readonly isLocal: boolean },
): DashboardServer {
  const files = listFiles(folder);
  const listeners = new Set<ServerResponse>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers, url = "/" } = request;
    if (isLocal && !isOwnName(headers.host))
      return refuse(response, 403, "This server answers to localhost only");
    if (method !== "GET" && method !== "HEAD") return refuse(response, 405, "Only GET is answered");
    const path = url.replace(/[?#].*$/, "").slice(1) || "index.html";
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (path === EVENTS_PATH) return listen(response);
    if (path === DATA_PATH) {
      const state = live.state();
      if (!state) return refuse(response, 503, "The data set cannot be read yet");
      return send(response, state.bytes, "application/octet-stream");
    }
    const file = files.get(path);
    if (file === undefined) return refuse(response, 404, "No such file");
    const content = await readFile(file);
    if (path !== "index.html")
      return send(response, content, TYPES[extname(path)] ?? "application/octet-stream");
    const page = injectData(content.toString("utf8"), { data: DATA_PATH, events: EVENTS_PATH });
    return send(response, Buffer.from(page), TYPES[".html"] ?? "");
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write(describeTurn(live));
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => refuse(response, 500, "The file cannot be read"));
  });
  return {
    server,
    announce: () => {
      for (const response of listeners) response.write(describeTurn(live));
    },
  };
}

/** The files of a folder and all below it, by their path in an address. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [
        file
          .slice(folder.length + 1)
          .split(sep)
          .join("/"),
        file,
      ];
    }),
  );
}

/** One message of the event stream; `hash` is that of the data to show, `problems` are those of the files. */
function describeTurn({ state, problems }: LiveSource): string {
  const found = problems();
  const shown = state();
  const isHeld = countProblems(found, "error") > (shown?.errors ?? 0);
  return `data: ${JSON.stringify({ hash: shown?.hash ?? "", isHeld, problems: found })}\n\n`;
}

function isOwnName(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");
}

function send(response: ServerResponse, body: Uint8Array, type: string): void {
  response.writeHead(200, { "Content-Type": type, "Content-Length": body.length });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

function refuse(response: ServerResponse, code: number, reason: string): void {
  if (!response.headersSent) response.writeHead(code, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${reason}\n`);
}
