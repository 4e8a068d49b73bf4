import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/core/dataset.ts";
import { addDays, day } from "../../../src/core/day.ts";
import type { Progress } from "../../../src/data/folder.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import {
  box,
  collect,
  DECLARATION,
  drawArea,
  drawDay,
  type Files,
  PLACES,
  SMALL_WAR,
} from "../../fixtures/small-war.ts";

const load = (files: Files) => loadDataset(folderFromTexts(files));

function declareControl(control: unknown, more: Readonly<Record<string, unknown>> = {}): Files {
  const files = { ...DECLARATION.files, control };
  return { "dataset.json": JSON.stringify({ ...DECLARATION, ...more, files }), "places.csv": PLACES };
}

function sidesOn(dataset: Dataset | undefined, date: string): (string | undefined)[] {
  return (dataset?.settlements ?? []).map(({ position }) => dataset?.control.findSide(position, day(date)));
}

describe("a folder with one GeoJSON for each day", () => {
  it("is read in order of day, and tells the span of the story", async () => {
    const { dataset, problems } = await load(SMALL_WAR);
    expect(problems).toEqual([]);
    expect([dataset?.firstDay, dataset?.lastDay, dataset?.defaultDay]).toEqual([
      "2024-01-01",
      "2024-01-03",
      "2024-01-01",
    ]);
    expect(sidesOn(dataset, "2024-01-01")).toEqual(["red", "blue", "blue", "blue"]);
    expect(sidesOn(dataset, "2024-01-03")).toEqual(["red", "red", "red", "blue"]);
  });

  it("may have its days anywhere in the names, and its files in folders", async () => {
    const { dataset, problems } = await load({
      ...declareControl("control/days"),
      "control/days/2024/01/deepmap_20240101_v2.geojson": drawDay(31),
      "control/days/2024_01_02.json": drawDay(32),
      "control/days/2024/01/03.geojson": drawDay(33),
      "control/days/README.md": "The 2024-01-09 is missing.",
    });
    expect(problems).toEqual([]);
    expect(dataset?.control.phases.map(({ from }) => from)).toEqual([
      "2024-01-01",
      "2024-01-02",
      "2024-01-03",
    ]);
  });

  it("may tell its days in a property, of the features or of the collection, by a name of its own", async () => {
    const withDate = (border: number, date: string) => {
      const { features } = JSON.parse(drawDay(border)) as { features: { properties: object }[] };
      return collect(...features.map((it) => ({ ...it, properties: { ...it.properties, stand: date } })));
    };
    const { dataset, problems } = await load({
      ...declareControl({ path: "daily", properties: { date: "stand" } }),
      "daily/b.geojson": withDate(31, "2024-01-01"),
      "daily/a.geojson": withDate(32, "2024-01-02T12:00:00Z"),
      "daily/c.geojson": JSON.stringify({ stand: "2024-01-03", ...JSON.parse(drawDay(33)) }),
    });
    expect(problems).toEqual([]);
    expect(sidesOn(dataset, "2024-01-02")).toEqual(["red", "red", "blue", "blue"]);
    expect(sidesOn(dataset, "2024-01-03")).toEqual(["red", "red", "red", "blue"]);
  });

  it("marks days without a file as missing and fills nothing in", async () => {
    const { "daily/2024-01-02.geojson": _, ...files } = SMALL_WAR;
    const { dataset, problems } = await load(files);
    expect(problems).toMatchObject([{ severity: "warning", file: "daily", found: "no area on 2024-01-02" }]);
    expect(dataset?.control.findPhase(day("2024-01-02"))).toBe(-1);
    expect(sidesOn(dataset, "2024-01-02")).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("marks a day whose file cannot be read as missing and keeps the others", async () => {
    const { dataset, problems } = await load({ ...SMALL_WAR, "daily/2024-01-02.geojson": "{" });
    expect(problems.map(({ file, line, column }) => [file, line, column])).toEqual([
      ["daily/2024-01-02.geojson", 1, 2],
      ["daily", undefined, undefined],
    ]);
    expect(dataset?.control.phases).toHaveLength(2);
  });

  it("takes the eve of the story and leaves out days outside it", async () => {
    const { dataset } = await load({
      ...SMALL_WAR,
      ...declareControl("daily", { first_day: "2024-01-02", last_day: "2024-01-02" }),
    });
    expect(dataset?.control.phases.map(({ from }) => from)).toEqual(["2024-01-01", "2024-01-02"]);
  });

  it("is read by foreign names and values, of one side only, the rest being the default side's", async () => {
    const occupied = (border: number) =>
      collect(
        { ...drawArea("x", box(30, 46, border, 48).toReversed()), properties: { status: "Occupied" } },
        { ...drawArea("x", box(33, 46, 34, 47.5)), properties: { status: "unclear" } },
        { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [30, 46, 0] } },
      );
    const { dataset, problems, notes } = await load({
      ...declareControl(
        {
          path: "daily",
          properties: { side: "status" },
          values: { side: { Occupied: "red", unclear: null } },
        },
        { default_side: "blue" },
      ),
      "daily/2024-01-01.geojson": occupied(31),
      "daily/2024-01-02.geojson": occupied(32),
    });
    expect(problems).toEqual([]);
    expect(notes.map(({ file, found }) => [file, found])).toEqual([
      ["daily", "2 rings wound against the rule"],
      ["daily", "2 features with a value that stands for none"],
      ["daily", "2 features drawn as points"],
    ]);
    expect(sidesOn(dataset, "2024-01-02")).toEqual(["red", "red", "blue", "blue"]);
  });

  it("counts a day as missing if any of its areas is lost: the others would show the lost ground as somebody else's", async () => {
    const half = collect(drawArea("red", box(30, 46, 32, 48)), drawArea("nobody", box(33, 46, 34, 48)));
    const { dataset, problems } = await load({ ...SMALL_WAR, "daily/2024-01-02.geojson": half });
    expect(problems.map(({ severity, found }) => [severity, found])).toEqual([
      ["error", 'side "nobody"'],
      ["warning", "no area on 2024-01-02"],
    ]);
    expect(dataset?.control.phases).toEqual([
      { from: "2024-01-01", to: "2024-01-02" },
      { from: "2024-01-03", to: "2024-01-04" },
    ]);
  });

  it("names every missing day, however many there are", async () => {
    const dates = Array.from({ length: 60 }, (_, index) => addDays(day("2024-01-01"), index * 2));
    const files = Object.fromEntries(dates.map((date) => [`daily/${date}.geojson`, drawDay(32)]));
    const { problems } = await load({ ...declareControl("daily"), ...files });
    expect(problems.map(({ found }) => found)).toEqual(
      dates.slice(1).map((date) => `no area on ${addDays(date, -1)}`),
    );
  });

  it("may have one side in very many pieces", async () => {
    const squares = Array.from({ length: 20_000 }, (_, index) => {
      const [x, y] = [30 + (index % 200) / 50, 46 + Math.floor(index / 200) / 50];
      return drawArea("red", box(x, y, x + 0.01, y + 0.01));
    });
    const { dataset, problems } = await load({
      ...declareControl("daily"),
      "daily/2024-01-01.geojson": collect(...squares),
    });
    expect(problems).toEqual([]);
    expect(dataset?.control.tables.links.from.length).toBe(80_000);
  });

  it("has its likes counted: twenty in full, then how many more", async () => {
    const unknown = (name: string) =>
      collect(drawArea("red", box(30, 46, 32, 48)), drawArea(name, box(33, 46, 34, 48)));
    const days = Array.from({ length: 30 }, (_, index) => `2024-01-${String(index + 1).padStart(2, "0")}`);
    const files = Object.fromEntries(
      days.map((date) => [`daily/${date}.geojson`, unknown(`side of ${date}`)]),
    );
    const loaded = await load({ ...declareControl("daily"), ...files });
    const problems = loaded.problems.filter(({ file }) => file.startsWith("daily"));
    expect(problems).toHaveLength(21);
    expect(problems[0]).toMatchObject({ file: "daily/2024-01-01.geojson", line: 3, column: 1, count: 1 });
    expect(problems[20]).toMatchObject({ file: "daily", line: undefined, count: 10 });
    expect(problems[20]?.found).toBe('10 more like this, the first side "side of 2024-01-21"');
  });

  it("tells of a crossing on the first day that has it only", async () => {
    const bowtie = drawArea("red", [
      [30, 46],
      [32, 48],
      [32, 46],
      [30, 48],
      [30, 46],
    ]);
    const blue = (east: number) => drawArea("blue", box(33, 46, east, 48));
    const { problems } = await load({
      ...SMALL_WAR,
      "daily/2024-01-02.geojson": collect(bowtie, blue(33.5)),
      "daily/2024-01-03.geojson": collect(bowtie, blue(34)),
    });
    expect(problems.map(({ file }) => file)).toEqual(["daily/2024-01-02.geojson"]);
  });
});

describe("opening", () => {
  it("tells how far it is and how many problems it has found", async () => {
    const told: Progress[] = [];
    await loadDataset(folderFromTexts(SMALL_WAR), { onProgress: (progress) => told.push(progress) });
    expect(told[0]).toEqual({ stage: "reading", done: 0, total: 1, problems: 0 });
  });

  it("rejects with the reason once it is aborted, though files are at hand at once", async () => {
    const days = Array.from({ length: 3000 }, (_, index) =>
      new Date(1e12 + index * 864e5).toISOString().slice(0, 10),
    );
    const files = Object.fromEntries(
      days.map((date, index) => [`daily/${date}.geojson`, drawDay(31 + index / 5000)]),
    );
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 100);
    const opening = loadDataset(folderFromTexts({ ...SMALL_WAR, ...files }), { signal: controller.signal });
    await expect(opening).rejects.toThrow("enough");
  });

  it("survives a folder that cannot be listed or read", async () => {
    const refuse = () => Promise.reject(new Error("permission denied"));
    const { dataset, problems } = await loadDataset({ list: refuse, read: refuse });
    expect(dataset).toBeUndefined();
    expect(problems).toMatchObject([{ found: "no readable file (permission denied)" }]);
  });
});
