import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeFolder, runIn, TEMPLATE } from "../fixtures/run-folder.ts";

const WRITER = fileURLToPath(new URL("../fixtures/write-much.ts", import.meta.url));
const TOOL = fileURLToPath(new URL("../../tools/frontline.mjs", import.meta.url));

/** A disk of a few kilobytes, which no other program sees and which is gone with the one that made it. */
const mayMount = spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

function buildTo(cwd: string, out: string) {
  return runIn(cwd, ["build", TEMPLATE, "--out", out]);
}

describe("build --out", () => {
  it("replaces what it wrote before and keeps its mode", async () => {
    const cwd = makeFolder();
    await buildTo(cwd, "a.frontline");
    const file = join(cwd, "a.frontline");
    const content = readFileSync(file);
    writeFileSync(file, "FRONTLINE\nof before");
    chmodSync(file, 0o600);
    expect(await buildTo(cwd, "a.frontline")).toMatchObject({ code: 0 });
    expect(readFileSync(file)).toEqual(content);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(cwd)).toEqual(["a.frontline"]);
  });

  it("fills an empty file, as mktemp makes one", async () => {
    const cwd = makeFolder();
    writeFileSync(join(cwd, "empty"), "");
    expect(await buildTo(cwd, "empty")).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, "empty"), "latin1")).toMatch(/^FRONTLINE\n/);
  });

  it("follows a symbolic link", async () => {
    const cwd = makeFolder();
    mkdirSync(join(cwd, "there"));
    writeFileSync(join(cwd, "there", "real.frontline"), "FRONTLINE\nof before");
    symlinkSync(join("there", "real.frontline"), join(cwd, "link"));
    expect(await buildTo(cwd, "link")).toMatchObject({ code: 0 });
    expect(readlinkSync(join(cwd, "link"))).toBe(join("there", "real.frontline"));
    expect(statSync(join(cwd, "there", "real.frontline")).size).toBeGreaterThan(1000);
  });

  it.each([
    ["a file of somebody else's", "a file that build did not write", (path) => writeFileSync(path, "mine")],
    ["a device", "no regular file", (path) => execFileSync("mknod", [path, "c", "1", "3"])],
    ["a link to a device", "no regular file", (path) => symlinkSync("/dev/null", path)],
    ["a pipe", "no regular file", (path) => execFileSync("mkfifo", [path])],
    ["a link that leads nowhere", "no regular file", (path) => symlinkSync("nowhere", path)],
    [
      "a file that is protected",
      "protected from being written",
      (path) => {
        writeFileSync(path, "FRONTLINE\nof before");
        chmodSync(path, 0o400);
      },
    ],
  ] satisfies [string, string, (path: string) => void][])(
    "refuses %s and leaves it as it is",
    async (kind, reason, put) => {
      // Making a device is for the system's administrator.
      if (kind === "a device" && process.getuid?.() !== 0) return;
      const cwd = makeFolder();
      const path = join(cwd, "a.frontline");
      put(path);
      const describeIt = () => {
        const { mode, ino, rdev, isFile } = lstatSync(path);
        return [mode, ino, rdev, isFile.call(lstatSync(path)) && readFileSync(path, "utf8")];
      };
      const before = describeIt();
      const { code, out, err } = await buildTo(cwd, "a.frontline");
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(reason);
      expect(describeIt()).toEqual(before);
      expect(readdirSync(cwd)).toEqual(["a.frontline"]);
    },
  );

  it("refuses the data set's own dataset.json", async () => {
    const cwd = makeFolder();
    await runIn(cwd, ["new", "."]);
    const before = readFileSync(join(cwd, "dataset.json"), "utf8");
    expect(await runIn(cwd, ["build", ".", "--out", "dataset.json"])).toMatchObject({ code: 2, out: "" });
    expect(readFileSync(join(cwd, "dataset.json"), "utf8")).toBe(before);
  });

  it("says what the system says", async () => {
    const cwd = makeFolder();
    writeFileSync(join(cwd, "file"), "");
    expect((await buildTo(cwd, "file/a.frontline")).err).toContain("not a directory (ENOTDIR)");
    expect((await buildTo(cwd, "nowhere/a.frontline")).err).toContain("no such file or directory (ENOENT)");
  });

  it.skipIf(!mayMount)("leaves what was there, and nothing else, when the disk is full", () => {
    const cwd = makeFolder();
    const script = `mount -t tmpfs -o size=8k none "$1" && cd "$1" && printf 'FRONTLINE\\nbefore' > a.frontline
      node "$2" build "$3" --out a.frontline; echo "code $?"; ls -A; cat a.frontline`;
    const args = ["--mount", "sh", "-c", script, "sh", cwd, TOOL, TEMPLATE];
    const { stdout, stderr } = spawnSync("unshare", args, { encoding: "utf8" });
    expect(stderr).toBe(
      "frontline: nothing can be written to a.frontline: no space left on device (ENOSPC)\n",
    );
    expect(stdout).toBe("code 2\na.frontline\nFRONTLINE\nbefore");
  });

  it.skipIf(!mayMount)("is one sentence of export and import too, which leave nothing", () => {
    const cwd = makeFolder();
    writeFileSync(
      join(cwd, "held.csv"),
      `place;lat;lon;day;holder\n${"Alba;51;11;2020-02-06;North\n".repeat(3000)}`,
    );
    mkdirSync(join(cwd, "disk"));
    const script = `mount -t tmpfs -o size=16k none "$1/disk" && cd "$1"
      node "$2" export "$3" --what areas --out disk/ground.geojson; echo "code $?"; ls -A disk
      node "$2" import held.csv --out disk/war > /dev/null; echo "code $?"; ls -A disk`;
    const args = ["--mount", "sh", "-c", script, "sh", cwd, TOOL, TEMPLATE];
    const { stdout, stderr } = spawnSync("unshare", args, { encoding: "utf8" });
    expect(stderr).toBe(
      "frontline: nothing can be written to disk/ground.geojson: no space left on device (ENOSPC)\n" +
        "frontline: nothing can be written to disk/war: no space left on device (ENOSPC)\n",
    );
    expect(stdout).toBe("code 2\ncode 2\n");
  });
});

describe("a file that is being written", () => {
  it.each(["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"] as const)("is gone after %s", async (signal) => {
    const cwd = makeFolder();
    const child = spawn(process.execPath, ["--import", "tsx", WRITER, join(cwd, "much")], {
      stdio: "inherit",
    });
    const ended = once(child, "exit");
    const end = performance.now() + 20_000;
    while (readdirSync(cwd).length === 0 && performance.now() < end) await sleep(2);
    child.kill(signal);
    await ended;
    // Nobody can tidy up who is killed at once; what is left has another name.
    const left = readdirSync(cwd).map((name) => name.replace(/\d+$/, "0"));
    expect(left).toEqual(signal === "SIGKILL" ? ["much.0"] : []);
  });
});

describe("build --site", () => {
  it("never has a file of which only a part is there", async () => {
    const cwd = makeFolder();
    mkdirSync(join(cwd, "dist", "assets"), { recursive: true });
    writeFileSync(join(cwd, "dist", "index.html"), "<html><head></head></html>");
    writeFileSync(join(cwd, "dist", "assets", "large.js"), Buffer.alloc(200_000_000, "//"));
    const seen = new Set<number>();
    const looking = setInterval(() => {
      seen.add(statSync(join(cwd, "public", "assets", "large.js"), { throwIfNoEntry: false })?.size ?? -1);
    }, 1);
    const { code } = await runIn(cwd, ["build", TEMPLATE, "--site", "public"], join(cwd, "dist"));
    clearInterval(looking);
    expect(code).toBe(0);
    expect([...seen].filter((size) => size !== -1 && size !== 200_000_000)).toEqual([]);
    expect(statSync(join(cwd, "public", "assets", "large.js")).size).toBe(200_000_000);
  });
});

describe("import --out", () => {
  it("never has a file of which only a part is there", async () => {
    const cwd = makeFolder();
    writeFileSync(join(cwd, "held.csv"), "place;lat;lon;day;holder\nAlba;51;11;2020-02-06;North\n");
    writeFileSync(join(cwd, "large.bin"), Buffer.alloc(60_000_000, "much "));
    const seen = new Set<number>();
    const looking = setInterval(() => {
      seen.add(statSync(join(cwd, "war", "large.bin"), { throwIfNoEntry: false })?.size ?? -1);
    }, 1);
    await runIn(cwd, ["import", "held.csv", "large.bin", "--out", "war"]);
    clearInterval(looking);
    expect([...seen].filter((size) => size !== -1 && size !== 60_000_000)).toEqual([]);
    expect(readdirSync(join(cwd, "war")).toSorted()).toEqual(["dataset.json", "held.csv", "large.bin"]);
  });
});

describe.skipIf(process.platform !== "linux")("a folder in which the system lets nothing be made", () => {
  it.each([
    ["new", "/proc/x"],
    ["new", "/proc/self/x/y"],
    ["build", TEMPLATE, "--site", "/proc/x"],
  ])("is refused at once by %s", async (...args) => {
    const { code, err } = await runIn(makeFolder(), args, TEMPLATE);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("(ENOENT)") });
  });
});
