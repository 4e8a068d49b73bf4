import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, cpSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { preview } from "vite";
import { describe, expect, it, onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "frontline-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe("npm start", () => {
  it.each(["abc", "", "-1", "65536", "80.5"])("refuses the port %j in a sentence", (port) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "tools", "start.mjs")], {
      encoding: "utf8",
      env: { ...process.env, PORT: port },
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: `PORT "${port}" is not a whole number from 0 to 65535\n`,
    });
  });

  it("answers with the page where it lies, and with 404 where nothing does", async () => {
    const outDir = makeFolder();
    writeFileSync(join(outDir, "index.html"), "<title>Page</title>");
    const server = await preview({
      configFile: join(ROOT, "vite.config.ts"),
      logLevel: "silent",
      build: { outDir },
      preview: { port: 0, host: "127.0.0.1" },
    });
    onTestFinished(() => server.close());
    const address = server.resolvedUrls?.local[0] ?? "";
    for (const path of ["", "index.html", "?day=2020-02-06"])
      expect(await (await fetch(address + path)).text()).toBe("<title>Page</title>");
    for (const path of ["assets/gone.js", "gone", "gone.geojson"])
      expect((await fetch(address + path)).status).toBe(404);
  });
});

describe("packages that another working copy lends", () => {
  it("are used as they are and never installed anew, which would delete them there", () => {
    const [lender, borrower] = [makeFolder(), makeFolder()];
    mkdirSync(join(lender, "node_modules"));
    writeFileSync(join(lender, "node_modules", ".package-lock.json"), "{}");
    cpSync(join(ROOT, "tools", "setup.mjs"), join(borrower, "tools", "setup.mjs"));
    symlinkSync(join(lender, "node_modules"), join(borrower, "node_modules"));
    writeFileSync(join(borrower, "package-lock.json"), "newer, and no lock file at all");
    const script = `import(${JSON.stringify(join(borrower, "tools", "setup.mjs"))}).then((it) => it.ensureDependencies())`;
    const run = () => spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
    expect(run()).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(join(lender, "node_modules"))).toEqual([".package-lock.json"]);
    rmSync(join(lender, "node_modules", ".package-lock.json"));
    expect(run().stderr).toContain("run npm ci where it leads");
  });
});
