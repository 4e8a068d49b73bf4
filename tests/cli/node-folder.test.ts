import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openNodeFolder } from "../../src/cli/node-folder.ts";
import { copyMini, makeFolder, runIn } from "../fixtures/run-folder.ts";

describe("a folder on disk", () => {
  it.each([
    ["a pipe", "no regular file", (path) => execFileSync("mkfifo", [path])],
    [
      "a link to a device without an end",
      "leads out of the folder",
      (path) => symlinkSync("/dev/zero", path),
    ],
    ["a link out of the folder", "leads out of the folder", (path) => symlinkSync("../secret.csv", path)],
    [
      "a link to the folder's neighbour of like name",
      "leads out",
      (path) => symlinkSync("../mini-2/x.csv", path),
    ],
    ["a folder", "no regular file", (path) => mkdirSync(path)],
  ] satisfies [string, string, (path: string) => void][])(
    "in which %s has the name of a data file is read at once, and that is told",
    async (_, reason, put) => {
      const folder = copyMini();
      writeFileSync(join(dirname(folder), "secret.csv"), "secret");
      mkdirSync(`${folder}-2`);
      writeFileSync(join(`${folder}-2`, "x.csv"), "secret");
      rmSync(join(folder, "claims.csv"));
      put(join(folder, "claims.csv"));
      const { code, out } = await runIn(dirname(folder), ["validate", "mini", "--json"]);
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject([{ file: "claims.csv", found: expect.stringContaining(reason) }]);
    },
  );

  it("gives what a link inside it leads to, also where it is a link itself", async () => {
    const folder = copyMini();
    mkdirSync(join(folder, "real"));
    renameSync(join(folder, "claims.csv"), join(folder, "real", "claims.csv"));
    symlinkSync(join("real", "claims.csv"), join(folder, "claims.csv"));
    const link = join(makeFolder(), "link");
    symlinkSync(folder, link);
    for (const root of [folder, link, `${folder}/`, join(folder, "real", "..")])
      expect(Buffer.from(await openNodeFolder(root).read("claims.csv")).toString()).toMatch(/^id,/);
  });
});
