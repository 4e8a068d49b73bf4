import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/data/problem.ts";
import { makeFolder } from "../../fixtures/run-folder.ts";
import { readZip, ZIP_LIMITS } from "../../../src/data/zip/zip-folder.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const hasZip = spawnSync("zip", ["--version"]).status === 0;

/** Every file by its path, or `undefined` if anything was wrong. */
async function readEverything(archive: Uint8Array): Promise<Record<string, string> | undefined> {
  const folder = readZip(new Uint8Array(archive), "x.zip", []);
  if (!folder) return undefined;
  const found: Record<string, string> = {};
  try {
    for (const path of await folder.list()) found[path] = text(await folder.read(path));
    return found;
  } catch {
    return undefined;
  }
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a zip archive as a folder", () => {
  it("gives every file by its path, in any order and more than once", async () => {
    const folder = readZip(
      zipSync({ "a.csv": strToU8("one"), "daily/b.geojson": strToU8("two") }),
      "x.zip",
      [],
    );
    expect(await folder?.list()).toEqual(["a.csv", "daily/b.geojson"]);
    for (const path of ["daily/b.geojson", "a.csv", "daily/b.geojson"]) {
      expect(text((await folder?.read(path)) ?? new Uint8Array())).toBe(path === "a.csv" ? "one" : "two");
    }
  });

  it("reads paths that Windows wrote, and leaves out folders and what systems put in", async () => {
    const archive = zipSync({
      "set\\claims.csv": strToU8("x"),
      "set/empty/": new Uint8Array(),
      "__MACOSX/set/._claims.csv": strToU8("x"),
      "set/.DS_Store": strToU8("x"),
    });
    const folder = readZip(archive, "x.zip", []);
    expect(await folder?.list()).toEqual(["set/claims.csv"]);
    expect(text((await folder?.read("set/claims.csv")) ?? new Uint8Array())).toBe("x");
  });

  it("is refused with two files of one name, of which programs take one or the other", () => {
    const twice = zipSync({ "a.csv": strToU8("one"), "b.csv": strToU8("two") });
    for (let at = 0; at < twice.length; at++)
      if (text(twice.subarray(at, at + 5)) === "b.csv") twice[at] = "a".charCodeAt(0);
    const problems: Problem[] = [];
    expect(readZip(twice, "x.zip", problems)).toBeUndefined();
    expect(problems).toMatchObject([{ code: "damaged-archive", found: "two files called a.csv" }]);
  });

  it("is refused with a damaged name, for nobody would miss the file", () => {
    const archive = zipSync({ "war/a.csv": strToU8("one"), "war/2020-01-02.geojson": strToU8("two") });
    const at = archive.length - text(archive).length + text(archive).lastIndexOf("war/2020") + 3;
    archive[at] = ".".charCodeAt(0);
    const problems: Problem[] = [];
    expect(readZip(archive, "x.zip", problems)).toBeUndefined();
    expect(problems).toMatchObject([
      { code: "damaged-archive", found: expect.stringContaining("war.2020-01-02") },
    ]);
  });

  it("rejects a file that it does not have", async () => {
    const folder = readZip(zipSync({ "a.csv": strToU8("one") }), "x.zip", []);
    await expect(folder?.read("b.csv")).rejects.toThrow("b.csv");
  });

  it.each([
    ["more files than allowed", { ...ZIP_LIMITS, files: 1 }],
    ["a file larger than allowed", { ...ZIP_LIMITS, fileBytes: 999_999 }],
    ["more bytes in all than allowed", { ...ZIP_LIMITS, totalBytes: 1_500_000 }],
  ])("is refused, without unpacking it, for %s", (_, limits) => {
    const zeros = new Uint8Array(1_000_000);
    const problems: Problem[] = [];
    expect(
      readZip(zipSync({ "a.json": zeros, "b.json": zeros }), "bomb.zip", problems, limits),
    ).toBeUndefined();
    expect(problems).toMatchObject([{ severity: "error", file: "bomb.zip" }]);
  });

  it("never unpacks more of a file than the archive declares", async () => {
    const archive = zipSync({ "a.json": new Uint8Array(5_000_000) }, { level: 9 });
    // The size after unpacking, in the list of contents at the end: 24 bytes into its entry.
    const view = new DataView(archive.buffer, archive.byteOffset);
    let entry = archive.length - 4;
    while (view.getUint32(entry, true) !== 0x02014b50) entry -= 1;
    view.setUint32(entry + 24, 100, true);
    await expect(readZip(archive, "x.zip", [])?.read("a.json")).rejects.toThrow("damaged in the archive");
  });

  it("with one damaged file still gives the others", async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31) % 251);
    const archive = zipSync({ "a.json": strToU8("sound"), "b.json": noise });
    const start = archive.findIndex((_, index) => text(archive.subarray(index, index + 6)) === "b.json") + 6;
    archive.fill(0xff, start, start + 40);
    const folder = readZip(archive, "x.zip", []);
    expect(text((await folder?.read("a.json")) ?? new Uint8Array())).toBe("sound");
    await expect(folder?.read("b.json")).rejects.toThrow("damaged in the archive");
  });

  it("with any one bit flipped gives the same files, or tells of it", async () => {
    const files = {
      "n.csv": strToU8("id,name\n1,Upper Dun\n2,Lower Dun\n"),
      "daily/o": strToU8("o".repeat(60)),
      "daily/2.geojson": [strToU8("[1.25,2.5]"), { level: 0 as const }] satisfies [Uint8Array, object],
    };
    const archive = zipSync(files);
    const whole = await readEverything(archive);
    expect(Object.keys(whole ?? {})).toEqual(["daily/2.geojson", "daily/o", "n.csv"]);
    for (let bit = 0; bit < archive.length * 8; bit++) {
      const damaged = archive.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = await readEverything(damaged);
      // Nothing is found where the damage was told.
      expect({ bit, found: found ?? whole }).toEqual({ bit, found: whole });
    }
  });

  it("may have a program in front that unpacks it, and a comment behind", async () => {
    const archive = zipSync({ "a.csv": strToU8("one"), "b.csv": strToU8("two two two two") });
    const comment = strToU8("packed with care");
    const whole = new Uint8Array(999 + archive.length + comment.length);
    whole.set(archive, 999);
    whole.set(comment, 999 + archive.length);
    new DataView(whole.buffer).setUint16(999 + archive.length - 2, comment.length, true);
    expect(await readEverything(whole)).toEqual({ "a.csv": "one", "b.csv": "two two two two" });
  });

  it.skipIf(!hasPython)(
    "is read as Python writes it: of 64 bits, in pieces, with names in any letters",
    async () => {
      const folder = makeFolder();
      const script = `
import sys, zipfile, io
class Pipe(io.RawIOBase):
    def __init__(self, f): self.f = f
    def writable(self): return True
    def write(self, b): return self.f.write(b)
with open("long.zip", "wb") as f, zipfile.ZipFile(Pipe(f), "w", zipfile.ZIP_DEFLATED) as z:
    with z.open("معرة.csv", "w", force_zip64=True) as entry: entry.write(b"one " * 500)
    z.writestr(zipfile.ZipInfo("daily/é.json"), b"two")
    for n in range(70000): z.writestr(f"many/{n}", b"%d" % n)
`;
      execFileSync("python3", ["-c", script], { cwd: folder });
      const archive = readZip(new Uint8Array(readFileSync(join(folder, "long.zip"))), "x.zip", []);
      const read = async (path: string) => text((await archive?.read(path)) ?? new Uint8Array());
      expect(await read("معرة.csv")).toBe("one ".repeat(500));
      expect(await read("daily/é.json")).toBe("two");
      for (const number of [0, 65_533, 65_536, 69_999])
        expect(await read(`many/${number}`)).toBe(`${number}`);
      expect(await archive?.list()).toHaveLength(70_002);
    },
  );

  it.skipIf(!hasZip)("with a password is refused in words, file by file", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "a.csv"), "one two three");
    execFileSync("zip", ["-q", "-P", "secret", "a.zip", "a.csv"], { cwd: folder });
    const archive = readZip(new Uint8Array(readFileSync(join(folder, "a.zip"))), "a.zip", []);
    await expect(archive?.read("a.csv")).rejects.toThrow("protected by a password");
  });

  it("of more files than can be counted on the stack is refused in words", () => {
    const names = Array.from({ length: 140_000 }, (_, index) => [String(index), new Uint8Array()] as const);
    const problems: Problem[] = [];
    expect(readZip(zipSync(Object.fromEntries(names), { level: 0 }), "x.zip", problems)).toBeUndefined();
    expect(problems).toMatchObject([{ found: "140000 files in the archive" }]);
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["text", strToU8("id,name\n1,A\n")],
    ["half an archive", zipSync({ "a.csv": strToU8("one two three") }).subarray(0, 60)],
  ])("is refused in words if it is %s", (_, bytes) => {
    const problems: Problem[] = [];
    expect(readZip(bytes, "x.zip", problems)).toBeUndefined();
    expect(problems).toMatchObject([{ severity: "error", file: "x.zip", record: "" }]);
  });
});
