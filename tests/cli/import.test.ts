import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, runIn } from "../fixtures/run-folder.ts";

const CONTROL = `Town,Lat,Lon,Day,Held by
Alba,35.1,36.1,02/01/2020,North
Alba,35.1,36.1,02/06/2020,South
Bera,35.2,36.2,02/01/2020,South
`;

function prepare(files: Readonly<Record<string, string>>) {
  const cwd = makeFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(cwd, path, ".."), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  return cwd;
}

describe("import", () => {
  it("says what it understood, asks what nothing tells, and ends with 1 while it had to guess", async () => {
    const cwd = prepare({ "control.csv": CONTROL });
    const { code, out, err } = await runIn(cwd, ["import", "control.csv", "--out", "war"]);
    expect(code).toBe(1);
    expect(out).toContain("control.csv: held-places, 3 rows");
    expect(out).toMatch(/side +Held by +\(likely: column "Held by"\)/);
    expect(out).toMatch(/position +Lat, Lon/);
    expect(out).toContain('which number is the month?  "02/01/2020"');
    expect(out).toContain("--set day_order.control.csv=ANSWER");
    expect(err).toContain("Written: war");
  });

  it("writes the files as they were, which open from then on with every command", async () => {
    const cwd = prepare({ "control.csv": CONTROL });
    const args = [
      "import",
      "control.csv",
      "--out",
      "war",
      "--set",
      "day_order=month-day",
      "--set",
      "side.North=no",
    ];
    expect(await runIn(cwd, args)).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, "war")).toSorted()).toEqual(["control.csv", "dataset.json"]);
    expect(readFileSync(join(cwd, "war/control.csv"), "utf8")).toBe(CONTROL);
    expect(await runIn(cwd, ["validate", "war"])).toMatchObject({ code: 0 });
    const changes = JSON.parse((await runIn(cwd, ["changes", "war", "--json"])).out);
    expect(changes).toMatchObject([{ date: "2020-02-06", settlement: "alba", from: "no", to: "south" }]);
    // Next week's rows need nothing to be said.
    writeFileSync(join(cwd, "war/control.csv"), `${CONTROL}Bera,35.2,36.2,02/12/2020,North\n`);
    expect(JSON.parse((await runIn(cwd, ["changes", "war", "--json"])).out)).toHaveLength(2);
  });

  it("takes folders, tells as JSON, and writes nothing unless it is asked to", async () => {
    const area = (side: string) =>
      JSON.stringify({
        type: "Feature",
        properties: { control: side },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [36, 35],
              [37, 35],
              [37, 36],
              [36, 35],
            ],
          ],
        },
      });
    const cwd = prepare({
      "daily/a_20200201.geojson": area("red"),
      "daily/a_20200202.geojson": area("blue"),
    });
    const { code, out } = await runIn(cwd, ["import", "daily", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).meaning.sheets).toMatchObject([
      { key: "daily/a_*.geojson", kind: { value: "areas" } },
    ]);
    expect(readdirSync(cwd)).toEqual(["daily"]);
  });

  it.each([
    ["no file", ["import"], "import needs the names"],
    ["a file that is not there", ["import", "x.csv"], "there is no file x.csv"],
    [
      "an answer that fits nothing",
      ["import", "control.csv", "--set", "side.East=e"],
      "side.East=e fits nothing",
    ],
    ["half an answer", ["import", "control.csv", "--set", "side"], "--set needs"],
    ["a folder in use", ["import", "control.csv", "--out", "."], "not empty"],
  ])("refuses %s as a wrong call", async (_, args, message) => {
    const cwd = prepare({ "control.csv": CONTROL });
    const { code, err } = await runIn(cwd, args);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(message) });
    expect(existsSync(join(cwd, "dataset.json"))).toBe(false);
  });

  it("tells of rows that are wrong by their file and row, and of files with nothing in them", async () => {
    const cwd = prepare({
      "control.csv": `${CONTROL}Cora,35.3,36.3,02/31/2020,North\n`,
      "notes.csv": "a,b\n1,2\n",
    });
    const { out } = await runIn(cwd, ["import", "control.csv", "--set", "day_order=month-day"]);
    expect(out).toContain('control.csv: row 5: found Day "02/31/2020"');
    expect(await runIn(cwd, ["import", "notes.csv", "--out", "no"])).toMatchObject({ code: 1 });
    expect(existsSync(join(cwd, "no"))).toBe(false);
  });
});
