import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { compilePath } from "../../src/cli/open-dataset.ts";
import { startServing } from "../../src/cli/serve.ts";
import { readCompiled } from "../../src/data/compiled/compiled.ts";
import { askAgainAndAgain } from "../../src/open/ask-server.ts";
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
  const dashboard = makeDashboard();
  let terminal = "";
  const serving = await startServing(
    { command: "serve", folder, host, port, format: "table", isStrict: false },
    {
      cwd: dirname(folder),
      compile: compilePath,
      findDashboard: () => dashboard,
      out: () => {},
      err: (text) => (terminal += text),
    },
  );
  if (!serving) throw new Error(terminal);
  onTestFinished(serving.close);
  return { folder, dashboard, ...serving, readTerminal: () => terminal };
}

interface Turn {
  readonly hash: string;
  readonly isHeld: boolean;
  readonly problems: readonly Problem[];
}

/** What pages are told, one change at a time, by the client of the page itself. */
function follow(address: string): () => Promise<Turn> {
  const turns: Turn[] = [];
  const asking = askAgainAndAgain(`${address}live/status`, {
    isAsleep: () => false,
    onAnswer: (text) => turns.push(JSON.parse(text)),
    onReach: () => {},
  });
  onTestFinished(asking.stop);
  return () =>
    vi.waitFor(
      () => {
        const turn = turns.shift();
        if (!turn) throw new Error("No turn");
        return turn;
      },
      { timeout: 10_000, interval: 20 },
    );
}

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** The answer to a request that is sent exactly as given. */
function ask(address: string, { path = "/", method = "GET", headers = {} }: Asked) {
  const { hostname, port } = new URL(address);
  return new Promise<{ code: number | undefined; body: string; headers: IncomingHttpHeaders }>(
    (resolve, reject) => {
      request({ hostname: hostname.replace(/^\[(.*)\]$/, "$1"), port, path, method, headers }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part) => (body += part));
        response.on("end", () => resolve({ code: response.statusCode, body, headers: response.headers }));
      })
        .on("error", reject)
        .end();
    },
  );
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
    const next = follow(address);
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
    expect(await ask(address, { path })).toMatchObject({ code: 404, body: "No such file\n" });
  });

  it("answers only requests that read", async () => {
    const { address } = await serveTemplate();
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const answer = await ask(address, { method });
      expect({ code: answer.code, allow: answer.headers.allow }).toEqual({ code: 405, allow: "GET, HEAD" });
    }
    for (const path of ["/", "/assets/app.js", "/live/status", "/live/data.frontline"]) {
      const { code, body, headers } = await ask(address, { path, method: "HEAD" });
      expect({ path, code, body }).toEqual({ path, code: 200, body: "" });
      expect(Number(headers["content-length"])).toBeGreaterThan(0);
    }
  });

  it("lets no page of another site frame it, read its files or learn what is looked at", async () => {
    const { address } = await serveTemplate();
    for (const path of ["/", "/index.html", "/assets/app.js", "/nothing"]) {
      const { headers } = await ask(address, { path });
      expect(headers).toMatchObject({
        "content-security-policy": "frame-ancestors 'self'",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "permissions-policy": expect.stringContaining("geolocation=()"),
      });
    }
  });

  it.each(["/", "/index.html", "/?day=2031-05-06", "//index.html", "/%69ndex.html", "/assets/../index.html"])(
    "tells the page where its data are under the address %s",
    async (path) => {
      const { address } = await serveTemplate();
      expect((await ask(address, { path })).body).toContain('<meta name="frontline-data"');
    },
  );

  it("gives a part of a file that is asked for by its bytes, as map tiles are", async () => {
    const { address } = await serveTemplate();
    const askPart = (range: string) => ask(address, { path: "/assets/app.js", headers: { range } });
    expect(await askPart("bytes=7-8")).toMatchObject({
      code: 206,
      body: "{}",
      headers: { "content-range": "bytes 7-8/11", "content-length": "2" },
    });
    expect(await askPart("bytes=7-9999")).toMatchObject({ code: 206, body: "{};\n" });
    expect(await askPart("bytes=99-")).toMatchObject({ code: 416 });
    for (const odd of ["bytes=8-7", "bytes=-3", "bytes=0-1,3-4", "lines=1-2", "bytes=x-y"])
      expect(await askPart(odd)).toMatchObject({ code: 200, body: "export {};\n" });
  });

  it("gives the files that the dashboard has at the time, built anew or not", async () => {
    const { address, dashboard } = await serveTemplate();
    rmSync(join(dashboard, "assets", "app.js"));
    writeFileSync(join(dashboard, "assets", "new.js"), "new");
    expect(await ask(address, { path: "/assets/app.js" })).toMatchObject({ code: 404 });
    expect(await ask(address, { path: "/assets/new.js" })).toMatchObject({ code: 200, body: "new" });
  });

  it("answers under the names of this machine alone, however its host is spelled", async () => {
    for (const host of ["localhost", "LOCALHOST", "127.0.0.1", "127.0.0.2"]) {
      const { address } = await serveTemplate({ host });
      for (const [name, code] of [
        ["evil.example", 403],
        ["localhost.evil.example", 403],
        ["127.0.0.1.evil.example", 403],
        ["192.0.2.1", 403],
        ["a@b", 403],
        ["localhost:1", 200],
        ["LocalHost", 200],
        ["127.0.0.1:1", 200],
        ["[::1]:1", 200],
      ] as const) {
        const answer = await ask(address, { headers: { host: name } });
        expect({ host, name, code: answer.code }).toEqual({ host, name, code });
      }
    }
  });

  it("answers others on the network, but no name that anybody may give this machine", async () => {
    const { address } = await serveTemplate({ host: "0.0.0.0" });
    expect(address).toMatch(/^http:\/\/localhost:\d+\/$/);
    for (const [name, code] of [
      ["192.0.2.1:4173", 200],
      [hostname(), 200],
      [`${hostname().toUpperCase()}.local:80`, 200],
      ["localhost", 200],
      ["evil.example", 403],
      [`${hostname()}.evil.example`, 403],
    ] as const) {
      const answer = await ask(address, { headers: { host: name } });
      expect({ name, code: answer.code }).toEqual({ name, code });
    }
  });

  it("tells pages that it has ended, and that it is back", async () => {
    const { address, close } = await serveTemplate();
    const reached: boolean[] = [];
    const asking = askAgainAndAgain(`${address}live/status`, {
      isAsleep: () => false,
      onAnswer: () => {},
      onReach: (isReached) => reached.push(isReached),
    });
    onTestFinished(asking.stop);
    await close();
    await vi.waitFor(() => expect(reached).toEqual([false]), { timeout: 10_000 });
    await serveTemplate({ port: Number(new URL(address).port) });
    await vi.waitFor(() => expect(reached).toEqual([false, true]), { timeout: 10_000 });
  });

  it("has any number of pages that look at once, and asks no more of a browser than a short request", async () => {
    const { address } = await serveTemplate();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${address}live/status`)));
    const tags = answers.map(({ headers }) => headers.get("ETag"));
    expect(new Set(tags).size).toBe(1);
    const known = await fetch(`${address}live/status`, { headers: { "If-None-Match": tags[0] ?? "" } });
    expect({ status: known.status, text: await known.text() }).toEqual({ status: 304, text: "" });
  });

  it("shows claims and areas that contradict each other, and lists on the page what the terminal counts", async () => {
    const { address, folder, readTerminal } = await serveTemplate();
    const next = follow(address);
    const opening = await next();
    const file = join(folder, "claims.csv");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/^(c05,.*?)2031-05-06,2031-05-06/m, "$12031-05-07,2031-05-07"));
    const changed = await next();
    expect(changed).toMatchObject({
      isHeld: false,
      problems: [{ file: "control.geojson", severity: "error" }],
    });
    expect(changed.hash).not.toBe(opening.hash);
    await vi.waitFor(() => expect(readTerminal()).toMatch(/^1 error, /m));
  });

  it("shows a change although another file in the folder is written to all the time", async () => {
    const { address, folder } = await serveTemplate();
    const next = follow(address);
    await next();
    let lines = 0;
    const writing = setInterval(() => writeFileSync(join(folder, "run.log"), String((lines += 1))), 50);
    onTestFinished(() => clearInterval(writing));
    const file = join(folder, "settlements.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace("Dunwater", "Drywater"));
    await next();
    expect((await readServed(address)).dataset.settlements.map(({ name }) => name)).toContain("Drywater");
  });

  it("says that a port is taken", async () => {
    const { address } = await serveTemplate();
    const port = Number(new URL(address).port);
    await expect(serveTemplate({ port })).rejects.toThrow(`port ${port} is in use; name another by --port`);
  });
});
