import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureDebian, installDebian } from "./debian.ts";

/** An answer as the server's own log has it. */
export interface Answer {
  readonly method: string;
  /** With query. */
  readonly address: string;
  readonly status: number;
  /** With its headers. */
  readonly bytes: number;
}

/** An nginx of our own on a free port of this machine, gone when stopped. */
export interface Nginx {
  /** With a slash at its end. */
  readonly address: string;
  /** What it answered since the last time this was asked. */
  readonly takeLog: () => Promise<Answer[]>;
  readonly stop: () => Promise<void>;
}

/** Where Debian puts it; not every user has that in their PATH. */
const PROGRAM = "/usr/sbin/nginx";

/**
 * Serves a folder by a `server { … }` of nginx, whose port and root are put in. Installs Debian's package if need be. Everything it
 * writes is in a temporary folder, and no other nginx of the machine is touched.
 */
export async function startNginx(server: string, root: string): Promise<Nginx> {
  if (!existsSync(PROGRAM)) installDebian(["nginx-light"]);
  const folder = await mkdtemp(join(tmpdir(), "atlas-nginx-"));
  await chmod(folder, 0o755);
  await mkdir(join(folder, "passing"));
  const port = await findPort();
  const [log, config] = [join(folder, "access.log"), join(folder, "nginx.conf")];
  await writeFile(config, configure(folder, log, place(server, port, root)));
  const nginx = spawn(PROGRAM, ["-p", folder, "-c", config, "-e", join(folder, "error.log")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const faults: string[] = [];
  nginx.stderr.on("data", (text) => faults.push(String(text)));
  const end = once(nginx, "exit");
  const address = `http://127.0.0.1:${port}/`;
  await waitFor(address, () => {
    if (nginx.exitCode !== null) throw new Error(`nginx ended with ${nginx.exitCode}: ${faults.join("")}`);
  });
  let seen = (await readFile(log, "utf8")).length;
  return {
    address,
    async takeLog() {
      const text = await readFile(log, "utf8");
      const lines = text.slice(seen).split("\n").slice(0, -1);
      seen = text.length;
      return lines.map((line): Answer => {
        const [method = "", address = "", status, bytes] = line.split(" ");
        return { method, address, status: Number(status), bytes: Number(bytes) };
      });
    },
    async stop() {
      nginx.kill("SIGTERM");
      await end;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server as it stands in a guide, on our port and over our folder. */
function place(server: string, port: number, root: string): string {
  const placed = server
    .replace(/^(\s*)listen [^;]+;/m, `$1listen 127.0.0.1:${port};`)
    .replace(/^(\s*)root [^;]+;/m, `$1root "${root}";`);
  if (!placed.includes(`:${port};`) || !placed.includes(root)) throw new Error("It has no port or no root");
  return placed;
}

/** What Debian's own nginx.conf has around its servers, as far as it matters here. */
function configure(folder: string, log: string, server: string): string {
  const passing = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/passing/${name};`,
  );
  return `
daemon off;
pid ${folder}/nginx.pid;
worker_processes 2;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 2048; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  sendfile on;
  tcp_nopush on;
  log_format short "$request_method $request_uri $status $bytes_sent";
  access_log ${log} short;
  ${passing.join("\n  ")}
  ${server}
}
`;
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port");
  return address.port;
}

const PATIENCE_MS = 20_000;

async function waitFor(address: string, check: () => void): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    check();
    const answer = await fetch(address).catch(() => undefined);
    if (answer) return;
    if (Date.now() > end) throw new Error(`Nothing answers at ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What `wrk` measured: of the answers of some seconds, all as fast as they come. */
export interface Load {
  readonly requests: number;
  readonly bytes: number;
  readonly seconds: number;
  /** In milliseconds. */
  readonly latency: { readonly half: number; readonly most: number };
  /** Answers that are no 2xx or 3xx, and connections that could not be made, read or written, or took too long. */
  readonly faults: Readonly<Record<"status" | "connect" | "read" | "write" | "timeout", number>>;
}

interface LoadWish {
  readonly connections: number;
  readonly seconds: number;
  /** Asked for one after the other, again and again, by each thread. */
  readonly paths: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a server of this machine for files as fast as it answers, for a few seconds. Installs Debian's `wrk` if need be. */
export async function load(
  { address }: Nginx,
  { connections, seconds, paths, headers = {} }: LoadWish,
): Promise<Load> {
  ensureDebian("wrk", "wrk");
  const folder = await mkdtemp(join(tmpdir(), "atlas-wrk-"));
  const script = join(folder, "visit.lua");
  await writeFile(script, writeScript(paths, headers));
  const args = ["-t2", `-c${connections}`, `-d${seconds}s`, "--timeout", "20s", "-s", script, address];
  const wrk = spawn("wrk", args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  wrk.stdout.on("data", (part) => (text += String(part)));
  const [code] = await once(wrk, "close");
  await rm(folder, { recursive: true });
  if (code !== 0) throw new Error(`wrk ended with ${code}`);
  const line = text.split("\n").find((one) => one.startsWith("{")) ?? "";
  return JSON.parse(line) as Load;
}

function writeScript(paths: readonly string[], headers: Readonly<Record<string, string>>): string {
  const quoted = paths.map((path) => JSON.stringify(path)).join(", ");
  const head = Object.entries(headers).map(
    ([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`,
  );
  return `
local paths = { ${quoted} }
local asked = {}
local next = 0
function init()
  for at, path in ipairs(paths) do asked[at] = wrk.format("GET", path, { ${head.join(", ")} }) end
end
function request()
  next = next % #asked + 1
  return asked[next]
end
function done(summary, latency)
  local faults = summary.errors
  io.write(string.format(
    '\\n{"requests":%d,"bytes":%d,"seconds":%f,"latency":{"half":%f,"most":%f},"faults":{"status":%d,"connect":%d,"read":%d,"write":%d,"timeout":%d}}\\n',
    summary.requests, summary.bytes, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    faults.status, faults.connect, faults.read, faults.write, faults.timeout))
end
`;
}
