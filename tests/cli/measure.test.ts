import { describe, expect, it } from "vitest";
import { alterMini } from "../fixtures/mini.ts";
import { runMini } from "../fixtures/run-mini.ts";

describe("measure", () => {
  it("prints every day of the story as JSON", async () => {
    const { code, out, err } = await runMini(["measure", "mini", "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const days = JSON.parse(out);
    expect(days.map(({ day }: { day: string }) => day)).toEqual([
      "2020-01-01",
      "2020-01-02",
      "2020-01-03",
      "2020-01-04",
    ]);
    expect(Object.keys(days[0])).toEqual([
      "day",
      "area_km2",
      "regions",
      "settlements",
      "highways_km",
      "posts",
      "figures",
    ]);
  });

  it("gives shares of regions, lengths, counts and the figures of the day in full", async () => {
    const { out } = await runMini([
      "measure",
      "mini",
      "--json",
      "--from",
      "2020-01-01",
      "--to",
      "2020-01-01",
    ]);
    const [first] = JSON.parse(out);
    // Red holds the west up to 11.5 degrees of 10 to 14, three quarters of the region that ends at 12.
    expect(first.area_km2.blue / first.area_km2.red).toBeCloseTo(2.5 / 1.5, 6);
    expect(first.regions["western-half"].share).toEqual({ red: 0.75, blue: 0.25 });
    expect(first.regions["western-half"].area_km2.red).toBe(first.area_km2.red);
    expect(first.settlements).toEqual({ red: 1, blue: 2, contested: 0, unknown: 0 });
    const { red, blue, outside } = first.highways_km.h1;
    // Four degrees of longitude at 52 degrees north, by the haversine formula on Turf's sphere.
    expect([red + blue, outside]).toEqual([expect.closeTo(273.82, 1), 0]);
    expect(red / (red + blue)).toBeCloseTo(0.375, 3);
    // Of the two degrees in the region, red holds one and a half.
    expect(first.regions["western-half"].highways_km.h1).toEqual({
      red: expect.closeTo(273.82 * 0.375, 1),
      blue: expect.closeTo(273.82 * 0.125, 1),
      outside: 0,
    });
    expect(first.posts).toEqual({
      established: 1,
      encircled: 0,
      relieved: 0,
      evacuated: 0,
      encircled_computed: 0,
    });
    expect(first.figures).toMatchObject([{ id: "f1", value: 12500, document: "First document" }]);
  });

  it("computes encirclement whatever the documents say", async () => {
    const replaced = alterMini("posts.geojson", '"operator":"green"', '"operator":"blue"');
    const args = ["measure", "mini", "--json", "--from", "2020-01-02", "--to", "2020-01-02"];
    const [only] = JSON.parse((await runMini(args, replaced)).out);
    expect(only.posts).toMatchObject({ established: 1, encircled: 0, encircled_computed: 1 });
  });

  it("prints CSV with a row for each day and the path of each number as its column", async () => {
    const { out } = await runMini(["measure", "mini", "--csv"]);
    const [header, ...rows] = out.trimEnd().split("\n");
    expect(header).toBe(
      "day,area_km2.red,area_km2.blue,regions.western-half.area_km2.red,regions.western-half.area_km2.blue," +
        "regions.western-half.share.red,regions.western-half.share.blue," +
        "regions.western-half.highways_km.h1.red,regions.western-half.highways_km.h1.blue," +
        "regions.western-half.highways_km.h1.outside,settlements.red,settlements.blue," +
        "settlements.contested,settlements.unknown,highways_km.h1.red,highways_km.h1.blue,highways_km.h1.outside," +
        "posts.established,posts.encircled,posts.relieved,posts.evacuated,posts.encircled_computed,figures",
    );
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatch(/^2020-01-03,.*,1,0,136\.92,0,0,2,1,0,0,.*,f1\|f2\|f3$/);
  });

  it("leaves the shares of a region empty on a day without areas in it", async () => {
    const regions = alterMini(
      "regions.geojson",
      "[[[10,50],[12,50],[12,54],[10,54],[10,50]]]",
      "[[[13,50],[15,50],[15,54],[13,50]]]",
    );
    const control = alterMini(
      "front-lines.geojson",
      '"side":"blue","from":"2019-12-31","to":"2020-01-02"',
      '"side":"blue","from":"2019-12-31","to":"2020-01-01"',
    );
    const { code, out } = await runMini(["measure", "mini", "--csv"], { ...regions, ...control });
    expect(code).toBe(0);
    const [header = "", first = "", second = ""] = out.split("\n");
    const column = header.split(",").indexOf("regions.western-half.share.blue");
    expect([first, second].map((row) => row.split(",")[column])).toEqual(["", "1"]);
  });

  it("prints a table within 100 columns for people", async () => {
    const { out } = await runMini(["measure", "mini", "--from", "2020-01-01", "--to", "2020-01-02"]);
    const lines = out.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "Red / Blue",
      "",
      "Day         Area, km2    Western half, %  H1, km   in Western half  Settlements",
      "----------  -----------  ---------------  -------  ---------------  -----------",
    ]);
    expect(lines[4]).toMatch(/^2020-01-01 {2}\d+\/\d+ {2}75\/25 +103\/171 {2}103\/34 +1\/2$/);
  });

  it("has no column for a highway in a region through which it does not pass", async () => {
    const away = alterMini("highways.geojson", "[[10,52],[14,52]]", "[[12.5,52],[14,52]]");
    const { out } = await runMini(["measure", "mini"], away);
    expect(out).toContain("Day         Area, km2    Western half, %  H1, km  Settlements\n");
  });

  it("measures a data set without regions, highways, posts and figures", async () => {
    const bare = alterMini(
      "dataset.json",
      `"highways": "highways.geojson",
    "posts": "posts.geojson",
    "sources": "sources.json",
    "events": "events.csv",
    "figures": "figures.csv",
    "regions": "regions.geojson"`,
      '"sources": "sources.json"',
    );
    const { code, out } = await runMini(["measure", "mini"], bare);
    expect(code).toBe(0);
    expect(out).toContain("Day         Area, km2    Settlements\n");
  });

  it("refuses a day outside the story", async () => {
    expect(await runMini(["measure", "mini", "--to", "2020-01-05"])).toEqual({
      code: 2,
      out: "",
      err: "frontline: --to 2020-01-05 is outside the story, which runs from 2020-01-01 to 2020-01-04\n",
    });
  });
});

describe("events", () => {
  it("lists them in full as JSON, those of the first day asked for included", async () => {
    const { code, out } = await runMini(["events", "mini", "--json", "--from", "2020-01-04"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      {
        id: "e1",
        kind: "ceasefire",
        first_day: "2020-01-02",
        last_day: "2020-01-04",
        day_basis: "stated",
        actors: [],
        fatalities: null,
        fatalities_low: null,
        fatalities_high: null,
        precision: null,
        precision_km: null,
        settlement: null,
        lng: null,
        lat: null,
        title: "A truce",
        attribution: "article",
        certainty: "stated",
        source: "d1",
        document: "First document",
        paragraph: 3,
        offset: 0,
        spelling: "A truce",
        contradicts: [],
        summary: "The sides agree on a truce, for two days.",
      },
    ]);
    const before = await runMini(["events", "mini", "--json", "--to", "2020-01-01"]);
    expect(JSON.parse(before.out)).toEqual([]);
  });

  it("prints CSV with the fields of the JSON as columns", async () => {
    const [first] = JSON.parse((await runMini(["events", "mini", "--json"])).out);
    const { out } = await runMini(["events", "mini", "--csv"]);
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toBe(Object.keys(first).join(","));
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain(",shelled,e3,Said to");
  });

  it("prints a table for people that says what is disputed", async () => {
    const { out } = await runMini(["events", "mini"]);
    expect(out).toBe(
      [
        "Days                Kind       Event                         Who says so",
        "------------------  ---------  ----------------------------  -----------",
        "2020-01-02 - 01-04  ceasefire  A truce                       article",
        "2020-01-03          strike     Middle shelled                blue media; disputed",
        "2020-01-03          statement  Red forces deny the shelling  red media; disputed",
        "3 events",
        "",
      ].join("\n"),
    );
  });
});

describe("figures", () => {
  it("lists them in full as JSON, in order of day", async () => {
    const { out } = await runMini(["figures", "mini", "--json"]);
    const figures = JSON.parse(out);
    expect(figures.map(({ id }: { id: string }) => id)).toEqual(["f1", "f2", "f3"]);
    expect(figures[1]).toEqual({
      id: "f2",
      measure: "fighters-killed",
      value: 3,
      value_high: 5,
      unit: "persons",
      qualifier: "exactly",
      first_day: "2020-01-03",
      last_day: "2020-01-03",
      day_basis: "stated",
      concerns: "red",
      settlement: "middle",
      attribution: "blue media",
      certainty: "reported",
      source: "d1",
      document: "First document",
      paragraph: 6,
      offset: 0,
      spelling: "three to five",
      contradicts: ["f3"],
      summary: "Blue media count the dead.",
    });
  });

  it("prints CSV with the fields of the JSON as columns", async () => {
    const [first] = JSON.parse((await runMini(["figures", "mini", "--json"])).out);
    const { out } = await runMini(["figures", "mini", "--csv", "--from", "2020-01-04"]);
    expect(out).toBe(`${Object.keys(first).join(",")}\n`);
  });

  it("prints a table for people, never a sum", async () => {
    const { out } = await runMini(["figures", "mini"]);
    expect(out).toBe(
      [
        "Days                Measure          Number                   Of         Who says so",
        "------------------  ---------------  -----------------------  ---------  -----------",
        "2020-01-01 - 01-03  displaced        at least 12,500 persons  civilians  an agency",
        "2020-01-03          fighters-killed  3-5 persons              Red        blue media; disputed",
        "2020-01-03          fighters-killed  0 persons                Red        red media; disputed",
        "3 figures",
        "",
      ].join("\n"),
    );
  });
});
