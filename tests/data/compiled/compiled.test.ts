import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createArchiveBuilder } from "../../../src/core/archive/builder.ts";
import { openArchive } from "../../../src/core/archive/control-archive.ts";
import { addDays } from "../../../src/core/day.ts";
import { decodeArchive, encodeArchive } from "../../../src/data/compiled/archive-bytes.ts";
import { createByteReader, createByteWriter } from "../../../src/core/byte-columns.ts";
import { readCompiled, writeCompiled } from "../../../src/data/compiled/compiled.ts";
import { ContainerError, openContainer, packParts } from "../../../src/data/compiled/container.ts";
import { generateConflict } from "../../bench/generate.ts";
import { namePolygons } from "../../core/name-shapes.ts";
import { loadBundled } from "../../geodata/bundled.ts";
import { loadMini } from "../../fixtures/mini.ts";

const conflict = generateConflict({ days: 40, settlements: 50, vertices: 400, seed: 5, sides: "two" });
const days = [...conflict.listDailyAreas()].map(({ day, areas }) => ({
  day,
  areas: areas.features.map(({ properties, geometry }) => ({ side: properties.side, geometry })),
}));

function buildGenerated() {
  const builder = createArchiveBuilder();
  for (const { day, areas } of days) builder.addPhase({ from: day, to: addDays(day, 1) }, areas);
  return builder.build();
}

describe("byte columns", () => {
  it("give back every number that was written", () => {
    const limit = 2 ** 51;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -limit, max: limit })), (values) => {
        const writer = createByteWriter();
        for (const value of values) {
          writer.writeStep(value);
          writer.writeCount(Math.abs(value));
        }
        const reader = createByteReader(writer.toBytes());
        expect(values.map(() => [reader.readStep(), reader.readCount()])).toEqual(
          values.map((value) => [value, Math.abs(value)]),
        );
        expect(() => reader.readCount()).toThrow(RangeError);
      }),
    );
  });
});

/** The kind of error, or whether the links lead to vertices and phases that are there. */
function describeDecoding(bytes: Uint8Array): string {
  try {
    const { vertices, links, phases } = decodeArchive(bytes);
    const isSound =
      Math.max(...links.from, ...links.to) < vertices.lngs.length &&
      links.died.every((phase, link) => phase > (links.born[link] ?? phase) && phase <= phases.length);
    return isSound ? "sound tables" : "broken tables";
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

describe("an archive in bytes", () => {
  const built = buildGenerated();
  const bytes = encodeArchive(built.tables);

  it("is the same archive again", () => {
    expect(decodeArchive(bytes)).toEqual(built.tables);
  });

  it("gives any day, asked for first and alone, as it was in the source", () => {
    for (const index of [39, 0, 17, 18]) {
      const archive = openArchive(decodeArchive(bytes));
      const source = days[index];
      const found = source ? archive.listAreas(source.day) : [];
      expect(found.map(({ side, geometry }) => [side, namePolygons(geometry)])).toEqual(
        source?.areas.map(({ side, geometry }) => [side, namePolygons(geometry)]),
      );
    }
  });

  it("is refused if a link ends before it begins", () => {
    const { links } = built.tables;
    const died = links.died.map((phase, link) => (link === 0 ? (links.born[0] ?? 0) : phase));
    const broken = encodeArchive({ ...built.tables, links: { ...links, died } });
    expect(() => decodeArchive(broken)).toThrow(RangeError);
  });

  it("is refused, never read as something else and never waited for, when it is damaged", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, value, isCut) => {
        const damaged = isCut ? bytes.slice(0, at) : bytes.slice();
        if (!isCut) damaged[at] = value;
        expect(describeDecoding(damaged)).toMatch(/^(sound tables|RangeError|SyntaxError)$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a container", () => {
  const parts = new Map([
    ["one", new TextEncoder().encode("first")],
    ["two", new Uint8Array(0)],
  ]);

  it("gives each part back by its name", async () => {
    const container = openContainer(await packParts("format/1", parts));
    expect(container.format).toBe("format/1");
    expect(await container.read()).toEqual(parts);
  });

  it("is not unpacked further than to its limit", async () => {
    const most = 20_000_000;
    const bomb = await packParts("format/1", new Map([["one", new Uint8Array(4 * most)]]));
    expect(bomb.length).toBeLessThan(most / 200);
    await expect(openContainer(bomb).read(most)).rejects.toThrow(
      /part one .* unpacks to more than 20000000 bytes/,
    );
    expect((await openContainer(bomb).read(4 * most)).get("one")).toHaveLength(4 * most);
  });

  it("is not unpacked further than to its limit by many parts, each within it", async () => {
    const names = ["one", "two", "three", "four"];
    const bomb = await packParts("format/1", new Map(names.map((name) => [name, new Uint8Array(1000)])));
    await expect(openContainer(bomb).read(2500)).rejects.toThrow(
      /part three .* unpacks to more than 500 bytes/,
    );
    expect((await openContainer(bomb).read(4000)).size).toBe(4);
  });

  it("has the same hash for the same content and another for another", async () => {
    const hashOf = async (content: string) => {
      const changed = new Map([...parts, ["one", new TextEncoder().encode(content)] as const]);
      return openContainer(await packParts("format/1", changed)).hash;
    };
    expect(await hashOf("first")).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf("first")).toBe(await hashOf("first"));
    expect(await hashOf("first")).not.toBe(await hashOf("furst"));
  });

  it("is refused in a sentence when it is none, or cut off", async () => {
    const packed = await packParts("format/1", parts);
    expect(() => openContainer(new TextEncoder().encode("{}"))).toThrow("no compiled data set");
    expect(() => openContainer(packed.slice(0, -3))).toThrow("cut off");
  });
});

describe("a compiled data set", () => {
  let packed: Uint8Array<ArrayBuffer>;
  let whole: string;
  const read = async (bytes: Uint8Array<ArrayBuffer>) => {
    const { dataset, ...rest } = await readCompiled(bytes);
    return JSON.stringify([{ ...dataset, control: dataset.control.tables }, rest]);
  };
  beforeAll(async () => {
    const { dataset, ...report } = await loadMini();
    if (!dataset) throw new Error("The mini data set cannot be read");
    packed = await writeCompiled({ ...report, dataset });
    whole = await read(packed);
  });

  it("with bits flipped or bytes cut off is the same, or refused in a sentence of ours", async () => {
    const flips = fc.array(fc.nat(packed.length * 8 - 1), { minLength: 1, maxLength: 3 });
    const cut = fc.oneof({ weight: 9, arbitrary: fc.constant(packed.length) }, fc.nat(packed.length - 1));
    await fc.assert(
      fc.asyncProperty(flips, cut, async (bits, length) => {
        const damaged = packed.slice();
        for (const bit of bits) damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const found = await read(damaged.slice(0, length)).catch((error: unknown) =>
          error instanceof ContainerError && /^[A-Z][^\p{Cc}\p{Cf}]+[^.]$/u.test(error.message)
            ? whole
            : error,
        );
        expect(found).toBe(whole);
      }),
      // A version with a "<" and one with a mark that cannot be seen have been there.
      {
        numRuns: 1500,
        examples: [
          [[451], 2247],
          [[388], 2247],
        ],
      },
    );
  });

  it.each([
    ["a header that is cut", (text: string) => text.slice(0, 60)],
    ["a header of no length", (text: string) => text.replace(/^(FRONTLINE\n).{10}/, "$1          ")],
    ["a hash of something else", (text: string) => text.replace(/"hash":"../, '"hash":"xx')],
  ])("with %s is refused in a sentence", async (_, change) => {
    const bytes = Uint8Array.from(change(Buffer.from(packed).toString("latin1")), (letter) =>
      letter.charCodeAt(0),
    );
    await expect(read(bytes)).rejects.toThrow(ContainerError);
  });

  it("keeps the links of documents that lead to the web, and no others", async () => {
    const container = openContainer(packed);
    const parts = new Map(await container.read());
    const readLinks = async (url: string) => {
      const written = JSON.parse(new TextDecoder().decode(parts.get("records")));
      const place = written.records.sources.columns.url;
      written.lists[place] = written.lists[place].map(() => url);
      parts.set("records", new TextEncoder().encode(JSON.stringify(written)));
      const { dataset } = await readCompiled(await packParts(container.format, parts));
      return [...new Set(dataset.sources.map((source) => source.url))];
    };
    for (const url of [
      "javascript:alert(1)",
      " JaVaScRiPt:alert(1)",
      "\u0001javascript:1",
      "data:text/html,x",
      "//x",
      "x",
    ])
      expect(await readLinks(url)).toEqual([""]);
    for (const url of ["https://example.org/a?b#c", "HTTP://example.org"])
      expect(await readLinks(url)).toEqual([url]);
  });

  it.each([
    ["0001-01-01", "9998-12-31"],
    ["2020-01-02", "2020-01-01"],
    ["zzz", "0"],
  ])("made up with a story from %s to %s is refused in a sentence", async (firstDay, lastDay) => {
    const container = openContainer(packed);
    const parts = await container.read();
    const written = JSON.parse(new TextDecoder().decode(parts.get("records")));
    const records = { ...written, records: { ...written.records, firstDay, lastDay } };
    const madeUp = new Map([
      ...parts,
      ["records", new TextEncoder().encode(JSON.stringify(records))] as const,
    ]);
    await expect(read(await packParts(container.format, madeUp))).rejects.toThrow(ContainerError);
  });

  it.each([
    ["records", "{}"],
    ["records", "[1"],
    ["records", "null"],
    ["control", "\u0001"],
    ["trace", '{"sides":1}'],
    ["trace", "nothing"],
    ["positions", "nothing"],
  ])("made up with %s of %s is refused in a sentence", async (name, content) => {
    const container = openContainer(packed);
    const parts = new Map([...(await container.read()), [name, new TextEncoder().encode(content)] as const]);
    await expect(read(await packParts(container.format, parts))).rejects.toThrow(ContainerError);
  });
});

describe("the compiled story", () => {
  let story: Awaited<ReturnType<typeof loadBundled>>;
  let compiled: Awaited<ReturnType<typeof readCompiled>>;
  beforeAll(async () => {
    story = await loadBundled();
    compiled = await readCompiled(await writeCompiled({ notes: [], controlPath: undefined, ...story }));
  });

  it("has every record of the folder", () => {
    const { control, ...records } = story.dataset;
    const { control: readBack, ...readRecords } = compiled.dataset;
    expect(readRecords).toEqual(records);
    expect(readBack.tables).toEqual(control.tables);
  });

  it("is refused if a program wrote it that knew fewer members of a data set", async () => {
    const container = openContainer(await writeCompiled({ notes: [], controlPath: undefined, ...story }));
    const parts = [...(await container.read())];
    const older = parts.map(([name, bytes]) => {
      const text = new TextDecoder("latin1").decode(bytes);
      const cut = text.replace('"narrative"],', '"elsewhere"],');
      return [
        name,
        name === "records" ? Uint8Array.from(cut, (letter) => letter.charCodeAt(0)) : bytes,
      ] as const;
    });
    const packed = await packParts(container.format, new Map(older));
    await expect(readCompiled(packed)).rejects.toThrow("compiled without narrative: compile it again");
  });

  it("is refused if another version wrote it", async () => {
    const other = await packParts("frontline-atlas-compiled/99", new Map());
    await expect(readCompiled(other)).rejects.toThrow("compile it again");
  });
});
