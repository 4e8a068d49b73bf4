import { describe, expect, it } from "vitest";
import { alterMini, loadMini, type MiniFile } from "../../fixtures/mini.ts";

interface Case {
  readonly rule: string;
  readonly file: MiniFile;
  readonly old: string;
  readonly replacement: string;
  readonly record: string;
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
}

const FIRST_AREA = "[[[10,50],[11.5,50],[11.5,54],[10,54],[10,50]]]";
const FIRST_AREA_DAYS = '"side":"red","from":"2019-12-31","to":"2020-01-02"';

const ERRORS: readonly Case[] = [
  {
    rule: "an id has no blanks",
    file: "towns.geojson",
    old: '"id":"west"',
    replacement: '"id":"far west"',
    record: "feature 1 (far west)",
    found: 'id "far west"',
    expected: "letters, digits and the signs - _ . : /, and no __proto__ or constructor",
    remedy: "correct id",
  },
  {
    rule: "ids are unique",
    file: "towns.geojson",
    old: '"id":"east"',
    replacement: '"id":"west"',
    record: "feature 3 (west)",
    found: 'id "west" again',
    expected: "an id of its own",
    remedy: "rename or delete one of the two",
  },
  {
    rule: "a name is not empty",
    file: "towns.geojson",
    old: '"name":"West"',
    replacement: '"name":" "',
    record: "feature 1 (west)",
    found: "no name",
    expected: "text",
    remedy: "add name",
  },
  {
    rule: "a kind is of the vocabulary",
    file: "towns.geojson",
    old: '"kind":"town"',
    replacement: '"kind":"Town"',
    record: "feature 1 (west)",
    found: 'kind "Town"',
    expected: "one of city, town, village, suburb, hill, base, site",
    remedy: "correct kind",
  },
  {
    rule: "importance is 1, 2 or 3",
    file: "towns.geojson",
    old: '"importance":1',
    replacement: '"importance":1.5',
    record: "feature 1 (west)",
    found: "importance 1.5",
    expected: "a whole number from 1 to 3",
    remedy: "correct importance",
  },
  {
    rule: "the precision of a position is a number",
    file: "towns.geojson",
    old: '"precision_km":0.5',
    replacement: '"precision_km":"good"',
    record: "feature 1 (west)",
    found: 'precision_km "good"',
    expected: "a number from 0 to 1000",
    remedy: "correct precision_km",
  },
  {
    rule: "spellings are a list",
    file: "towns.geojson",
    old: '"spellings":["Wist"]',
    replacement: '"spellings":"Wist"',
    record: "feature 1 (west)",
    found: 'spellings "Wist"',
    expected: "a list of texts",
    remedy: "correct spellings",
  },
  {
    rule: "a position is on the globe",
    file: "towns.geojson",
    old: "[11,52]",
    replacement: "[11,152]",
    record: "feature 1 (west)",
    found: "position 11, 152",
    expected: "longitude from -180 to 180, then latitude from -90 to 90",
    remedy: "correct the position",
  },
  {
    rule: "coordinates are numbers",
    file: "towns.geojson",
    old: "[11,52]",
    replacement: '["11 E",52]',
    record: "feature 1 (west)",
    found: "invalid GeoJSON: Position must only contain numbers. Item 11 E at index 0 is invalid",
    expected: "valid GeoJSON (RFC 7946)",
    remedy: "correct the coordinates",
  },
  {
    rule: "a settlement is a point",
    file: "towns.geojson",
    old: '{"type":"Point","coordinates":[11,52]}',
    replacement: '{"type":"LineString","coordinates":[[11,52],[12,52]]}',
    record: "feature 1 (west)",
    found: 'geometry "LineString"',
    expected: "Point",
    remedy: "draw it as Point",
  },
  {
    rule: "a settlement has a geometry",
    file: "towns.geojson",
    old: '{"type":"Point","coordinates":[11,52]}',
    replacement: "null",
    record: "feature 1 (west)",
    found: "no geometry",
    expected: "Point",
    remedy: "draw it as Point",
  },
  {
    rule: "a GeoJSON file is a collection",
    file: "highways.geojson",
    old: '"FeatureCollection"',
    replacement: '"Features"',
    record: "",
    found: 'type "Features"',
    expected: "a GeoJSON FeatureCollection with a list of features",
    remedy: "export the layer as GeoJSON again",
  },
  {
    rule: "a collection holds features",
    file: "highways.geojson",
    old: '"type":"Feature",',
    replacement: '"type":"toString",',
    record: "feature 1 (h1)",
    found: 'type "toString"',
    expected: "a GeoJSON Feature",
    remedy: "delete it or make it a Feature",
  },
  {
    rule: "a highway is one line",
    file: "highways.geojson",
    old: '{"type":"LineString","coordinates":[[10,52],[14,52]]}',
    replacement: '{"type":"LineString","coordinates":[[10,52]]}',
    record: "feature 1 (h1)",
    found: "invalid GeoJSON: coordinates must have at least two elements",
    expected: "valid GeoJSON (RFC 7946)",
    remedy: "correct the coordinates",
  },
  {
    rule: "an area is of a known side",
    file: "front-lines.geojson",
    old: '"side":"red"',
    replacement: '"side":"green"',
    record: "feature 1",
    found: 'side "green"',
    expected: "one of the sides red, blue",
    remedy: "correct side or declare the side in dataset.json",
  },
  {
    rule: "from is before to",
    file: "front-lines.geojson",
    old: FIRST_AREA_DAYS,
    replacement: '"side":"red","from":"2020-01-02","to":"2020-01-02"',
    record: "feature 1",
    found: "from 2020-01-02 and to 2020-01-02",
    expected: "from before to; to is the first day after",
    remedy: "correct one of the two",
  },
  {
    rule: "days are real",
    file: "front-lines.geojson",
    old: FIRST_AREA_DAYS,
    replacement: '"side":"red","from":"2019-12-32","to":"2020-01-02"',
    record: "feature 1",
    found: 'from "2019-12-32"',
    expected: "a real day from the year 1 on, written YYYY-MM-DD",
    remedy: "correct from",
  },
  {
    rule: "a role is of the vocabulary",
    file: "front-lines.geojson",
    old: '"role":"control-area"',
    replacement: '"role":"area"',
    record: "feature 1",
    found: 'role "area"',
    expected: "one of control-area, front-line",
    remedy: "correct role",
  },
  {
    rule: "an area is a polygon",
    file: "front-lines.geojson",
    old: '"role":"front-line","between":["red","blue"]',
    replacement: '"role":"control-area","side":"red"',
    record: "feature 3",
    found: 'geometry "LineString"',
    expected: "Polygon or MultiPolygon",
    remedy: "correct role or draw another shape",
  },
  {
    rule: "a front line lies between two sides",
    file: "front-lines.geojson",
    old: '"between":["red","blue"]',
    replacement: '"between":["red","red"]',
    record: "feature 3",
    found: "between a list of 2",
    expected: "a list of the two sides of the line",
    remedy: 'write it as ["one side", "other side"]',
  },
  {
    rule: "a post has states",
    file: "posts.geojson",
    old: '"states":[',
    replacement: '"states":[],"was":[',
    record: "feature 1 (post-1)",
    found: "states an empty list",
    expected: "a list of objects, one for each change of state",
    remedy: "give at least the day it was established",
  },
  {
    rule: "the state of a post is of the vocabulary",
    file: "posts.geojson",
    old: '"state":"encircled"',
    replacement: '"state":"surrounded"',
    record: "feature 1 (post-1)",
    found: 'state "surrounded" in item 1 of states',
    expected: "one of established, encircled, relieved, evacuated",
    remedy: "correct state",
  },
  {
    rule: "the document behind the state of a post is known",
    file: "posts.geojson",
    old: '"basis":"drawn","source":"d1"',
    replacement: '"basis":"drawn","source":"d9"',
    record: "feature 1 (post-1)",
    found: 'source "d9"',
    expected: "one of the sources d1, d2",
    remedy: "correct it or add the source",
  },
  {
    rule: "a document has a title",
    file: "sources.json",
    old: '"title": "Second document"',
    replacement: '"name": "Second document"',
    record: "document 2 (d2)",
    found: "no title",
    expected: "text",
    remedy: "add title",
  },
  {
    rule: "a document's address is of the web",
    file: "sources.json",
    old: "https://example.org/1",
    replacement: "javascript:alert(1)",
    record: "document 1 (d1)",
    found: 'url "javascript:alert(1)"',
    expected: "an address that begins with https:// or http://",
    remedy: "correct url",
  },
];

describe("the rules of GeoJSON files and sources", () => {
  it.each(ERRORS)("report it unless $rule", async ({ file, old, replacement, ...named }) => {
    const { problems } = await loadMini(alterMini(file, old, replacement));
    const { record, found, expected, remedy } = named;
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { severity: "error", file, record, found, expected, remedy },
    ]);
  });

  it("drop only the record at fault", async () => {
    const { dataset } = await loadMini(alterMini("front-lines.geojson", FIRST_AREA, "[]"));
    const day = dataset?.firstDay;
    if (!day) throw new Error("no data set");
    expect(dataset.control.listAreas(day).map(({ side }) => side)).toEqual(["blue"]);
    expect(dataset.control.listLines(day)).toHaveLength(1);
  });

  it("show every fault of a record at once, of geometry and of properties", async () => {
    const { problems } = await loadMini(
      alterMini(
        "towns.geojson",
        '"coordinates":[11,52]},"properties":{"id":"west","name":"West"',
        '"coordinates":[11]},"properties":{"id":"west","name":7',
      ),
    );
    expect(problems.map(({ found }) => found)).toEqual([
      "invalid GeoJSON: Position must be at least two elements",
      "name 7",
    ]);
  });

  it("do not blame the claims for a settlement or document that is there but at fault", async () => {
    const { problems } = await loadMini({
      ...alterMini("towns.geojson", '"kind":"village"', '"kind":"hamlet"'),
      ...alterMini("sources.json", '"title": "First document"', '"title": ""'),
    });
    expect(problems.map(({ file }) => file)).toEqual(["towns.geojson", "sources.json"]);
  });

  it("let a settlement be without an id, which is then named after its place in the file", async () => {
    const { dataset, problems } = await loadMini(alterMini("towns.geojson", '"id":"west",', ""));
    expect(problems).toEqual([]);
    expect(dataset?.settlements[0]?.id).toBe("feature-1");
  });

  it("accept numbers written as text, a height, and rings wound either way", async () => {
    const { dataset, problems } = await loadMini({
      ...alterMini(
        "towns.geojson",
        '[11,52]},"properties":{"id":"west","name":"West","name_ar":"غرب","spellings":["Wist"],"kind":"town","importance":1',
        '[11,52,300]},"properties":{"id":"west","name":"West","spellings":null,"kind":"town","importance":"1"',
      ),
      ...alterMini("front-lines.geojson", FIRST_AREA, "[[[10,50],[10,54],[11.5,54],[11.5,50],[10,50]]]"),
    });
    expect(problems).toEqual([]);
    expect(dataset?.settlements[0]).toMatchObject({
      position: [11, 52],
      importance: 1,
      names: { en: "West" },
      spellings: [],
    });
  });
});

const SWAPPED = "longitude and latitude look swapped: longitude comes first";

describe("warnings", () => {
  it("hint at swapped coordinates when swapping would bring a place inside the bounds", async () => {
    const replaced = alterMini("dataset.json", '"bounds": [10, 50, 14, 54]', '"bounds": [47, 9, 55, 15]');
    const { problems } = await loadMini({ ...replaced, ...alterMini("towns.geojson", "[11,52]", "[16,48]") });
    const ofPlaces = problems.filter(({ file }) => file === "towns.geojson");
    expect(ofPlaces).toMatchObject([
      { severity: "warning", found: "position 16, 48", remedy: "check the position" },
      { severity: "error", record: "feature 2 (middle)", remedy: SWAPPED },
      { severity: "error", record: "feature 3 (east)", remedy: SWAPPED },
    ]);
  });

  it("do not take a place just outside for a swapped one where longitudes and latitudes are alike", async () => {
    const { problems } = await loadMini({
      ...alterMini("dataset.json", '"bounds": [10, 50, 14, 54]', '"bounds": [10.2, 10, 14, 14]'),
      ...alterMini("towns.geojson", "[11,52]", "[10.1,11]"),
    });
    expect(problems.filter(({ record }) => record === "feature 1 (west)")).toMatchObject([
      { severity: "warning", found: "position 10.1, 11", remedy: SWAPPED },
    ]);
  });

  it("tell of a position outside the bounds", async () => {
    const { problems } = await loadMini(alterMini("towns.geojson", "[11,52]", "[9,52]"));
    expect(problems).toMatchObject([
      { severity: "warning", found: "position 9, 52", remedy: "check the position" },
    ]);
  });

  it("tell of days without areas, since missing data is not no change", async () => {
    const days = '"side":"red","from":"2020-01-02","to":"2020-01-04"';
    const replaced = alterMini("front-lines.geojson", days, days.replace('"2020-01-02"', '"2020-01-03"'));
    const alsoBlue = days.replace("red", "blue");
    const text = (replaced["front-lines.geojson"] ?? "").replace(
      alsoBlue,
      alsoBlue.replace('"2020-01-02"', '"2020-01-03"'),
    );
    const { problems } = await loadMini({ "front-lines.geojson": text });
    expect(problems).toMatchObject([{ severity: "warning", record: "", found: "no area on 2020-01-02" }]);
  });

  it("tell of a shape in force beyond the eve and the end of the story", async () => {
    const days = '"from":"2020-01-04","to":"2020-01-05"';
    const { problems } = await loadMini(alterMini("front-lines.geojson", days, days.replace("05", "06")));
    expect(problems).toMatchObject([{ severity: "warning", found: "from 2020-01-04 and to 2020-01-06" }]);
  });
});
