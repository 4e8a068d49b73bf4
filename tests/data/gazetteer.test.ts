import { readdir, readFile } from "node:fs/promises";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { area } from "@turf/area";
import { polygon } from "@turf/helpers";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { buildAtlas, findControl, findDayWithChanges, listChangesOn } from "../../src/core/atlas.ts";
import { listContents } from "../../src/core/contents.ts";
import { day } from "../../src/core/day.ts";
import { summariseDay } from "../../src/core/measure/day-summary.ts";
import type { WorldCell } from "../../src/core/world-cells.ts";
import { readCompiled, writeCompiled } from "../../src/data/compiled/compiled.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { describeDay } from "../../src/words/day-sentence.ts";
import { loadWords, wordsOf } from "../../src/words/index.ts";
import { readWorldCell } from "../../src/cli/read-world-cell.ts";
import { folderFromTexts } from "../fixtures/folder-of.ts";

function box(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** West of Cyprus for two days, then to 33.1 degrees east for two more. */
const [EARLY, LATE] = [box(32, 34.4, 32.6, 35.3), box(32, 34.4, 33.1, 35.3)];

function draw(side: string, ring: Position[], from: string, to: string) {
  const geometry = { type: "Polygon", coordinates: [ring] };
  return { type: "Feature", properties: { side, from, to }, geometry };
}

const AREAS = JSON.stringify({
  type: "FeatureCollection",
  features: [
    draw("west", EARLY, "2024-01-01", "2024-01-03"),
    draw("west", LATE, "2024-01-03", "2024-01-05"),
    draw("east", box(33.2, 34.4, 34, 35.3), "2024-01-01", "2024-01-05"),
  ],
});

const DECLARATION = {
  format: "frontline-atlas/1",
  title: "Island",
  sides: [
    { id: "west", name: "the West" },
    { id: "east", name: "the East" },
  ],
  files: { control: "areas.geojson" },
};

const folderOf = (members: object, files: Readonly<Record<string, string>> = {}) =>
  folderFromTexts({
    "dataset.json": JSON.stringify({ ...DECLARATION, ...members }),
    "areas.geojson": AREAS,
    ...files,
  });

async function open(members: object = {}, files: Readonly<Record<string, string>> = {}) {
  const loaded = await loadDataset(folderOf(members, files), { readWorldCell });
  if (!loaded.dataset) throw new Error("nothing to show");
  return { ...loaded, dataset: loaded.dataset, atlas: buildAtlas(loaded.dataset) };
}

/** All places that the cells of the world's map have, read without our own code. */
async function listAllPlaces() {
  const folder = new URL("../../geodata/world/cells/", import.meta.url);
  const names = await readdir(folder);
  const cells = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8")) as WorldCell),
  );
  return cells.flatMap(({ places }) =>
    places.map(([x, y, , name]) => ({ name, position: [x / 1000, y / 1000] })),
  );
}

describe("areas without settlements", () => {
  it("get the places of the gazetteer that lie in an area on any day, and no others", async () => {
    const { dataset, notes } = await open();
    const drawn = [LATE, box(33.2, 34.4, 34, 35.3)].map((ring) => polygon([ring]));
    const wanted = (await listAllPlaces()).filter(({ position }) =>
      drawn.some((shape) => booleanPointInPolygon(position, shape)),
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(dataset.settlements.map(({ name }) => name).toSorted()).toEqual(
      wanted.map(({ name }) => name).toSorted(),
    );
    expect(new Set(dataset.settlements.map(({ id }) => id)).size).toBe(wanted.length);
    expect(dataset.settlements.map(({ id }) => id)).toContain("polis");
    expect(dataset.gazetteer).toBe("GeoNames");
    expect(dataset.credits.join()).toContain("GeoNames (CC BY 4.0)");
    expect(notes.map(({ code }) => code)).toContain("places-lent");
  });

  it("tell who holds these and since when, as no document does", async () => {
    const { atlas } = await open();
    // Limassol, at 33.04 degrees east; Paphos, at 32.42.
    expect(findControl(atlas, "limassol", day("2024-01-02"))).toMatchObject({ kind: "unknown" });
    expect(findControl(atlas, "limassol", day("2024-01-03"))).toMatchObject({ kind: "held", by: "west" });
    expect(findControl(atlas, "paphos", day("2024-01-02"))).toMatchObject({ kind: "held", by: "west" });
    const change = listChangesOn(atlas, day("2024-01-03")).find(
      ({ settlement }) => settlement === "limassol",
    );
    expect(change).toMatchObject({ certainty: "inferred", to: "west", claims: [] });
  });

  it("say in square kilometres what changed hands, and then whose the places are", async () => {
    const { atlas, dataset } = await open();
    const km2 = (area(polygon([LATE])) - area(polygon([EARLY]))) / 1e6;
    const summary = summariseDay(atlas, day("2024-01-03"));
    if (summary.kind === "missing") throw new Error("the day is known");
    expect(summary.ground?.gains).toHaveLength(1);
    expect(summary.ground?.gains[0]?.km2).toBeCloseTo(km2, 3);
    const said = describeDay(summary, dataset, wordsOf("en"));
    expect(said).toContain(`Ground changed hands: the West +${Math.round(km2).toLocaleString("en")} km².`);
    expect(said).toContain("changed hands (of the gazetteer GeoNames, not of the data set): the West +");
    const quiet = describeDay(summariseDay(atlas, day("2024-01-02")), dataset, wordsOf("en"));
    expect(quiet).toBe("No ground is recorded as changing hands on this day.");
    const arabic = await loadWords("ar");
    expect(describeDay(summary, dataset, arabic)).toMatch(/^تغيّرت السيطرة على أراضٍ.*GeoNames/);
  });

  it("lead to the days on which ground changed hands", async () => {
    const { atlas } = await open({ gazetteer: "none" });
    expect(findDayWithChanges(atlas, day("2024-01-01"), 1)).toBe("2024-01-03");
    expect(findDayWithChanges(atlas, day("2024-01-03"), 1)).toBeUndefined();
    expect(findDayWithChanges(atlas, day("2024-01-04"), -1)).toBe("2024-01-03");
  });

  it("have no places where these are not wanted, and speak of ground alone", async () => {
    const { atlas, dataset, notes } = await open({ gazetteer: "none" });
    expect(listContents(dataset)).toEqual({ hasGround: true, hasPlaces: false, isOfGround: true });
    expect(dataset.credits).toEqual([]);
    expect(notes.map(({ code }) => code)).not.toContain("places-lent");
    const said = describeDay(summariseDay(atlas, day("2024-01-03")), dataset, wordsOf("en"));
    expect(said).toMatch(/^Ground changed hands: the West \+[\d,]+ km²\.$/);
  });

  it("keep through the compiled form whose the places are", async () => {
    const loaded = await open();
    const { dataset } = await readCompiled(await writeCompiled(loaded));
    expect(dataset.gazetteer).toBe("GeoNames");
    expect(dataset.settlements).toEqual(loaded.dataset.settlements);
  });
});

it("A data set with settlements of its own gets no others, and counts these", async () => {
  const files = { ...DECLARATION.files, settlements: "places.csv" };
  const { atlas, dataset } = await open(
    { files },
    { "places.csv": "id,name,lng,lat\nl,Limassol,33.04,34.68\n" },
  );
  expect(dataset.settlements.map(({ id }) => id)).toEqual(["l"]);
  expect(listContents(dataset)).toEqual({ hasGround: true, hasPlaces: true, isOfGround: false });
  const said = describeDay(summariseDay(atlas, day("2024-01-03")), dataset, wordsOf("en"));
  expect(said).toBe("One place changed hands: the West +1.");
});

it("A theatre that is drawn has the places of the side that holds the remainder too", async () => {
  const outline = { type: "Polygon", coordinates: [box(32, 34.4, 33.5, 35.3)] };
  const theatre = JSON.stringify({ type: "Feature", properties: {}, geometry: outline });
  const files = { control: "areas.geojson", theatre: "theatre.geojson" };
  const one = JSON.stringify({
    type: "FeatureCollection",
    features: [draw("west", EARLY, "2024-01-01", "2024-01-03")],
  });
  const given = { "theatre.geojson": theatre, "areas.geojson": one };
  const drawn = await open({ default_side: "east", files }, given);
  expect(findControl(drawn.atlas, "limassol", day("2024-01-01"))).toMatchObject({ kind: "held", by: "east" });
  const boxed = await open({ default_side: "east" }, given);
  expect(boxed.dataset.settlements.map(({ id }) => id)).not.toContain("limassol");
  expect(boxed.dataset.settlements.map(({ id }) => id)).toContain("paphos");
});
