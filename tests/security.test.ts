import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(`${ROOT}${path}`, "utf8");

/** The rows of the table of threats in SECURITY.md. */
const rows = read("SECURITY.md")
  .split("\n")
  .filter((line) => /^\| (?!threat|---)/.test(line))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));

describe("SECURITY.md", () => {
  it("names for each threat what holds, and a test", () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows)
      expect(row).toEqual([
        expect.any(String),
        expect.any(String),
        expect.stringMatching(/^`tests\/.+`: ".+"$/),
      ]);
  });

  it.each(rows.map(([threat, , shown]) => [threat, shown]))(
    "has a test that is there against %s",
    (_, shown = "") => {
      const [, path = "", name = ""] = /^`(.+)`: "(.+)"$/.exec(shown) ?? [];
      expect(existsSync(`${ROOT}${path}`), path).toBe(true);
      // As the title of a test, and nowhere else.
      const titles = [
        ...read(path).matchAll(/(?:\bit|\btest)(?:\.\w+(?:\([^]*?\))?)*\(\s*"((?:[^"\\]|\\.)*)"/g),
      ].map(([, title]) => title);
      expect(
        titles.some((title) => title?.startsWith(name)),
        `${path}: ${name}`,
      ).toBe(true);
    },
  );

  it("leads only to files that are there", () => {
    const links = [...read("SECURITY.md").matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(`${ROOT}${link}`))).toEqual([]);
  });
});
