import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/data/edit/edit.ts";
import { readImports } from "../../src/import/meaning/imports.ts";
import { createEditJob } from "../../src/open/edit-job.ts";
import { addTo } from "../fixtures/claim-edit.ts";
import { MINI_FILES, readMini } from "../fixtures/mini.ts";

const toFiles = (contents: Readonly<Record<string, string>>) =>
  Object.entries(contents).map(([path, text]) => ({ path, file: new File([text], path) }));

describe("a data set under change", () => {
  it("gives the files that differ from those saved, by their paths from what was opened, undone ones included", async () => {
    const job = createEditJob({ readImports });
    const mini = Object.fromEntries(MINI_FILES.map((file) => [`all/war/${file}`, readMini(file)]));
    expect(await job.begin(toFiles(mini))).toMatchObject({ kind: "begun", isCopy: false });
    const one = addTo("west");
    const two = addTo("middle", { summary: "Again." });
    const read = async (edits: readonly Edit[], saved: readonly Edit[]) =>
      (await job.listChanged(edits, saved)).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]);
    const rows = readMini("claims.csv");
    const first = "c4,west,captured,,red,,2020-01-03,2020-01-03,,,,d1,,,,,Taken.\n";
    const second = "c5,middle,captured,,red,,2020-01-03,2020-01-03,,,,d1,,,,,Again.\n";
    expect(await read([one, two], [])).toEqual([["all/war/claims.csv", rows + first + second]]);
    expect(await read([one], [one, two])).toEqual([["all/war/claims.csv", rows + first]]);
    expect(await read([], [one])).toEqual([["all/war/claims.csv", rows]]);
    expect(await read([one], [one])).toEqual([]);
    // Adding what breaks a rule changes nothing.
    expect(await job.apply([addTo("atlantis")])).toMatchObject({
      kind: "refused",
      problems: [{ code: "unknown-settlement" }],
    });
    expect((await job.apply([one, two])).kind).toBe("applied");
  });

  it("is a copy in the program's own form where files were imported, which themselves stay", async () => {
    const columns = { place: "place", day: "day", side: "holder" };
    const declaration = {
      format: "frontline-atlas/1",
      title: "Imported",
      sides: [{ id: "north" }, { id: "south" }],
      imports: {
        sheets: [{ from: "control.csv", kind: "held-places", columns, day_order: "day-month" }],
        sides: { North: "north", South: "south" },
      },
    };
    const table = [
      "place;lat;lon;day;holder",
      "Alba;51;11;06.02.2020;North",
      "Alba;51;11;13.02.2020;South",
    ].join("\n");
    const files = toFiles({ "dataset.json": JSON.stringify(declaration), "control.csv": table });
    const job = createEditJob({ readImports });
    expect(await job.begin(files)).toMatchObject({ kind: "begun", isCopy: true });
    const all = await job.listAll([]);
    const textOf = (list: typeof all, path: string) =>
      new TextDecoder().decode(list.find((file) => file.path === path)?.bytes);
    const settlements = textOf(all, "imported/settlements.csv").split("\n");
    const id = settlements[1]?.split(",")[settlements[0]?.split(",").indexOf("id") ?? 0] ?? "";
    const edit = addTo(id, { firstDay: "2020-02-10", side: "south", source: "" });
    expect((await job.apply([edit])).kind).toBe("applied");
    const after = await job.listAll([edit]);
    expect(textOf(after, "control.csv")).toBe(table);
    expect(textOf(after, "imported/claims.csv").split("\n")).toHaveLength(
      textOf(all, "imported/claims.csv").split("\n").length + 1,
    );
    expect(JSON.parse(textOf(after, "dataset.json"))).not.toHaveProperty("imports");
    // It opens again without its makers.
    const again = createEditJob({});
    const saved = after.map(({ path, bytes }) => ({ path, file: new File([new Uint8Array(bytes)], path) }));
    expect(await again.begin(saved)).toMatchObject({ kind: "begun", isCopy: false });
  });
});
