import { describe, expect, it } from "vitest";
import { openImported } from "../fixtures/imported.ts";

/** Samples made by hand: the columns are those of the source, the rows are of no conflict. */
const ACLED = `event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
XYZ1,06 February 2020,2020,1,Political violence,Explosions/Remote violence,Shelling/artillery/missile attack,Military Forces of A,,1,Rebels of B,2,12,,1,R,C,Provincia,Distretto,,Alba,35.1,36.1,2,Local Radio; National,National,Shells fell on a market.,3,,1
XYZ2,07 February 2020,2020,1,Political violence,Battles,Armed clash,Rebels of B,,2,Military Forces of A,1,12,,1,R,C,Provincia,Distretto,,Bera,35.2,36.2,1,Local Radio,National,"A clash, it was said.",0,,1
XYZ3,12 February 2020,2020,2,Political violence,Battles,Armed clash,Rebels of B,,2,,,20,,1,R,C,Provincia,Distretto,,Bera,35.2,36.2,1,Local Radio,National,Said of a week.,,,1
XYZ4,15 February 2020,2020,3,Political violence,Battles,Armed clash,Rebels of B,,2,,,20,,1,R,C,Provincia,,,Coda,35.3,36.3,3,Local Radio,National,Said of a month.,1,,1
`;
const GED = `id,relid,year,active_year,type_of_violence,conflict_name,dyad_name,side_a,side_b,number_of_sources,source_office,source_date,source_headline,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,geom_wkt,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low
101,A-1,2020,1,1,X,X-Y,Government of X,Y,1,Agency,2020-02-07,Fighting near Alba,2,Alba town,Provincia,Distretto,35.1,36.1,POINT (36.1 35.1),X,1,2020-02-06 00:00:00.000,2020-02-08 00:00:00.000,1,2,0,0,3,4,2
102,A-2,2020,1,1,X,X-Y,Government of X,Y,1,Agency,2020-03-07,Fighting in the district,3,Distretto,Provincia,Distretto,35.4,36.4,POINT (36.4 35.4),X,4,2020-02-20 00:00:00.000,2020-02-20 00:00:00.000,0,0,0,0,0,0,0
`;
const GEOCONFIRMED = `Date,Name,Faction,Origin,Latitude,Longitude,PlusCode,Description,Source,Geolocation,Equipment,EquipmentItems,Units,OrbatUnits,Id
2020-02-06,Tank hit east of Alba,Reds,x,35.1,36.1,8G,A tank is hit,https://example.org/a https://example.org/b,https://example.org/c,Tank,,,,ab-1
`;

describe("recipes", () => {
  it("read ACLED's events", async () => {
    const { meaning, dataset, problems } = await openImported({ "a.csv": ACLED });
    expect(meaning.sheets[0]).toMatchObject({ recipe: "ACLED", kind: { value: "events" } });
    expect(meaning.questions).toEqual([]);
    expect(problems).toEqual([]);
    expect(dataset?.events).toMatchObject([
      {
        id: "XYZ1",
        kind: "strike",
        title: "Shelling/artillery/missile attack",
        firstDay: "2020-02-06",
        settlement: "alba",
        attribution: "Local Radio; National",
        summary: "Shells fell on a market.",
        position: [36.1, 35.1],
        precisionKm: 10,
        precision: "vicinity",
        actors: ["Military Forces of A", "Rebels of B"],
        fatalities: { best: 3 },
      },
      { id: "XYZ2", kind: "operation", settlement: "bera", precision: "settlement", fatalities: { best: 0 } },
      // The middle of a week, and of a month: three days to each side, and the calendar's.
      {
        id: "XYZ3",
        firstDay: "2020-02-09",
        lastDay: "2020-02-15",
        dayBasis: "window",
        actors: ["Rebels of B"],
      },
      {
        id: "XYZ4",
        firstDay: "2020-02-01",
        lastDay: "2020-02-29",
        dayBasis: "window",
        precisionKm: 50,
        precision: "province",
      },
    ]);
    expect(dataset?.events[2]).not.toHaveProperty("fatalities");
    expect([dataset?.firstDay, dataset?.lastDay]).toEqual(["2020-02-01", "2020-02-29"]);
    expect(dataset?.settlements).toMatchObject([
      { name: "Alba", governorate: "Provincia", precisionKm: 10 },
      { name: "Bera", precisionKm: 1 },
      { name: "Coda", precisionKm: 50 },
    ]);
  });

  it("read UCDP GED's events with their windows", async () => {
    const { meaning, dataset, problems } = await openImported({ "ged.csv": GED });
    expect(meaning.sheets[0]?.recipe).toBe("UCDP GED");
    expect(problems).toEqual([]);
    expect(dataset?.events).toMatchObject([
      {
        id: "101",
        title: "State-based violence",
        firstDay: "2020-02-06",
        lastDay: "2020-02-08",
        summary: "Fighting near Alba",
        settlement: "alba-town",
        position: [36.1, 35.1],
        precisionKm: 25,
        precision: "vicinity",
        actors: ["Government of X", "Y"],
        fatalities: { best: 3, low: 2, high: 4 },
      },
      { id: "102", firstDay: "2020-02-01", lastDay: "2020-02-29", precisionKm: 50, precision: "district" },
    ]);
    expect(dataset?.settlements[0]?.precisionKm).toBe(25);
  });

  it("read GeoConfirmed's events", async () => {
    const { meaning, dataset, problems } = await openImported({ "g.csv": GEOCONFIRMED });
    expect(meaning.sheets[0]?.recipe).toBe("GeoConfirmed");
    expect(problems).toEqual([]);
    expect(dataset?.events).toMatchObject([
      { title: "Tank hit east of Alba", summary: "A tank is hit", position: [36.1, 35.1], actors: ["Reds"] },
    ]);
    expect(dataset?.sources).toMatchObject([{ url: "https://example.org/a" }]);
  });

  it("read VIINA's control by place, a column for each hour", async () => {
    const wide =
      "geonameid,asciiname,longitude,latitude,ctr_20220224120000,ctr_20220225120000,ctr_20220226120000\n1,Alba,36,35,UA,UA,RU\n2,Bera,36.1,35,UA,CONTESTED,UA\n";
    const { atlas, dataset, meaning, problems } = await openImported({ "control.csv": wide });
    expect(meaning.sheets[0]?.recipe).toBe("VIINA, control by place");
    expect(problems).toEqual([]);
    expect(dataset?.settlements.map(({ id, name }) => [id, name])).toEqual([
      ["1", "Alba"],
      ["2", "Bera"],
    ]);
    expect(atlas?.changes).toMatchObject([{ day: "2022-02-26", settlement: "1", from: "ua", to: "ru" }]);
    expect(atlas?.histories.get("2")?.contested).toMatchObject([{ from: "2022-02-25", to: "2022-02-26" }]);
  });

  it("read VIINA's control by day with its list of places", async () => {
    const { atlas, meaning, problems } = await openImported({
      "control.csv": "geonameid,date,status_wiki,status\n1,20220224,,UA\n1,20220225,,RU\n2,20220224,,UA\n",
      "places.csv": "geonameid,asciiname,longitude,latitude\n1,Alba,36,35\n2,Bera,36.1,35\n",
    });
    expect(meaning.sheets.map(({ kind, recipe }) => [kind.value, recipe])).toEqual([
      ["held-places", "VIINA, control by day"],
      ["settlements", undefined],
    ]);
    expect(meaning.questions).toEqual([]);
    expect(problems).toEqual([]);
    expect(atlas?.changes).toMatchObject([{ day: "2022-02-25", settlement: "1" }]);
  });

  const AREA = (west: number) => ({
    type: "Polygon",
    coordinates: [
      [
        [west, 48, 0],
        [west + 1, 48, 0],
        [west + 1, 49, 0],
        [west, 48, 0],
      ],
    ],
  });
  const feature = (properties: object, geometry: object) => ({ type: "Feature", properties, geometry });
  const collect = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

  it("read DeepState's areas, whose kind stands in their names, without its points", async () => {
    const { dataset, meaning } = await openImported(
      {
        "map_2024-07-08.geojson": collect(
          feature({ name: "Окуповано /// Occupied /// geoJSON.status.occupied" }, AREA(36)),
          feature({ name: "Невідомо /// Unknown /// geoJSON.status.unknown" }, AREA(38)),
          feature({ name: "Підрозділ /// A unit ///" }, { type: "Point", coordinates: [36, 48, 0] }),
        ),
      },
      { "side.occupied": "red", rest: "blue" },
    );
    expect(meaning.sheets.map(({ key, kind, recipe }) => [key, kind.value, recipe])).toEqual([
      ["map_*-*-*.geojson", "areas", "DeepState"],
      ["map_*-*-*.geojson#points", "ignored", "DeepState, points"],
    ]);
    expect(meaning.questions).toEqual([]);
    expect(dataset?.control.listAreas(dataset.firstDay).map(({ side }) => side)).toEqual(["red"]);
  });

  it("read its daily mirrors, and ask whose they are", async () => {
    const { dataset, meaning } = await openImported({
      "deepstatemap_data_20240708.geojson": collect(feature({}, AREA(36))),
      "deepstatemap_data_20240709.geojson": collect(feature({}, AREA(36.1))),
    });
    expect(meaning.sheets[0]?.recipe).toBe("DeepState, daily mirror");
    expect(meaning.questions.map(({ about }) => about)).toEqual(["side", "rest"]);
    expect(dataset).toMatchObject({ firstDay: "2024-07-08", lastDay: "2024-07-09" });
  });

  it("read HDX's lists of settlements", async () => {
    const { dataset, meaning, problems } = await openImported({
      "list.csv":
        "ADM4_EN,ADM4_AR,ADM4_PCODE,ADM1_EN,ADM1_PCODE,ADM2_EN,X_Coord,Y_Coord\nAlba,ألبا,C1001,Provincia,SY01,Distretto,36.1,35.1\nBera,بيرا,C1002,Provincia,SY01,Distretto,36.2,35.2\n",
      "claims.csv": "place,side,date,source\nC1001,Red,2020-02-06,x\nBera,Blue,2020-02-07,x\n",
    });
    expect(meaning.sheets[1]?.recipe).toBe("HDX, settlements with P-codes");
    expect(problems).toEqual([]);
    expect(dataset?.settlements).toMatchObject([
      { id: "C1001", names: { en: "Alba", ar: "ألبا" }, governorate: "Provincia", district: "Distretto" },
      { id: "C1002" },
    ]);
    expect(dataset?.claims.map(({ settlement }) => settlement)).toEqual(["C1001", "C1002"]);
  });

  it("read layers of ArcGIS, and take no day of editing for the day of the ground", async () => {
    const properties = {
      Name: "Gains",
      CreationDate: 1_580_947_200_000,
      Creator: "x",
      EditDate: 1_581_947_200_000,
      Editor: "x",
    };
    const asked = await openImported({ "layer.geojson": collect(feature(properties, AREA(36))) });
    expect(asked.meaning.sheets[0]?.recipe).toBe("ArcGIS layer of areas");
    expect(asked.meaning.questions.map(({ about }) => about)).toEqual(["day", "side", "rest"]);
    const told = await openImported(
      { "layer.geojson": collect(feature(properties, AREA(36))) },
      { day: "2020-02-06", "side.Gains": "red", rest: "" },
    );
    expect(told.dataset).toMatchObject({ firstDay: "2020-02-06", lastDay: "2020-02-06" });
  });

  it("read Wikipedia's map modules, of which every sign tells of the day they were read alone", async () => {
    const text = `local p = {}
-- { lat = 1, long = 1, mark = "Location dot red.svg", label = "A comment" }
--[[ { lat = 2, long = 2, mark = "Location dot red.svg", label = "A longer
one" } ]]
return { containerArgs = { 'Map', float = 'right' }, marks = {
  { lat = 35.1, long = "36.1", mark = "Location dot red.svg", marksize = "8", label = "[[Alba, Nowhere|Alba]]", link = "Alba" },
  { lat = "35.2", long = 36.2, mark = 'location_dot_lime.svg', label = "Bera&nbsp;<small>(old)</small>", position = mk.left },
  { lat = 35.3, long = 36.3, mark = "Map-ctl2-red+lime.svg", label = [[Cora "the fair"]] };
  { lat = -35.4, long = 36.4, mark = "Location dot red.svg", label = 'D\\'Ora' },
} }`;
    const asked = await openImported({ "module.lua": text });
    expect(asked.meaning.sheets[0]).toMatchObject({ recipe: "Wikipedia, detailed map module", rows: 4 });
    expect(asked.meaning.questions.map(({ about }) => about)).toEqual(["day"]);
    const { atlas, dataset, meaning } = await openImported({ "module.txt": text }, { day: "2020-02-06" });
    expect(meaning.sides.map(({ id, colour }) => [id, colour])).toEqual([
      ["red", "vermilion"],
      ["lime", "#7db500"],
    ]);
    expect(dataset?.settlements.map(({ name, position }) => [name, position])).toEqual([
      ["Alba", [36.1, 35.1]],
      ["Bera (old)", [36.2, 35.2]],
      ['Cora "the fair"', [36.3, 35.3]],
      ["D'Ora", [36.4, -35.4]],
    ]);
    expect(
      [...(atlas?.histories.values() ?? [])].map(({ initialSide, contested }) => [
        initialSide,
        contested.length,
      ]),
    ).toEqual([
      ["red", 0],
      ["lime", 0],
      [undefined, 1],
      ["red", 0],
    ]);
  });
});
