import { describe, expect, it } from "vitest";
import { alterMini } from "../fixtures/mini.ts";
import { runMini } from "../fixtures/run-mini.ts";

const CAPTURE = {
  date: "2020-01-02",
  settlement: "middle",
  name: "Middle",
  name_ar: "وسط",
  from: "blue",
  to: "red",
  certainty: "stated",
  claims: ["c1"],
  attributions: ["article"],
  sources: ["d1"],
  first_day: "2020-01-01",
  last_day: "2020-01-02",
  implied_by: null,
  contradicted_by: [],
  within_day: false,
};
const RECAPTURE = {
  ...CAPTURE,
  date: "2020-01-04",
  from: "red",
  to: "blue",
  certainty: "disputed",
  claims: ["c2"],
  attributions: ["blue media"],
  first_day: "2020-01-04",
  last_day: "2020-01-04",
  contradicted_by: ["c3"],
};

describe("validate", () => {
  it("exits 0 for a sound data set and sums up what was read", async () => {
    expect(await runMini(["validate", "mini"])).toEqual({
      code: 0,
      out: "0 errors, 0 warnings; read 3 settlements, 3 claims, areas of 5 days from 2020-01-01 to 2020-01-04\n",
      err: "",
    });
  });

  it("exits 1 with a line for each problem, disagreements of claims and areas included", async () => {
    const { code, out, err } = await runMini(["validate", "mini"], {
      ...alterMini("claims.csv", "2020-01-01,2020-01-02,window", "2020-01-03,2020-01-03,stated"),
      ...alterMini("posts.geojson", '"operator":"green"', '"operator":""'),
    });
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out.split("\n")).toEqual([
      "posts.geojson:2:1: feature 1 (post-1): found no operator; expected text; add operator [missing-member]",
      "front-lines.geojson: middle on 2020-01-02: found the place in the area of red; expected it with blue, as its claims have it; redraw the areas of that day or correct the claims [claims-and-areas-disagree]",
      expect.stringMatching(/^2 errors, 0 warnings; read 3 settlements/),
      "",
    ]);
  });

  it("exits 0 with warnings alone", async () => {
    const { code, out } = await runMini(
      ["validate", "mini"],
      alterMini("towns.geojson", "[11,52]", "[9.5,52]"),
    );
    expect(code).toBe(0);
    expect(out).toContain("warning: towns.geojson:2:1: feature 1 (west)");
  });

  it("prints the problems as JSON and CSV", async () => {
    const replaced = alterMini("posts.geojson", '"operator":"green"', '"operator":""');
    const problem = {
      severity: "error",
      code: "missing-member",
      file: "posts.geojson",
      line: 2,
      column: 1,
      record: "feature 1 (post-1)",
      member: "operator",
      found: "no operator",
      expected: "text",
      remedy: "add operator",
      count: 1,
    };
    const json = await runMini(["validate", "mini", "--json"], replaced);
    expect([json.code, JSON.parse(json.out)]).toEqual([1, [problem]]);
    const csv = await runMini(["validate", "mini", "--csv"], replaced);
    expect(csv.out).toBe(`${Object.keys(problem).join(",")}\n${Object.values(problem).join(",")}\n`);
  });

  it("refuses warnings, too, where it is to be strict", async () => {
    const outside = alterMini("towns.geojson", "[11,52]", "[9.5,52]");
    expect((await runMini(["validate", "mini", "--strict"], outside)).code).toBe(1);
    expect((await runMini(["validate", "mini", "--strict"])).code).toBe(0);
  });

  it("tells of what was put right, which is nothing to mend even where it is to be strict", async () => {
    const high = alterMini("towns.geojson", "[11,52]", "[11,52,300]");
    const { code, out } = await runMini(["validate", "mini", "--strict"], high);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^note: towns\.geojson: found 1 position with a third value.*\n0 errors, 0 warnings, 1 note; /,
    );
  });

  it("exits 1 where there is no data set", async () => {
    const { code, out } = await runMini(["validate", "nowhere"]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^dataset\.json: found no readable file .*\n1 error, 0 warnings; nothing could be read\n$/,
    );
  });
});

describe("changes", () => {
  it("prints a list of changes as JSON", async () => {
    const { code, out, err } = await runMini(["changes", "mini", "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual([CAPTURE, RECAPTURE]);
  });

  it("counts both the first and the last day asked for", async () => {
    const list = async (from: string, to: string) =>
      JSON.parse((await runMini(["changes", "mini", "--json", "--from", from, "--to", to])).out);
    expect(await list("2020-01-02", "2020-01-03")).toEqual([CAPTURE]);
    expect(await list("2020-01-03", "2020-01-04")).toEqual([RECAPTURE]);
    expect(await list("2020-01-03", "2020-01-03")).toEqual([]);
  });

  it("prints CSV with lists joined by a bar and null as an empty cell", async () => {
    const replaced = alterMini(
      "claims.csv",
      "c2,middle",
      "c4,middle,captured,whole,red,,2020-01-02,2020-01-02,stated,red media,reported,d2,3,0,M,,Again.\nc2,middle",
    );
    const { out } = await runMini(["changes", "mini", "--csv", "--to", "2020-01-02"], replaced);
    expect(out).toBe(
      "date,settlement,name,name_ar,from,to,certainty,claims,attributions,sources,first_day,last_day,implied_by,contradicted_by,within_day\n" +
        "2020-01-02,middle,Middle,وسط,blue,red,stated,c1|c4,article|red media,d1|d2,2020-01-02,2020-01-02,,,false\n",
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "=1\n2"])("defuses the formula %j in a cell", async (name) => {
    const replaced = alterMini("towns.geojson", '"name":"Middle"', `"name":${JSON.stringify(name)}`);
    const { out } = await runMini(["changes", "mini", "--csv"], replaced);
    expect(out).toMatch(/,middle,"?'[=+\-@]/);
  });

  it("prints a table within 100 columns for people, without Arabic", async () => {
    const { out } = await runMini(["changes", "mini"]);
    expect(out).toBe(
      [
        "Day         Place   From  To    Certainty  Who says so",
        "----------  ------  ----  ----  ---------  -----------",
        "2020-01-02  Middle  Blue  Red   stated     article",
        "2020-01-04  Middle  Red   Blue  disputed   blue media",
        "2 changes",
        "",
      ].join("\n"),
    );
    const long = await runMini(["changes", "mini"], alterMini("claims.csv", "article", "a".repeat(200)));
    expect(Math.max(...long.out.split("\n").map((line) => line.length))).toBe(100);
  });

  it("answers from what is sound and says once that something is not", async () => {
    const { code, out, err } = await runMini(
      ["changes", "mini", "--json"],
      alterMini("claims.csv", "c3,middle,held", "c3,middle,kept"),
    );
    expect({ code, err }).toEqual({
      code: 0,
      err: "1 problem in the data set, run 'validate' to see; the answer leaves out what could not be read\n",
    });
    expect(JSON.parse(out)).toEqual([CAPTURE, RECAPTURE]);
  });
});

describe("history", () => {
  it("finds the place by any name and prints all there is about it as JSON", async () => {
    const { code, out } = await runMini(["history", "MIDDLE", "mini", "--json"]);
    expect(code).toBe(0);
    const history = JSON.parse(out);
    expect(Object.keys(history)).toEqual(["settlement", "initial_side", "changes", "contested", "claims"]);
    expect(history.settlement).toMatchObject({
      id: "middle",
      name_ar: "وسط",
      position: [12, 52],
      precision_km: 1,
    });
    expect(history.initial_side).toBe("blue");
    expect(history.changes[1]).toEqual({ ...RECAPTURE, claim_details: [history.claims[1]] });
    expect(history.claims.map((claim: { id: string }) => claim.id)).toEqual(["c1", "c2", "c3"]);
    expect(history.claims[2]).toEqual({
      id: "c3",
      settlement: "middle",
      action: "held",
      extent: null,
      side: "red",
      actor: "",
      first_day: "2020-01-04",
      last_day: "2020-01-04",
      day_basis: "stated",
      attribution: "red media",
      certainty: "disputed",
      source: "d2",
      document: "Second document",
      paragraph: 1,
      offset: 5,
      spelling: "Middle",
      contradicts: "c2",
      ground: null,
      summary: "Middle: said to be held.",
    });
    expect((await runMini(["history", "وسط", "mini", "--json"])).out).toBe(out);
  });

  it("prints the changes as CSV with the columns of changes", async () => {
    const changes = await runMini(["changes", "mini", "--csv"]);
    expect((await runMini(["history", "middle", "mini", "--csv"])).out).toBe(changes.out);
  });

  it("prints changes, contested days and claims for people", async () => {
    const replaced = alterMini("claims.csv", "c3,middle,held,,red", "c3,middle,contested,,");
    const { out } = await runMini(["history", "middle", "mini"], replaced);
    expect(out).toContain(
      "At the start: Blue\n2020-01-02: Blue -> Red, stated, between 2020-01-01 and 2020-01-02: c1\n",
    );
    expect(out).toMatch(/Contested from 2020-01-04 until .*: c3\n/);
    expect(out).toContain("c1  2020-01-01 to 2020-01-02  captured by Red, according to article (stated)\n");
  });
});

describe("status", () => {
  it("prints who holds each place at the end of the day as JSON, in order of name", async () => {
    const { code, out } = await runMini(["status", "mini", "--json", "--day", "2020-01-02"]);
    expect(code).toBe(0);
    const settled = { control: "held", since: null, contested_claims: [] };
    expect(JSON.parse(out)).toEqual({
      day: "2020-01-02",
      settlements: [
        { id: "east", name: "East", name_ar: "شرق", ...settled, by: "blue" },
        { id: "middle", name: "Middle", name_ar: "وسط", ...settled, by: "red", since: "2020-01-02" },
        { id: "west", name: "West", name_ar: "غرب", ...settled, by: "red" },
      ],
      documented: 3,
      counts: { red: 2, blue: 1 },
      contested: 0,
      unknown: 0,
    });
  });

  it("names the claims of a contested place and does not count it for a side", async () => {
    const replaced = alterMini("claims.csv", "c3,middle,held,,red", "c3,east,contested,,");
    const { out } = await runMini(["status", "mini", "--json", "--day", "2020-01-04"], replaced);
    expect(JSON.parse(out)).toMatchObject({
      settlements: [{ id: "east", control: "contested", by: "blue", contested_claims: ["c3"] }, {}, {}],
      counts: { red: 1, blue: 1 },
      contested: 1,
    });
  });

  it("says unknown where neither claims nor areas tell", async () => {
    const replaced = alterMini("towns.geojson", "[13,52]", "[13,55]");
    const { out } = await runMini(["status", "mini", "--csv", "--day", "2020-01-01"], replaced);
    expect(out.split("\n").slice(0, 2)).toEqual([
      "id,name,name_ar,control,by,since,contested_claims",
      "east,East,شرق,unknown,,,",
    ]);
  });

  it("prints a table with counts for people", async () => {
    const { out } = await runMini(["status", "mini", "--day", "2020-01-02"]);
    expect(out).toContain("Middle  middle  held     Red   2020-01-02\n");
    expect(out).toMatch(/\nRed 2, Blue 1, contested 0, unknown 0\n$/);
  });
});

describe("--strict", () => {
  const broken = alterMini("posts.geojson", '"operator":"green"', '"operator":""');

  it("refuses a data set with errors, naming them, and prints no answer", async () => {
    const { code, out, err } = await runMini(["changes", "mini", "--strict"], broken);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toBe(
      "posts.geojson:2:1: feature 1 (post-1): found no operator; expected text; add operator [missing-member]\n",
    );
  });

  it("answers where there are warnings alone", async () => {
    const outside = alterMini("towns.geojson", "[11,52]", "[9.5,52]");
    expect((await runMini(["changes", "mini", "--strict"], outside)).code).toBe(0);
  });
});
