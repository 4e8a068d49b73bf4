import { describe, expect, it } from "vitest";
import { createByteWriter } from "../../src/core/byte-columns.ts";
import { readCompiled, writeCompiled } from "../../src/data/compiled/compiled.ts";
import { ContainerError, openContainer, packParts } from "../../src/data/compiled/container.ts";
import { COMPILED_LIMITS, refuseExcess } from "../../src/data/compiled/extent.ts";
import { findJsonExcess } from "../../src/data/json-size.ts";
import { DATA_LIMITS } from "../../src/data/limits.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { formatProblem } from "../../src/data/problem.ts";
import { openFiles } from "../../src/open/open-files.ts";
import { folderFromTexts } from "../fixtures/folder-of.ts";
import { loadMini } from "../fixtures/mini.ts";
import { declare, SMALL_WAR } from "../fixtures/small-war.ts";

async function listProblems(...[files, options]: [Parameters<typeof folderFromTexts>[0], object?]) {
  const { problems } = await loadDataset(folderFromTexts(files), options);
  return problems.map(formatProblem);
}

describe("more in a folder than is read is one problem, with what is allowed", () => {
  it("rows of a table", async () => {
    const places = `id,name,kind,importance,lng,lat\n${"\n,".repeat(DATA_LIMITS.rows + 1)}`;
    expect(await listProblems({ ...SMALL_WAR, "places.csv": places })).toEqual([
      "places.csv: found more than 2000000 rows; expected at most 2000000 rows; take out rows and columns that are not needed [table-too-large]",
    ]);
  });

  it("columns of a table, however many", async () => {
    const header = Array.from({ length: 300_000 }, (_, column) => `c${column}`).join(",");
    expect(await listProblems({ ...SMALL_WAR, "places.csv": `${header}\n1\n` })).toEqual([
      "places.csv: found 300000 columns; expected at most 2000 columns; take out rows and columns that are not needed [table-too-large]",
    ]);
  });

  it("features of a collection", async () => {
    const places = `{"type":"FeatureCollection","features":[${"0,".repeat(DATA_LIMITS.rows)}0]}`;
    const files = declare({ files: { settlements: "places.geojson", control: "daily" } });
    expect(await listProblems({ ...SMALL_WAR, ...files, "places.geojson": places })).toEqual([
      "places.geojson: found 2000001 features; expected at most 2000000 features; take out features that are not needed, or split the file [file-too-large]",
    ]);
  });

  it.each([
    ["vertices", 5, "different places on all outlines", "2024-01-02"],
    ["links", 5, "different edges of all outlines", "2024-01-02"],
    ["phases", 2, "different states of the ground", "2024-01-03"],
  ])(
    "%s of its ground: the days that follow are left out, and told as missing",
    async (what, most, text, day) => {
      const groundLimits = { ...DATA_LIMITS, [what]: most };
      const told = await listProblems(SMALL_WAR, { groundLimits });
      expect(told[0]).toBe(
        `daily: found more than that before ${day}: what follows is left out; expected at most ${most} ${text}; draw the outlines more coarsely, or tell the story in several data sets [ground-too-large]`,
      );
      expect(told.filter((line) => line.includes("[ground-too-large]"))).toHaveLength(1);
      const { dataset } = await loadDataset(folderFromTexts(SMALL_WAR), { groundLimits });
      expect(dataset?.control.phases.at(-1)?.to).toBe(day);
    },
  );

  it("brackets of JSON, wherever they stand but within quotes", () => {
    const limits = { depth: 3, brackets: 5 };
    const encode = (text: string) => new TextEncoder().encode(text);
    const cases = [
      ['[[],{"a[[[[[[[":"\\"[[[["},[]]', undefined],
      ["[[[]]]", undefined],
      ["[[[[]]]]", { what: "nested too deeply", offset: 3 }],
      ["[[],[],[],[],[]]", { what: "too many lists and objects", offset: 13 }],
    ] as const;
    for (const [text, excess] of cases) {
      expect(findJsonExcess(text, limits)).toEqual(excess);
      expect(findJsonExcess(encode(text), limits)).toEqual(excess);
    }
  });
});

describe("more in a made-up compiled file than is read is refused, before it takes the memory", () => {
  async function openMini() {
    const { dataset, ...report } = await loadMini();
    if (!dataset) throw new Error("The mini data set cannot be read");
    const bytes = await writeCompiled({ ...report, dataset });
    const container = openContainer(bytes);
    return { bytes, format: container.format, parts: await container.read() };
  }
  type Parts = Awaited<ReturnType<typeof openMini>>["parts"];

  const decode = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  async function refuseMade(change: (parts: Parts) => Iterable<readonly [string, Uint8Array<ArrayBuffer>]>) {
    const { format, parts } = await openMini();
    const bytes = await packParts(format, new Map([...parts, ...change(parts)]));
    const outcome = await openFiles([{ path: "x.frontline", file: new File([bytes], "x.frontline") }]);
    return {
      size: bytes.length,
      lines: outcome.kind === "refused" ? outcome.problems.map(formatProblem) : [],
    };
  }

  it("and a sound one is not", async () => {
    const { bytes } = await openMini();
    await refuseExcess(bytes);
    expect((await readCompiled(bytes)).dataset.settlements).toHaveLength(3);
  });

  it.each(["rows", "values", "phases", "vertices", "links", "parts"] as const)(
    "%s, by whatever limit there is",
    async (limit) => {
      const { bytes } = await openMini();
      await expect(refuseExcess(bytes, { ...COMPILED_LIMITS, [limit]: 1 })).rejects.toThrow(ContainerError);
    },
  );

  it("records that share one list of values in thousands of columns", async () => {
    const { lines } = await refuseMade((parts) => {
      const written = decode(parts.get("records"));
      const count = 100_000;
      const list = written.lists.push(Array.from({ length: count }, () => 0)) - 1;
      const columns = Object.fromEntries(Array.from({ length: 1001 }, (_, number) => [`c${number}`, list]));
      written.records.claims = { count, columns };
      return [["records", encode(written)]];
    });
    expect(lines).toEqual([
      expect.stringMatching(
        /^x\.frontline: found .* has 1001\d{5} values; at most 100000000 are read.*\[damaged-compiled-file\]$/,
      ),
    ]);
  });

  it("edges of which every group says that there are as many as bytes", async () => {
    const { size, lines } = await refuseMade(() => {
      const writer = createByteWriter();
      writer.writeCount(0);
      writer.writeText('[{"kind":"area","side":"red"}]');
      writer.writeCount(0);
      writer.writeCount(1);
      for (const _ of ["longitudes", "latitudes"]) writer.writeCount(1);
      writer.writeCount(1000);
      for (let group = 0; group < 1000; group++) {
        writer.writeCount(0);
        writer.writeCount(4_000_000);
      }
      const head = writer.toBytes();
      const bytes = new Uint8Array(5_000_000);
      bytes.set(head);
      return [["control", bytes]];
    });
    expect(size).toBeLessThan(30_000);
    expect(lines).toEqual([
      expect.stringContaining("has 44000000 edges of outlines; at most 40000000 are read"),
    ]);
  });

  it("days and places, however few bytes there are", async () => {
    const count = (value: number) => {
      const writer = createByteWriter();
      writer.writeCount(value);
      return writer.toBytes();
    };
    const phases = await refuseMade(() => [["control", count(20_000_000)]]);
    expect(phases.lines).toEqual([expect.stringContaining("20000000 states of the ground; at most 100000")]);
    const places = await refuseMade(() => [["positions", count(30_000_000)]]);
    expect(places.lines).toEqual([expect.stringContaining("30000000 positions; at most 20000000 are read")]);
  });
});
