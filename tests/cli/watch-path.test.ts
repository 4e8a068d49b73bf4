import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { watchPath } from "../../src/cli/watch-path.ts";

// The tests wait for seconds, and so at the same time: what ends them belongs to all.
const endings: (() => unknown)[] = [];
afterAll(() => Promise.all(endings.map((end) => end())));

/** A folder "war" with a file and a folder in it, beside another of the same content. */
function makeWars(): string {
  const top = mkdtempSync(join(tmpdir(), "frontline-"));
  endings.push(() => rmSync(top, { recursive: true }));
  mkdirSync(join(top, "war", "daily"), { recursive: true });
  writeFileSync(join(top, "war", "claims.csv"), "0");
  writeFileSync(join(top, "war", "daily", "one.geojson"), "0");
  cpSync(join(top, "war"), join(top, "other"), { recursive: true });
  return top;
}

async function follow(path: string) {
  let changes = 0;
  const replaced: boolean[] = [];
  const stop = await watchPath(path, {
    onChange: () => (changes += 1),
    onReplaced: (isThere) => replaced.push(isThere),
  });
  endings.unshift(stop);
  return { replaced, count: () => changes };
}

/** Resolves to whether `isSo` becomes true within five seconds. */
async function comesTrue(isSo: () => boolean): Promise<boolean> {
  for (let end = performance.now() + 5000; performance.now() < end; ) {
    if (isSo()) return true;
    await sleep(50);
  }
  return isSo();
}

/** Whether writing to the file is noticed, once all that was done to folders before has been told. */
async function isNoticed(file: string, count: () => number): Promise<boolean> {
  await sleep(2500);
  const before = count();
  writeFileSync(file, readFileSync(file, "utf8").concat("1"));
  return comesTrue(() => count() > before);
}

describe("a watched folder", () => {
  const replacements: readonly (readonly [string, (top: string) => void | Promise<void>])[] = [
    ["was moved away and back at once", (top) => moveAwayAndBack(join(top, "war"))],
    [
      "was moved away and back later",
      async (top) => {
        renameSync(join(top, "war"), join(top, "away"));
        await sleep(1500);
        renameSync(join(top, "away"), join(top, "war"));
      },
    ],
    [
      "was deleted and made anew",
      (top) => {
        rmSync(join(top, "war"), { recursive: true });
        cpSync(join(top, "other"), join(top, "war"), { recursive: true });
      },
    ],
    [
      "was swapped for another",
      (top) => {
        renameSync(join(top, "war"), join(top, "old"));
        renameSync(join(top, "other"), join(top, "war"));
      },
    ],
    [
      "has become a link to where it was moved",
      (top) => {
        renameSync(join(top, "war"), join(top, "away"));
        symlinkSync("away", join(top, "war"));
      },
    ],
  ];

  it.concurrent.each(replacements)("that %s is followed further", async (_, replace) => {
    const top = makeWars();
    const { count } = await follow(join(top, "war"));
    await replace(top);
    expect(await isNoticed(join(top, "war", "claims.csv"), count)).toBe(true);
    expect(await isNoticed(join(top, "war", "daily", "one.geojson"), count)).toBe(true);
  });

  it.concurrent.each([
    [
      "was swapped for another",
      (top: string) => {
        renameSync(join(top, "war", "daily"), join(top, "old"));
        renameSync(join(top, "other", "daily"), join(top, "war", "daily"));
      },
    ],
    ["was moved away and back", (top: string) => moveAwayAndBack(join(top, "war", "daily"))],
  ])("with a folder in it that %s is followed further", async (_, replace) => {
    const top = makeWars();
    const { count } = await follow(join(top, "war"));
    replace(top);
    expect(await isNoticed(join(top, "war", "daily", "one.geojson"), count)).toBe(true);
  });

  it.concurrent("may be a link from the start, and the link be turned", async () => {
    const top = makeWars();
    symlinkSync("war", join(top, "link"));
    const { count, replaced } = await follow(join(top, "link"));
    expect(await isNoticed(join(top, "war", "claims.csv"), count)).toBe(true);
    unlinkSync(join(top, "link"));
    symlinkSync("other", join(top, "link"));
    expect(await isNoticed(join(top, "other", "claims.csv"), count)).toBe(true);
    expect(replaced).toEqual([true]);
  });

  it.concurrent("that goes and comes back is told of", async () => {
    const top = makeWars();
    const { replaced } = await follow(join(top, "war"));
    renameSync(join(top, "war"), join(top, "away"));
    expect(await comesTrue(() => replaced.length === 1)).toBe(true);
    renameSync(join(top, "other"), join(top, "war"));
    expect(await comesTrue(() => replaced.length === 2)).toBe(true);
    expect(replaced).toEqual([false, true]);
  });

  it.concurrent("in which a program writes without a pause is told of all the same", async () => {
    const top = makeWars();
    const { count } = await follow(join(top, "war"));
    const end = performance.now() + 6500;
    while (performance.now() < end) {
      writeFileSync(join(top, "war", "a.log"), String(performance.now()));
      await sleep(50);
    }
    expect(count()).toBeGreaterThanOrEqual(2);
    expect(count()).toBeLessThanOrEqual(4);
  });
});

describe("a watched file", () => {
  it.concurrent("is followed when it is replaced, as careful programs save", async () => {
    const top = makeWars();
    const file = join(top, "war", "claims.csv");
    const { count, replaced } = await follow(file);
    for (let round = 0; round < 2; round++) {
      writeFileSync(join(top, "passing"), "new");
      renameSync(join(top, "passing"), file);
      expect(await isNoticed(file, count)).toBe(true);
    }
    expect(replaced).toEqual([]);
  });
});

function moveAwayAndBack(path: string): void {
  renameSync(path, `${path}-away`);
  renameSync(`${path}-away`, path);
}
