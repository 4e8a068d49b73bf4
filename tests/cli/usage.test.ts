import { describe, expect, it } from "vitest";
import { USAGE } from "../../src/cli/usage.ts";
import { runMini } from "../fixtures/run-mini.ts";

describe("a wrong call", () => {
  it.each([
    ["no command", [], "no command is given"],
    ["an unknown command", ["conquer"], 'unknown command "conquer"'],
    ["an unknown option", ["validate", "--loud"], "Unknown option '--loud'"],
    [
      "an option of another command",
      ["validate", "mini", "--day", "2020-01-01"],
      "validate takes no option --day",
    ],
    [
      "an option without its value",
      ["changes", "mini", "--from"],
      "Option '--from <value>' argument missing",
    ],
    [
      "an impossible day",
      ["changes", "mini", "--from", "2020-02-30"],
      '--from "2020-02-30" is not a real day written YYYY-MM-DD',
    ],
    [
      "days the wrong way round",
      ["changes", "--from", "2020-01-03", "--to=2020-01-02"],
      "--from 2020-01-03 is later than --to 2020-01-02",
    ],
    ["status without a day", ["status", "mini"], "status needs a day: --day YYYY-MM-DD"],
    ["history without a place", ["history"], "history needs a place: its id, or its name in quotes"],
    [
      "too many arguments",
      ["history", "Maarrat", "al", "Numan"],
      "too many arguments (Numan); quote a name of several words",
    ],
    ["a host that is blank", ["serve", "mini", "--host", ""], "--host is blank"],
    ["a place to write to that is blank", ["build", "mini", "--out="], "--out is blank"],
    ["a site that is blank", ["build", "mini", "--site", " "], "--site is blank"],
    ["a folder that is blank", ["new", ""], "an argument is blank"],
    ["two formats at once", ["changes", "mini", "--json", "--csv"], "--json and --csv exclude each other"],
  ])("with %s prints the problem and the usage to the error stream and exits 2", async (_, args, message) => {
    expect(await runMini(args)).toEqual({ code: 2, out: "", err: `frontline: ${message}\n\n${USAGE}` });
  });

  it("of a day outside the story exits 2 and names its days", async () => {
    expect(await runMini(["status", "mini", "--day", "2020-01-05"])).toEqual({
      code: 2,
      out: "",
      err: "frontline: --day 2020-01-05 is outside the story, which runs from 2020-01-01 to 2020-01-04\n",
    });
  });

  it.each([
    ["Muddle", 'frontline: no place is called "Muddle"; perhaps middle\n'],
    ["Centre", 'frontline: "Centre" may be any of middle, east; give one of these ids\n'],
  ])("of the place %s exits 2 and names the places that may be meant", async (place, err) => {
    expect(await runMini(["history", place, "mini"])).toEqual({ code: 2, out: "", err });
  });
});

describe("a call", () => {
  it.each([[["help"]], [["--help"]], [["changes", "--help"]], [["help", "changes"]]])(
    "for help exits 0: %j",
    async (args) => {
      expect(await runMini(args)).toEqual({ code: 0, out: USAGE, err: "" });
    },
  );

  it("may have its options anywhere", async () => {
    const expected = await runMini(["changes", "mini", "--json", "--from", "2020-01-03"]);
    expect(expected.code).toBe(0);
    expect(await runMini(["--from", "2020-01-03", "changes", "--json", "mini"])).toEqual(expected);
    expect(await runMini(["--json", "--from=2020-01-03", "changes", "mini"])).toEqual(expected);
  });

  it("means the folder geodata where it names none", async () => {
    const { code, err } = await runMini(["changes"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^dataset\.json: found no readable file \(.*geodata\/dataset\.json/);
  });

  it("keeps usage within 100 columns", () => {
    expect(Math.max(...USAGE.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
