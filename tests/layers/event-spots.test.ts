import { area } from "@turf/area";
import { distance } from "@turf/distance";
import type { Point, Polygon } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import { day } from "../../src/core/day.ts";
import { NO_FILTER } from "../../src/core/filter.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { events, fetchEventSpots } from "../../src/layers/events.ts";
import { listHoverMarks, listLegend } from "../../src/layers/layers.ts";
import { createMapStyle } from "../../src/layers/map-style.ts";
import { createPictures } from "../../src/map/pictures.ts";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { palettes } from "../../styles/palette.ts";
import { loadWords, wordsOf } from "../../src/words/index.ts";
import { folderFromTexts } from "../fixtures/folder-of.ts";
import { base } from "../map/small-story.ts";

const TABLE = `id,kind,date,place,title,lng,lat,precision_km,precision,actors,fatalities
a,strike,2020-01-02,alba,At the town,36,35,,,North,1
b,strike,2020-01-02,alba,Beside the town,36.2,35.1,10,vicinity,North|South,0
c,strike,2020-01-02,,At the same place,36.2,35.1,10,vicinity,,
d,operation,2020-01-02,,Another kind there,36.2,35.1,50,,South,
e,other,2020-01-03,,The day after,36.4,35.2,,,,
f,other,2020-01-02,alba,In its district,,,,district,,
g,other,2020-01-02,,Nowhere,,,,,,
`;
const PLACES = "id,name,lng,lat\nalba,Alba,36,35\n";
const DAY = day("2020-01-02");

describe("events at places of their own", () => {
  let atlas: Atlas;
  beforeAll(async () => {
    const declaration = JSON.stringify({
      format: "frontline-atlas/1",
      title: "Events",
      sides: [],
      files: { settlements: "places.csv", events: "events.csv" },
    });
    const { dataset } = await loadDataset(
      folderFromTexts({ "dataset.json": declaration, "places.csv": PLACES, "events.csv": TABLE }),
    );
    if (!dataset) throw new Error("The data set does not load");
    atlas = buildAtlas(dataset);
    await fetchEventSpots(atlas);
    for (const language of ["ar", "fr", "uk"]) await loadWords(language);
  });

  const draw = (name: string, filter = NO_FILTER) =>
    createPictures(atlas, base).draw({ day: DAY, filter }).sources.get(name)?.features ?? [];

  it("are drawn there, each kind once, and beside the settlement where that is their place", () => {
    const spots = draw("event-spots").map(({ geometry, properties }) => [
      properties?.["event"],
      (geometry as Point).coordinates,
      properties?.["rank"],
    ]);
    expect(spots).toEqual([
      ["d", [36.2, 35.1], 0],
      ["b", [36.2, 35.1], 1],
    ]);
    expect(
      draw("events").map(({ properties }) => [properties?.["settlement"], properties?.["kind"]]),
    ).toEqual([
      ["alba", "strike"],
      ["alba", "other"],
    ]);
  });

  it("have the ground within which they happened around them, once, in kilometres on the ground", () => {
    const rings = draw("event-rings");
    const radii = rings.map(({ geometry }) => {
      const [outline = []] = (geometry as Polygon).coordinates;
      // The middle by the corners to the west and the east of it.
      const lngs = outline.map(([lng = 0]) => lng);
      const lats = outline.map(([, lat = 0]) => lat);
      const middle = [
        (Math.min(...lngs) + Math.max(...lngs)) / 2,
        (Math.min(...lats) + Math.max(...lats)) / 2,
      ];
      return outline.map((corner) => distance(middle, corner));
    });
    // That of the district is the usual size of one, around the settlement.
    expect(rings).toHaveLength(3);
    for (const [index, km] of [50, 50, 10].entries())
      for (const radius of radii[index] ?? []) expect(Math.abs(radius - km)).toBeLessThan(km / 100);
    const [widest] = rings;
    expect(area(widest?.geometry as Polygon) / 1e6).toBeCloseTo(Math.PI * 2500, -2);
  });

  it("have one line for all rings in the legend, in every language, and none on a day without", () => {
    const describeOn = (asked: string, language: string) =>
      listLegend(atlas, { day: day(asked), hidden: [] })
        .filter(({ kind }) => kind === "event-ring")
        .map((entry) => entry.describe(wordsOf(language)));
    for (const language of ["en", "ar", "fr", "uk"])
      expect(describeOn("2020-01-02", language)).toHaveLength(1);
    expect(describeOn("2020-01-03", "en")).toEqual([]);
    const kinds = listLegend(atlas, { day: day("2020-01-03"), hidden: [] }).map(({ key }) => key);
    expect(kinds).toContain("event other");
    expect(listLegend(atlas, { day: DAY, hidden: ["events"] })).toEqual([]);
  });

  it("tell a pointer what they are and lead to themselves, and leave the map with a filter", () => {
    const marks = listHoverMarks(atlas, { day: DAY, hidden: [] });
    expect(marks.map(({ position, events: told }) => [position, told?.map(({ id }) => id)])).toEqual([
      [[36, 35], ["a"]],
      [[36, 35], ["f"]],
      [[36.2, 35.1], ["d"]],
      [
        [36.2, 35.1],
        ["b", "c"],
      ],
    ]);
    const texts = marks.map((mark) => mark.describe(wordsOf("en")));
    expect(texts[3]).toBe("Strike: Beside the town; At the same place");
    const south = { ...NO_FILTER, text: "south" };
    expect(draw("event-spots", south).map(({ properties }) => properties?.["event"])).toEqual(["d", "b"]);
    expect(draw("events", south)).toEqual([]);
  });

  it("have a style that is valid in every theme and draws all that they bring", () => {
    for (const palette of Object.values(palettes)) {
      const style = createMapStyle({ palette, sides: [], scripts: ["latin"], labels: "latin", hidden: [] });
      expect(validateStyleMin(style)).toEqual([]);
      const used = new Set(style.layers.flatMap((layer) => ("source" in layer ? [layer.source] : [])));
      for (const source of Object.keys(events.sources)) expect(used).toContain(source);
    }
  });
});
