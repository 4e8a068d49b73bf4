import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { startServing } from "../../src/cli/serve.ts";
import { readCompiled } from "../../src/data/compiled/compiled.ts";
import type { Problem } from "../../src/data/problem.ts";
import { makeFolder, TEMPLATE } from "../fixtures/run-folder.ts";

/** A page with no more to it than the server needs. */
function makeDashboard(): string {
  const folder = join(makeFolder(), "dist");
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(
    join(folder, "index.html"),
    "<html>\n  <head>\n    <title>Page</title>\n  </head>\n</html>\n",
  );
  writeFileSync(join(folder, "assets", "app.js"), "export {};\n");
  writeFileSync(join(folder, "..", "secret.txt"), "secret");
  return folder;
}

async function serveTemplate({ host = "localhost", port = 0 } = {}) {
  const folder = join(makeFolder(), "island");
  cpSync(TEMPLATE, folder, { recursive: true });
  let terminal = "";
  const serving = await startServing(
    { command: "serve", folder, host, port, format: "table", isStrict: false },
    {
      cwd: dirname(folder),
      compile: compilePath,
      findDashboard: makeDashboard,
      out: () => {},
      err: (text) => (terminal += text),
    },
  );
  if (!serving) throw new Error(terminal);
  onTestFinished(serving.close);
  return { folder, ...serving, readTerminal: () => terminal };
}

interface Turn {
  readonly hash: string;
  readonly isHeld: boolean;
  readonly problems: readonly Problem[];
}

/** The turns that the event stream tells, one at a time. */
async function follow(address: string): Promise<() => Promise<Turn>> {
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const response = await fetch(`${address}live/events`, { signal: ended.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return async () => {
    for (;;) {
      const [message, rest] = text.split("\n\n", 2);
      if (message !== undefined && rest !== undefined) {
        text = text.slice(message.length + 2);
        return JSON.parse(message.replace(/^data: /, ""));
      }
      text += (await reader?.read())?.value ?? "";
    }
  };
}

/** The code and body of an answer to a request that is sent exactly as given. */
function ask(
  address: string,
  { path = "/", method = "GET", host }: { path?: string; method?: string; host?: string },
) {
  const { hostname, port } = new URL(address);
  return new Promise<{ code: number | undefined; body: string }>((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => (body += part));
      response.on("end", () => resolve({ code: response.statusCode, body }));
    })
      .on("error", reject)
      .end();
  });
}

async function readServed(address: string) {
  const page = await (await fetch(address)).text();
  const data = /<meta name="frontline-data" content="(.+?)"/.exec(page)?.[1] ?? "";
  return readCompiled(new Uint8Array(await (await fetch(new URL(data, address))).arrayBuffer()));
}

describe("serve", () => {
  it("gives the dashboard's page the data set of the folder", async () => {
    const { address } = await serveTemplate();
    const { dataset } = await readServed(address);
    expect(dataset.title.en).toBe("The Merrow Island conflict");
    expect(await (await fetch(`${address}assets/app.js`)).text()).toBe("export {};\n");
  });

  it("tells pages of each change, and keeps the last good data while a file is broken", async () => {
    const { address, folder, readTerminal } = await serveTemplate();
    const next = await follow(address);
    const opening = await next();
    expect(opening).toMatchObject({ isHeld: false, problems: [] });

    const file = join(folder, "settlements.csv");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("Dunwater", "Drywater"));
    const changed = await next();
    expect(changed).toMatchObject({ isHeld: false, problems: [] });
    expect(changed.hash).not.toBe(opening.hash);
    expect((await readServed(address)).dataset.settlements.map(({ name }) => name)).toContain("Drywater");

    writeFileSync(file, text.slice(0, 200));
    const broken = await next();
    expect(broken).toMatchObject({ isHeld: true, hash: changed.hash });
    expect(broken.problems[0]).toMatchObject({ file: "settlements.csv", severity: "error" });
    expect((await readServed(address)).dataset.settlements).toHaveLength(13);
    expect(readTerminal()).toContain("settlements.csv");
    expect(readTerminal()).toContain("the page keeps the last good state");

    rmSync(join(folder, "dataset.json"));
    expect(await next()).toMatchObject({ isHeld: true, hash: changed.hash });

    cpSync(TEMPLATE, folder, { recursive: true });
    let mended = await next();
    while (mended.isHeld) mended = await next();
    expect(mended).toEqual(opening);
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "//etc/passwd",
    "/island/dataset.json",
    "/dataset.json",
  ])("has nothing at %s", async (path) => {
    const { address } = await serveTemplate();
    expect(await ask(address, { path })).toEqual({ code: 404, body: "No such file\n" });
  });

  it("answers only requests that read, and only under this machine's own names", async () => {
    const { address } = await serveTemplate();
    expect(await ask(address, { method: "POST" })).toMatchObject({ code: 405 });
    expect(await ask(address, { host: "evil.example" })).toMatchObject({ code: 403 });
    expect(await ask(address, { host: "127.0.0.1:1" })).toMatchObject({ code: 200 });
    expect(await ask(address, { method: "HEAD" })).toEqual({ code: 200, body: "" });
  });

  it("answers under any name where another host is asked for", async () => {
    const { address } = await serveTemplate({ host: "0.0.0.0" });
    expect(await ask(address, { host: "wall.example" })).toMatchObject({ code: 200 });
  });

  it("says that a port is taken", async () => {
    const { address } = await serveTemplate();
    const port = Number(new URL(address).port);
    await expect(serveTemplate({ port })).rejects.toThrow(`port ${port} is in use; name another by --port`);
  });
});
