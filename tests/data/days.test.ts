import { describe, expect, it } from "vitest";
import { folderFromTexts } from "../fixtures/folder-of.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { formatProblem } from "../../src/data/problem.ts";
import { box, collect, declare, drawArea, type Files, SMALL_WAR } from "../fixtures/small-war.ts";

const CLAIM_COLUMNS =
  "id,settlement,action,extent,side,actor,first_day,last_day,day_basis,attribution,certainty,source,paragraph,offset,spelling,contradicts,summary";

async function load(files: Files) {
  const { dataset, problems } = await loadDataset(folderFromTexts({ ...SMALL_WAR, ...files }));
  return { dataset, lines: problems.map(formatProblem) };
}

/** Every place in which a day is read, with `written` there for the second day of 2024. */
function writeEverywhere(written: string, next: string): Readonly<Record<string, Files>> {
  const dated = drawArea("red", box(30, 46, 34, 48));
  const files = { settlements: "places.csv", control: "areas.geojson" };
  return {
    "dataset.json": declare({ first_day: written }),
    "a feature's from and to": {
      ...declare({ files }),
      "areas.geojson": collect({ ...dated, properties: { side: "red", from: written, to: next } }),
    },
    "a feature's date": {
      ...declare({ files }),
      "areas.geojson": collect({ ...dated, properties: { side: "red", date: written } }),
    },
    "a collection's date": {
      ...declare({ files: { ...files, control: "one" } }),
      "one/latest.geojson": JSON.stringify({ ...JSON.parse(collect(dated)), date: written }),
    },
    "a table": {
      ...declare({ files: { ...files, control: "daily", claims: "claims.csv" } }),
      "claims.csv": `${CLAIM_COLUMNS}\nc1,aba,captured,whole,red,,"${written}","${written}",stated,press,stated,001,1,0,,,Taken\n`,
    },
    "observation posts": {
      ...declare({ files: { ...files, control: "daily", posts: "posts.geojson" } }),
      "posts.geojson": collect({
        type: "Feature",
        properties: {
          id: "p1",
          name: "Post",
          number: 1,
          operator: "red",
          precision_km: 1,
          states: [{ state: "established", day: written, precision: "day", basis: "x", source: "001" }],
        },
        geometry: { type: "Point", coordinates: [31, 47] },
      }),
    },
  };
}

const PLACES = Object.keys(writeEverywhere("", ""));

describe.each(["2 January 2024", "Jan 2, 2024", "02-Jan-2024", "2024-01-02T18:00:00Z", "2024/01/02"])(
  "the day %j",
  (written) => {
    it.each(PLACES)("is read in %s", async (place) => {
      const { dataset, lines } = await load(writeEverywhere(written, "3 January 2024")[place] ?? {});
      expect(lines).toEqual([]);
      const { firstDay, claims = [], posts = [] } = dataset ?? {};
      const days = [
        firstDay,
        ...claims.map((claim) => claim.lastDay),
        ...posts.flatMap(({ events }) => events[0]?.day),
      ];
      expect(days.at(-1)).toBe("2024-01-02");
    });
  },
);

describe.each([
  "-0216-08-02",
  "-000216-08-02",
  "0000-08-02",
  "0216-08-02 BC",
  "2 August 0216 BC",
  "\u22120216-08-02",
])("the day %j, before the year 1,", (written) => {
  it.each(PLACES)("is refused in %s and never read as another", async (place) => {
    const { dataset, lines } = await load(writeEverywhere(written, "-0216-08-03")[place] ?? {});
    expect(lines.some((line) => /found (.*day|from|date)/.test(line))).toBe(true);
    expect(JSON.stringify([dataset?.firstDay, dataset?.claims, dataset?.posts])).not.toMatch(
      /0216|0000|2016/,
    );
  });

  it("is refused in the name of a file", async () => {
    const files = { [`daily/${written}.geojson`]: collect(drawArea("red", box(30, 46, 34, 48))) };
    const { dataset, lines } = await load(files);
    expect(lines).toEqual([expect.stringContaining(`daily/${written}.geojson: found no day`)]);
    expect(dataset?.firstDay).toBe("2024-01-01");
  });
});

it("tells a story of the year 79", async () => {
  const { dataset, lines } = await load({
    ...declare({ files: { settlements: "places.csv", control: "vesuvius" } }),
    "vesuvius/0079-08-24.geojson": collect(drawArea("red", box(30, 46, 34, 48))),
    "vesuvius/0079-08-25.geojson": collect(drawArea("blue", box(30, 46, 34, 48))),
  });
  expect(lines).toEqual([]);
  expect(dataset).toMatchObject({ firstDay: "0079-08-24", lastDay: "0079-08-25" });
});
