import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/data/problem.ts";
import { readZip, ZIP_LIMITS } from "../../src/open/zip-folder.ts";

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
    expect((await readZip(archive, "x.zip", [])?.read("a.json"))?.length).toBe(100);
  });

  it("with one damaged file still gives the others", async () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31) % 251);
    const archive = zipSync({ "a.json": strToU8("sound"), "b.json": noise });
    const start = archive.findIndex((_, index) => text(archive.subarray(index, index + 6)) === "b.json") + 6;
    archive.fill(0xff, start, start + 40);
    const folder = readZip(archive, "x.zip", []);
    expect(text((await folder?.read("a.json")) ?? new Uint8Array())).toBe("sound");
    await expect(folder?.read("b.json")).rejects.toThrow(/invalid|unexpected/);
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
