import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeFolder, runIn } from "../fixtures/run-folder.ts";

const TOOL = fileURLToPath(new URL("../../tools/frontline.mjs", import.meta.url));

/** A disk of a few kilobytes, which no other program sees and which is gone with the one that made it. */
const mayMount = spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

describe("new", () => {
  it("writes a data set that validates without a warning or a note", async () => {
    const cwd = makeFolder();
    expect(await runIn(cwd, ["new", "island"])).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse((await runIn(cwd, ["validate", "island", "--json"])).out)).toEqual([]);
  });

  it("shows everything that a data set can have", async () => {
    const cwd = makeFolder();
    await runIn(cwd, ["new", "."]);
    const ask = async (...args: string[]) => JSON.parse((await runIn(cwd, [...args, ".", "--json"])).out);
    const changes: { certainty: string }[] = await ask("changes");
    expect(changes.length).toBeGreaterThan(3);
    expect(new Set(changes.map(({ certainty }) => certainty)).size).toBeGreaterThan(1);
    expect(await ask("events")).not.toHaveLength(0);
    const days: { day: string; area_km2: object; posts: { established: number } }[] = await ask("measure");
    expect(days).toHaveLength(10);
    expect(days[0]).toMatchObject({
      posts: { established: 1 },
      highways_km: { "coast-road": { outside: 0 } },
    });
    expect(days[6]).toMatchObject({ settlements: { contested: 1 } });
    expect(new Set(days.map(({ area_km2 }) => JSON.stringify(area_km2))).size).toBe(5);
  });

  it("comes with a guide that names every file, every column, every property and every member", async () => {
    const cwd = makeFolder();
    await runIn(cwd, ["new", "."]);
    const readme = readFileSync(join(cwd, "README.md"), "utf8");
    const words = new Set<string>();
    for (const file of readdirSync(cwd).filter((name) => name !== "README.md")) {
      words.add(file);
      const text = readFileSync(join(cwd, file), "utf8");
      if (file.endsWith(".csv"))
        for (const column of text.split("\n", 1)[0]?.split(",") ?? []) words.add(column);
      else JSON.parse(text, (key, value) => (words.add(key), value));
    }
    const isOwn = (word: string) =>
      !/^\d*$|^\/\/|^(type|features|geometry|coordinates|properties)$/.test(word);
    expect([...words].filter((word) => isOwn(word) && !new RegExp(`\\b${word}\\b`).test(readme))).toEqual([]);
  });

  it.skipIf(!mayMount)(
    "leaves nothing of the example in a folder, made or there, when the disk is full",
    () => {
      const cwd = makeFolder();
      const script = `mount -t tmpfs -o size=16k none "$1" && cd "$1" && mkdir there
      node "$2" new made/inner; echo "code $?"; node "$2" new there; echo "code $?"; find .`;
      const { stdout, stderr } = spawnSync("unshare", ["--mount", "sh", "-c", script, "sh", cwd, TOOL], {
        encoding: "utf8",
      });
      const reason = "no space left on device (ENOSPC)";
      expect(stderr).toBe(
        ["made/inner", "there"]
          .map((name) => `frontline: no example can be written to ${name}: ${reason}\n`)
          .join(""),
      );
      expect(stdout).toBe("code 2\ncode 2\n.\n./there\n");
    },
  );

  it("refuses a folder that has anything in it, and leaves it as it is", async () => {
    const cwd = makeFolder();
    writeFileSync(join(cwd, "mine.txt"), "mine");
    expect(await runIn(cwd, ["new", "."])).toEqual({
      code: 2,
      out: "",
      err: "frontline: . is not empty; name a new folder\n",
    });
    expect(readdirSync(cwd)).toEqual(["mine.txt"]);
    expect(await runIn(cwd, ["new", "mine.txt"])).toMatchObject({ code: 2, out: "" });
  });
});
