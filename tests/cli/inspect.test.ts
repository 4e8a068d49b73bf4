import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { stampProvenance } from "../../src/export/provenance/provenance.ts";
import { LOSSY_WEBP, PNG, PROVENANCE } from "../export/pictures.ts";
import { runMini } from "../fixtures/run-mini.ts";

const folder = mkdtempSync(join(tmpdir(), "inspect-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe("inspect", () => {
  it("prints as JSON all that a picture says of itself, null where it says nothing", async () => {
    const { permalink: _, datasetHash: __, comparedDay: ___, licence: ____, ...least } = PROVENANCE;
    const whole = write("whole.png", stampProvenance(PNG, "image/png", PROVENANCE));
    const { code, out, err } = await runMini(["inspect", whole, "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const record = {
      dataset_title: PROVENANCE.datasetTitle,
      dataset_hash: PROVENANCE.datasetHash,
      day: "2020-02-06",
      compared_day: "2020-01-20",
      address: PROVENANCE.address,
      permalink: PROVENANCE.permalink,
      language: "ar",
      sources: PROVENANCE.sources,
      licence: PROVENANCE.licence,
      version: "0.1.0",
    };
    expect(JSON.parse(out)).toEqual(record);
    const small = write("small.webp", stampProvenance(LOSSY_WEBP, "image/webp", least));
    expect(JSON.parse((await runMini(["inspect", "--json", small])).out)).toEqual({
      ...record,
      dataset_hash: null,
      compared_day: null,
      permalink: null,
      licence: null,
    });
  });

  it("prints lines for people, which steer no terminal", async () => {
    const sources = ["One", "\u202eTwo\u001b[31m"];
    const path = write("map.png", stampProvenance(PNG, "image/png", { ...PROVENANCE, sources }));
    const { out } = await runMini(["inspect", path]);
    expect(out).toContain("Day           2020-02-06\n");
    expect(out).toContain("Sources       One\n              <U+202E>Two\uFFFD[31m\n");
  });

  it.each([
    ["a picture without provenance", "bare.png", PNG, "picture-without-provenance"],
    ["a picture cut off", "cut.png", PNG.subarray(0, 40), "damaged-picture"],
    ["a text", "map.txt", Buffer.from("no picture"), "unknown-picture"],
    ["nothing at all", "empty.png", new Uint8Array(), "unknown-picture"],
  ])("of %s exits 1 and tells one problem", async (_, name, bytes, code) => {
    const path = write(name, bytes);
    const run = await runMini(["inspect", path]);
    expect(run).toEqual({ code: 1, out: "", err: expect.stringContaining(`[${code}]\n`) });
    expect(run.err.split("\n")).toHaveLength(2);
    expect(run.err).toMatch(/: found .+; expected .+; .+ \[/);
  });

  it("of a file that is not there, a folder, a pipe that nobody writes to or one too large exits 1", async () => {
    const pipe = join(folder, "pipe.png");
    execFileSync("mkfifo", [pipe]);
    for (const path of [join(folder, "none.png"), folder, pipe])
      expect(await runMini(["inspect", path])).toMatchObject({
        code: 1,
        err: expect.stringContaining("[file-missing]"),
      });
    const large = write("large.png", PNG);
    execFileSync("truncate", ["--size=3G", large]);
    expect((await runMini(["inspect", large])).err).toContain("[file-too-large]");
  });

  it.each([
    ["no picture", ["inspect"], "inspect needs the name of a picture or PDF"],
    ["two pictures", ["inspect", "a.png", "b.png"], "too many arguments (b.png)"],
    ["CSV", ["inspect", "a.png", "--csv"], "inspect takes no option --csv"],
  ])("with %s is a wrong call", async (_, args, message) => {
    const run = await runMini(args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(`frontline: ${message}`);
  });
});
