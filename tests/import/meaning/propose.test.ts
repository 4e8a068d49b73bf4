import { describe, expect, it } from "vitest";
import type { Answers, Meaning } from "../../../src/import/meaning/meaning.ts";
import { proposeMeaning } from "../../../src/import/meaning/propose.ts";
import { readFiles } from "../../fixtures/source-files.ts";

async function propose(files: Readonly<Record<string, string>>, answers: Answers = {}) {
  const { sheets } = await readFiles(files);
  return proposeMeaning(sheets, answers);
}

/** What was understood of the only sheet, in few words. */
function tell({ sheets: [sheet] }: Meaning) {
  const columns = sheet?.columns.flatMap(({ column, word }) => (word.value ? [[column, word.value]] : []));
  return { kind: sheet?.kind.value, columns: Object.fromEntries(columns ?? []) };
}

describe("what a table is", () => {
  it.each<[string, string, string, Record<string, string>]>([
    [
      "settlements, in French",
      "Nom,Commune,Latitude,Longitude\nArbre,x,35.1,36.1\nBois,y,35.2,36.2\n",
      "settlements",
      { Commune: "place" },
    ],
    [
      "claims as a person makes them",
      "place,side,date,link\nAlba,red,6 February 2020,https://example.org\nBera,blue,2020-02-07,https://example.org\n",
      "claims",
      { place: "place", side: "side", date: "day", link: "source" },
    ],
    [
      "held places, in Arabic",
      "المكان,الجهة المسيطرة,التاريخ,lat,lon\nالبا,احمر,2020-02-06,35.1,36.1\nبيرا,ازرق,2020-02-06,35.2,36.2\nالبا,ازرق,2020-02-07,35.1,36.1\n",
      "held-places",
      { المكان: "place", "الجهة المسيطرة": "side", التاريخ: "day" },
    ],
    [
      "held places, in Ukrainian",
      "Населений пункт,Контроль,Дата початку,Дата кінця,lat,lon\nАльба,червоні,01.02.2020,13.02.2020,48,35\nБера,сині,01.02.2020,14.02.2020,48,36\n",
      "held-places",
      { "Населений пункт": "place", Контроль: "side", "Дата початку": "first_day", "Дата кінця": "last_day" },
    ],
    [
      "a column for each day",
      "name,lat,lon,2020-02-06,2020-02-07\nAlba,35,36,red,blue\nBera,35.1,36,red,red\n",
      "held-places",
      { name: "place", "*": "side_by_day" },
    ],
    [
      "events",
      "date,headline,text,town\n2020-02-06,A strike,Two were hurt,Alba\n2020-02-07,Talks,They met,Bera\n",
      "events",
      { date: "day", headline: "title", text: "summary", town: "place" },
    ],
    [
      "figures",
      "as of,indicator,value,unit,source\n2020-02-06,displaced,12500,persons,UN\n2020-02-07,displaced,13000,persons,UN\n",
      "figures",
      { "as of": "day", indicator: "measure", value: "value", unit: "unit", source: "source" },
    ],
    ["none that is known", "a,b\n1,2\n3,4\n", "ignored", {}],
  ])("%s", async (_, text, kind, columns) => {
    expect(tell(await propose({ "table.csv": text }))).toEqual({ kind, columns });
  });

  it("is asked where nothing tells, and then as it was told, with the columns that follow", async () => {
    const files = { "table.csv": "a,b,c,d\nAlba,red,2020-02-06,1\nBera,blue,2020-02-07,2\n" };
    const [question] = (await propose(files)).questions;
    expect(question).toMatchObject({ about: "kind", path: "kind.table.csv", used: "ignored" });
    const answers = {
      "kind.table.csv": "held-places",
      "column.a": "place",
      "column.table.csv.b": "side",
      "word.day": "c",
      "column.z": "day",
    };
    const told = await propose(files, answers);
    expect(tell(told)).toEqual({ kind: "held-places", columns: { a: "place", b: "side", c: "day" } });
    expect(told.questions).toEqual([]);
    expect(told.unused).toEqual(["column.z"]);
  });
});

describe("the order of day and month", () => {
  const table = (...days: string[]) => ({
    "t.csv": `place,side,day,source\n${days.map((day, at) => `P${at},${at % 2 ? "red" : "blue"},${day},x`).join("\n")}\n`,
  });

  it("is proven by a day over 12", async () => {
    const { questions, sheets } = await propose(table("01/02/2020", "02/13/2020"));
    expect(sheets[0]?.days.order).toEqual({
      value: "month-day",
      sure: "proven",
      why: { reason: "only-reading", detail: "02/13/2020" },
    });
    expect(questions).toEqual([]);
  });

  it("is asked where both fit, and not where it makes no difference", async () => {
    const asked = await propose(table("01/02/2020", "02/03/2020"));
    expect(asked.questions.map(({ path }) => path)).toEqual(["day_order.t.csv"]);
    const told = await propose(table("01/02/2020", "02/03/2020"), { day_order: "month-day" });
    expect(told.questions).toEqual([]);
    expect(told.sheets[0]?.days.order).toMatchObject({ value: "month-day", sure: "told" });
    expect((await propose(table("02/02/2020", "2020-02-03"))).sheets[0]?.days).toEqual({});
  });
});

const AREA = '{"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,35]]]}';
function areas(...properties: readonly object[]) {
  const features = properties.map((each) => ({
    type: "Feature",
    properties: each,
    geometry: JSON.parse(AREA),
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

describe("areas", () => {
  it("of a daily archive have their days from their names, and whose they are is asked", async () => {
    const day = areas({ id: 1 });
    const meaning = await propose({ "maps/zone_20240708.geojson": day, "maps/zone_20240709.geojson": day });
    expect(meaning.sheets[0]).toMatchObject({
      key: "maps/zone_*.geojson",
      rows: 2,
      kind: { value: "areas" },
      days: { day: { value: undefined, sure: "proven", why: { reason: "file-name", detail: "2024-07-08" } } },
      side: { value: "zone", sure: "asked" },
    });
    expect(meaning.questions.map(({ path }) => path)).toEqual(["sheet_side.maps/zone_*.geojson", "rest"]);
  });

  it("with kinds of ground: what is left out, and whose the others are", async () => {
    const meaning = await propose(
      {
        "areas.geojson": areas(
          { status: "Occupied", from: "2020-01-01", to: "2020-02-01" },
          { status: "Unknown", from: "2020-01-01", to: "2020-02-01" },
          { status: "Liberated", from: "2020-02-01", to: null },
        ),
      },
      { "side.Occupied": "Reds", "side.Liberated": "blue", "side_name.blue": "The Blues" },
    );
    expect(meaning.values.map(({ value, side }) => [value, side.value, side.sure])).toEqual([
      ["Liberated", "blue", "told"],
      ["Occupied", "reds", "told"],
      ["Unknown", undefined, "likely"],
    ]);
    expect(meaning.sides).toEqual([
      { id: "blue", name: { en: "The Blues" }, colour: "azure" },
      { id: "reds", name: { en: "Reds" } },
    ]);
    expect(meaning.sheets[0]?.days.end).toEqual({
      value: "exclusive",
      sure: "likely",
      why: { reason: "values", detail: "2020-02-01" },
    });
    expect(meaning.questions).toEqual([]);
  });
});

it("is plain data", async () => {
  const meaning = await propose({ "areas.geojson": areas({ side: "red", day: "2020-01-01" }) });
  expect(JSON.parse(JSON.stringify(meaning))).toEqual(meaning);
});
