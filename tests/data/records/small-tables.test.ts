import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { formatProblem } from "../../../src/data/problem.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";

const PLACES = `id,name,name_ar,spellings,lng,lat
north-fort,North Fort,حصن الشمال,Nordfort,10,50
mill,Mill,طاحونة,,10.2,50
mill-2,Mill,,,10.4,50
`;

interface Story {
  readonly claims?: string;
  readonly events?: string;
  readonly figures?: string;
  readonly sources?: string;
  readonly declared?: object;
  readonly files?: object;
}

async function load({ claims, events, figures, sources, declared = {}, files = {} }: Story) {
  const tables = { claims, events, figures };
  const given = Object.entries(tables).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const declaration = {
    format: "frontline-atlas/1",
    title: "Small tables",
    first_day: "2020-01-01",
    last_day: "2020-12-31",
    sides: [{ id: "red" }, { id: "blue" }],
    files: {
      settlements: "places.csv",
      control: "areas.geojson",
      ...Object.fromEntries(given.map(([kind]) => [kind, `${kind}.csv`])),
      ...(sources === undefined ? {} : { sources: "sources.json" }),
      ...files,
    },
    ...declared,
  };
  const ring = [
    [9, 49],
    [11, 49],
    [11, 51],
    [9, 51],
    [9, 49],
  ];
  const area = {
    type: "Feature",
    properties: { side: "red", from: "2020-01-01" },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
  const { dataset, problems } = await loadDataset(
    folderFromTexts({
      "dataset.json": JSON.stringify(declaration),
      "places.csv": PLACES,
      "areas.geojson": JSON.stringify({ type: "FeatureCollection", features: [area] }),
      ...Object.fromEntries(given.map(([kind, text]) => [`${kind}.csv`, text])),
      ...(sources === undefined ? {} : { "sources.json": sources }),
    }),
  );
  // That claims and areas disagree is told by another part, and not what this is about.
  return { dataset, lines: problems.map(formatProblem).filter((line) => !line.includes("disagree")) };
}

describe("a table as a person makes it", () => {
  it("needs a place, a side, a day and who says so", async () => {
    const claims = `Place,By,Date,Link
North Fort,red,6 February 2020,https://www.example.org/a?b=1
حصن الشمال,blue,2020-03-01,the mayor
nordfort,red,2020-04-01,the mayor
`;
    const { dataset, lines } = await load({ claims });
    expect(lines).toEqual([]);
    expect(dataset?.claims).toMatchObject([
      {
        id: "row-2",
        settlement: "north-fort",
        action: "captured",
        side: "red",
        firstDay: "2020-02-06",
        lastDay: "2020-02-06",
        dayBasis: "stated",
        certainty: "stated",
        attribution: "article",
        paragraph: 0,
      },
      { id: "row-3", settlement: "north-fort", side: "blue" },
      { id: "row-4", settlement: "north-fort", side: "red" },
    ]);
    const [first, second, third] = dataset?.claims ?? [];
    expect(second?.source).toBe(third?.source);
    expect(dataset?.sources).toEqual([
      {
        id: first?.source,
        title: "https://www.example.org/a?b=1",
        url: "https://www.example.org/a?b=1",
        publisher: "example.org",
        date: "",
        leaning: "",
        note: "",
      },
      expect.objectContaining({ id: second?.source, title: "the mayor", url: "" }),
    ]);
  });

  it("keeps the good rows and has one problem for each of the others", async () => {
    const claims = `id,settlement,action,side,first_day,last_day,certainty,summary,date
c1,north-fort,captured,red,2020-01-02,,reported,Taken,early morning
c2,north-fort,captured,red,,,reported,No day,
c3,north-fort,captured,red,2020-02-30,,reported,No such day,
c4,north-fort,captured,red,,2020-05-04,reported,By that day,
c6,north-fort,captured,red,2020-05-05,,reported,,
`;
    const { dataset, lines } = await load({ claims });
    expect(dataset?.claims.map(({ id, firstDay, lastDay }) => `${id} ${firstDay} ${lastDay}`)).toEqual([
      "c1 2020-01-02 2020-01-02",
      "c4 2020-05-04 2020-05-04",
    ]);
    expect(lines).toEqual([
      expect.stringMatching(/row 3 \(c2\): found no first_day and no last_day; .* \[missing-member\]$/),
      expect.stringMatching(/row 4 \(c3\): found first_day "2020-02-30"; .* \[not-a-day\]$/),
      expect.stringMatching(
        /row 6 \(c6\): found none of summary, source, attribution; .* \[missing-member\]$/,
      ),
    ]);
  });

  it("is asked which place it means where several have the name", async () => {
    const { dataset, lines } = await load({ claims: "place,side,day,summary\nMILL,red,2020-02-01,Taken\n" });
    expect(dataset?.claims).toEqual([]);
    expect(lines).toEqual([
      expect.stringMatching(
        /found place "MILL", of which there are 2; .*; write one of mill, mill-2 \[ambiguous-settlement\]$/,
      ),
    ]);
  });

  it("says once which columns it lacks, by all names that would do", async () => {
    const { lines } = await load({ claims: "where,day,summary\nMill,2020-02-01,x\nMill,2020-02-01,x\n" });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("no column settlement, side or action");
    expect(lines[0]).toContain("settlement (place,");
  });

  it("has columns and values of its own where they are declared", async () => {
    const claims = {
      path: "mine.csv",
      columns: { settlement: "wo", side: "wer" },
      values: { side: { R: "red" } },
    };
    const folder = await load({
      claims: "wo,wer,day,summary\nnorth-fort,R,2020-02-01,x\n",
      files: { claims: { ...claims, path: "claims.csv" } },
    });
    expect(folder.lines).toEqual([]);
    expect(folder.dataset?.claims).toMatchObject([{ side: "red", settlement: "north-fort" }]);
    const wrong = await load({
      claims: "where,wer,day,summary\nnorth-fort,R,2020-02-01,x\n",
      files: { claims: { ...claims, path: "claims.csv" } },
    });
    expect(wrong.lines).toEqual([expect.stringContaining("no column wo")]);
  });

  it("may name an address that stands in no list of documents, but no other text", async () => {
    const sources = JSON.stringify([{ id: "d1", title: "Paper" }]);
    const claims = `place,side,day,source
north-fort,red,2020-02-01,d1
north-fort,blue,2020-03-01,https://example.org/d1
north-fort,red,2020-04-01,d2
`;
    const { dataset, lines } = await load({ claims, sources });
    expect(dataset?.claims.map(({ source }) => source)).toEqual(["d1", "example.org/d1"]);
    expect(dataset?.sources.map(({ id }) => id)).toEqual(["d1", "example.org/d1"]);
    expect(lines).toEqual([expect.stringContaining('found source "d2"')]);
  });

  it("tells events and figures in few columns too", async () => {
    const { dataset, lines } = await load({
      events: "date,title\n2020-02-01,A bridge was blown up\n",
      figures: "from,to,value,according_to\n2020-02-01,2020-02-10,120,the mayor\n",
    });
    expect(lines).toEqual([]);
    expect(dataset?.events).toMatchObject([
      { kind: "other", title: "A bridge was blown up", summary: "A bridge was blown up", attribution: "" },
    ]);
    expect(dataset?.figures).toMatchObject([
      { measure: "other", value: 120, dayBasis: "window", certainty: "reported", attribution: "the mayor" },
    ]);
  });
});

describe("days in numbers", () => {
  const claims = "place,side,date,summary\nnorth-fort,red,1/2/2020,x\nnorth-fort,blue,3/26/2020 14:00,x\n";

  it("are never guessed, and the order that makes them days is offered", async () => {
    const { dataset, lines } = await load({ claims });
    expect(dataset?.claims).toEqual([]);
    expect(lines).toEqual([
      expect.stringContaining('declare "day_order": "day-month" or "month-day" in dataset.json [not-a-day]'),
      expect.stringContaining('declare "day_order": "month-day" in dataset.json [not-a-day]'),
    ]);
  });

  it.each([
    ["month-day", ["2020-01-02", "2020-03-26"]],
    ["day-month", ["2020-02-01"]],
  ])("are read by the declared order %s", async (order, days) => {
    const { dataset } = await load({ claims, declared: { day_order: order } });
    expect(dataset?.claims.map(({ lastDay }) => lastDay)).toEqual(days);
  });
});
