import { describe, expect, it } from "vitest";
import { needAll, parseCsv } from "../../../src/data/text/csv.ts";
import { type Problem } from "../../../src/data/problem.ts";

function read(text: string) {
  const problems: Problem[] = [];
  const rows = parseCsv(text, needAll(["id", "name"]), { file: "x.csv", problems });
  return { cells: rows.map(({ cells }) => ({ ...cells })), numbers: rows.map((row) => row.number), problems };
}

describe("parseCsv", () => {
  it.each([
    ["commas", "id,name\na,Aba\n"],
    ["semicolons", "id;name\r\na;Aba\r\n"],
    ["tabs", "id\tname\ra\tAba\r"],
    ["a byte order mark", "\uFEFFid,name\na,Aba"],
  ])("reads cells parted by %s", (_, text) => {
    expect(read(text)).toMatchObject({ cells: [{ id: "a", name: "Aba" }], problems: [] });
  });

  it("counts rows as a spreadsheet does and lines as an editor does", () => {
    const { numbers, problems } = read('id,name\na,"two\nlines"\n\nb,Beko,more\nc,Cilo\n');
    expect(numbers).toEqual([2, 5]);
    expect(problems).toMatchObject([{ record: "row 4 (b)", line: 5, found: "3 cells" }]);
  });

  it("takes a column by the name of what every object has for a column", () => {
    const { cells, problems } = read("id,name,__proto__,constructor\na,Aba,x,y\n");
    expect(problems).toEqual([]);
    expect(Object.entries(cells[0] ?? {})).toContainEqual(["__proto__", "x"]);
  });
});
