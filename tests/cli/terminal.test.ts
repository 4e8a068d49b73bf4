import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { formatJson } from "../../src/cli/format.ts";
import { openContainer, packParts } from "../../src/data/compiled/container.ts";
import { writeCsv } from "../../src/data/text/write-csv.ts";
import { copyMini, makeFolder, runIn } from "../fixtures/run-folder.ts";

/** Clears the screen, in 7 and in 8 bits; deletes a letter; turns the reading direction; is not seen. */
const EVIL = "\u001B[2J\u009B2J\u007F\u202E\u2066\u200B";
// oxlint-disable-next-line no-control-regex -- that is what is looked for
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;
const MARKS = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF]/;

const COMMANDS = [
  ["validate"],
  ["changes"],
  ["events"],
  ["figures"],
  ["measure"],
  ["history", "middle"],
  ["history", `no${EVIL}place`],
  ["status", "--day", "2020-01-02"],
  ["build", "--out", "again"],
  ["conquer", EVIL],
];
const FORMATS = [[], ["--json"], ["--csv"]];

async function expectHarmless(cwd: string, data: string): Promise<void> {
  for (const command of COMMANDS)
    for (const format of FORMATS) {
      const { out, err } = await runIn(cwd, [...command, data, ...format]);
      const call = [...command, ...format].join(" ");
      expect({ call, found: CONTROLS.exec(out + err) }).toEqual({ call, found: null });
      if (format[0] === "--csv") continue;
      expect({ call, found: MARKS.exec(out + err) }).toEqual({ call, found: null });
      expect({ call, lines: (out + err).split("\n").filter((line) => line.startsWith("FAKE")) }).toEqual({
        call,
        lines: [],
      });
    }
}

/** The mini data set with evil in every text of its records, in the names of its files and of its folder. */
function copyEvil(): string {
  const folder = copyMini();
  const evil = JSON.stringify(EVIL).slice(1, -1);
  const file = join(folder, "dataset.json");
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text
      .replaceAll(/"(short_name|name|title|en)": "/g, (found) => `${found}${evil}\\nFAKE `)
      .replaceAll(/"name":"/g, (found) => `${found}${evil}`)
      .replace('"claims.csv"', `"${evil}.csv"`),
  );
  renameSync(join(folder, "claims.csv"), join(folder, `${EVIL}.csv`));
  for (const name of ["events.csv", "figures.csv", `${EVIL}.csv`]) {
    const [head = "", ...rows] = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
    const cells = rows.map((row) => row.replaceAll(/,(?=[A-Z])/g, `,${EVIL}`));
    writeFileSync(join(folder, name), [head, ...cells, `${EVIL}bad,row`, ""].join("\n"));
  }
  return folder;
}

describe("what is printed", () => {
  it("of a folder steers no terminal, whatever its texts and names are", async () => {
    const folder = copyEvil();
    const { out } = await runIn(dirname(folder), ["validate", "mini"]);
    expect(out).toContain("<U+001B>[2J<U+009B>2J<U+007F><U+202E><U+2066><U+200B>");
    await expectHarmless(dirname(folder), "mini");
    const named = `mini${EVIL}\nFAKE`;
    cpSync(folder, join(dirname(folder), named), { recursive: true });
    await expectHarmless(dirname(folder), named);
    const { out: written } = await runIn(dirname(folder), ["build", named]);
    expect(written).not.toMatch(CONTROLS);
  });

  it("of a compiled file that somebody made up does neither", async () => {
    const folder = copyMini();
    const cwd = dirname(folder);
    await runIn(cwd, ["build", "mini", "--out", "mini.frontline"]);
    const container = openContainer(new Uint8Array(readFileSync(join(cwd, "mini.frontline"))));
    const parts = new Map(await container.read());
    const text = new TextDecoder().decode(parts.get("records"));
    const evil = JSON.stringify(`${EVIL}\nFAKE `).slice(1, -1);
    const changed = text
      // Ids and words of a vocabulary cannot be made up: the file would be refused.
      .replaceAll(
        /"(source|name|attribution|actor|basis|unit|concerns|spelling|summary|title|note|en)":"/g,
        (found) => `${found}${evil}`,
      )
      .replace(
        '"problems":[]',
        `"problems":[{"severity":"error","code":"wrong-value","member":"${evil}","file":"${evil}","record":"${evil}","found":"${evil}","expected":"${evil}","remedy":"${evil}","count":1}]`,
      );
    expect(changed).not.toBe(text);
    parts.set("records", new TextEncoder().encode(changed));
    writeFileSync(join(cwd, "evil.frontline"), await packParts(container.format, parts));
    expect((await runIn(cwd, ["validate", "evil.frontline"])).out).toContain("<U+001B>[2J");
    await expectHarmless(cwd, "evil.frontline");
    expect(readdirSync(cwd)).not.toContain("again");
  });

  it("by new names the folder so that it steers no terminal", async () => {
    const { code, out, err } = await runIn(makeFolder(), ["new", `a${EVIL}`]);
    expect(code).toBe(0);
    expect(out + err).not.toMatch(CONTROLS);
    expect(out + err).not.toMatch(MARKS);
  });
});

describe("JSON", () => {
  it("is read back as it was, and has nothing in it that is not seen", () => {
    const evil = fc.constantFrom(...EVIL, "\u{E0041}", "\uD83D", "\u2028", "س", "\\", '"', "\n");
    fc.assert(
      fc.property(fc.array(fc.oneof(evil, fc.string({ unit: "binary" }))), (texts) => {
        const json = formatJson(texts);
        expect(JSON.parse(json)).toEqual(texts);
        expect(json).not.toMatch(/[^\P{C}\n\p{Cn}\p{Co}]/u);
      }),
    );
  });
});

describe("CSV", () => {
  it("has no formula for programs that part cells by commas, semicolons or tabs", () => {
    const letters = fc.constantFrom(..."=+-@＝＋－＠;,\t\r\n\"' a1");
    const cell = fc.array(letters, { maxLength: 8 }).map((found) => found.join(""));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 3 }), (rows) => {
        const text = writeCsv(["one", "two", "three"], rows, "\n");
        for (const delimiter of [",", ";", "\t"]) {
          const { data } = papaparse.parse<string[]>(text, { delimiter, newline: "\n" });
          const formulas = data.flat().filter((found) => /^[=+\-@＝＋－＠]/.test(found));
          expect({ delimiter, text, formulas }).toEqual({ delimiter, text, formulas: [] });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves texts alone that begin no formula", () => {
    expect(writeCsv(["a"], [["x=1; y - 2, z@w"], [-5], ["سراقب"], ["two\nlines\tand a tab"]], "\n")).toBe(
      'a\n"x=1; y - 2, z@w"\n-5\nسراقب\n"two\nlines\tand a tab"',
    );
  });
});
