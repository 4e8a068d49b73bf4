import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, it } from "vitest";
import { buildAtlas } from "../../../src/core/atlas.ts";
import { exportText, openMini } from "../../fixtures/exported.ts";
import { alterMini, loadMini } from "../../fixtures/mini.ts";
import { nameDataFile } from "../../../src/export/data/make-data.ts";
import { runMini } from "../../fixtures/run-mini.ts";

function readTable(text: string): Record<string, string>[] {
  return papaparse.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
}

describe("CSV", () => {
  it("begins with the mark by which spreadsheets know UTF-8, and ends its lines as RFC 4180 has it", async () => {
    const text = await exportText(await openMini(), "changes", "csv");
    expect(text.startsWith("\uFEFFdate,")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("has what the command changes prints, the position, and whose work each row is", async () => {
    const rows = readTable(await exportText(await openMini(), "changes", "csv"));
    const { out } = await runMini(["changes", "mini", "--csv"]);
    const printed = papaparse.parse<Record<string, string>>(out.trimEnd(), { header: true }).data;
    expect(printed.length).toBe(2);
    expect(rows).toEqual(
      printed.map((row) => ({
        ...row,
        lng: "12",
        lat: "52",
        citations: "First document. A press, 2020. https://example.org/1",
        licence: "CC0",
        credits: "Nobody",
      })),
    );
  });

  it("gives back every text, with no formula among the cells and no two rows made of one", async () => {
    const text = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom("=", "+", "-", "@", '"', ",", ";", "\n", "\r", "ڵ", "\u200F", "🚩"),
          fc.string({ minLength: 1, maxLength: 1 }),
        ),
      })
      .filter((made) => !/[^\P{Cc}\t\n\r]/u.test(made));
    await fc.assert(
      fc.asyncProperty(text, async (summary) => {
        const { dataset } = await loadMini();
        if (!dataset) throw new Error("The mini data set was not read");
        const [figure] = dataset.figures;
        if (!figure) throw new Error("The mini data set has no figure");
        const altered = { ...dataset, figures: [{ ...figure, summary }] };
        const written = await exportText(buildAtlas(altered), "figures", "csv");
        const rows = papaparse.parse<string[]>(written.slice(1, -2), { newline: "\r\n" }).data;
        expect(rows).toHaveLength(2);
        const cell = rows[1]?.[rows[0]?.indexOf("summary") ?? -1] ?? "";
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        // An apostrophe is put in front of what would be a formula.
        const strip = (value: string) => value.replaceAll("'", "");
        expect(strip(cell)).toBe(strip(summary));
      }),
      { numRuns: 60 },
    );
  });

  it("of settlements says of each day what the command status does, in no more rows than it takes", async () => {
    const atlas = await openMini();
    const rows = readTable(await exportText(atlas, "settlements", "csv"));
    for (const today of atlas.days) {
      const { out } = await runMini(["status", "mini", "--day", today, "--json"]);
      const told = rows.filter((row) => (row["from_day"] ?? "") <= today && today <= (row["to_day"] ?? ""));
      const pick = ({ id, control, by }: Record<string, string>) => [id, control, by];
      expect(told.map(pick).toSorted()).toEqual(JSON.parse(out).settlements.map(pick).toSorted());
    }
    expect(rows.filter(({ id }) => id === "middle")).toHaveLength(3);
    expect(rows.filter(({ id }) => id === "west")).toHaveLength(1);
  });
});

describe("JSON", () => {
  it("has the records that the commands print, under what the file says of itself", async () => {
    for (const [kind, args] of [
      ["figures", ["figures", "mini", "--json"]],
      ["events", ["events", "mini", "--json"]],
      ["history", ["history", "middle", "mini", "--json"]],
    ] as const) {
      const { records, licence, sources } = JSON.parse(
        await exportText(await openMini(), kind, "json", { settlement: "middle" }),
      );
      expect(records).toEqual(JSON.parse((await runMini(args)).out));
      expect(licence).toBe("CC0");
      expect(sources.map(({ id }: { id: string }) => id)).toEqual(["d1", "d2"]);
    }
  });
});

describe("the name of a file", () => {
  it("is made of letters of any script, digits and hyphens", async () => {
    const atlas = await openMini(
      alterMini("dataset.json", '"Mini story"', JSON.stringify("../a\\b: \u202Eەڵڕێ 🚩 = Київ")),
    );
    const { firstDay: from, lastDay: to } = atlas.dataset;
    expect(nameDataFile(atlas, { kind: "areas", format: "gpkg", from, to })).toBe(
      "a-b-ەڵڕێ-київ-areas-2020-01-01-to-2020-01-04.gpkg",
    );
    expect(
      nameDataFile(atlas, { kind: "history", format: "csv", from, to: from, settlement: "middle" }),
    ).toBe("a-b-ەڵڕێ-київ-history-middle-2020-01-01.csv");
  });
});
