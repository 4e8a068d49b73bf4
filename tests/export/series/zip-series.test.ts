import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Day } from "../../../src/core/day.ts";
import { NoRoom, openInMemory } from "../../../src/export/files/scratch-file.ts";
import { MANIFEST, zipSeries } from "../../../src/export/series/zip-series.ts";

const PICTURES = ["2020-02-05", "2020-02-06", "2020-10-01"].map((day, index) => ({
  name: `${day}-idlib.png`,
  day: day as Day,
  sentence: index === 1 ? '=Three, places; "changed" hands' : `Sentence ${index}`,
  content: Uint8Array.from({ length: 50_000 * (index + 1) }, (_, at) => (at * 31 + index) % 251),
}));

async function* supply(pictures: typeof PICTURES = PICTURES) {
  yield* pictures;
}

async function zip(changed: Partial<Parameters<typeof zipSeries>[0]> = {}) {
  const blob = await zipSeries({
    pictures: () => supply(),
    openFile: async () => openInMemory(),
    ...changed,
  });
  return new Uint8Array(await blob.arrayBuffer());
}

describe("a series as an archive", () => {
  it("holds each picture as it was, in the order of the days, and a table of them", async () => {
    const entries = unzipSync(await zip());
    const names = ["2020-02-05-idlib.png", "2020-02-06-idlib.png", "2020-10-01-idlib.png"];
    expect(Object.keys(entries)).toEqual([...names, MANIFEST]);
    for (const [index, name] of names.entries()) {
      expect(Buffer.compare(entries[name]!, PICTURES[index]!.content)).toBe(0);
    }
    const { data } = Papa.parse(strFromU8(entries[MANIFEST]!).replace("\uFEFF", "").trimEnd());
    expect(data).toEqual([
      ["file", "day", "sentence"],
      [names[0], "2020-02-05", "Sentence 0"],
      // A spreadsheet is not to take it for a formula.
      [names[1], "2020-02-06", '\'=Three, places; "changed" hands'],
      [names[2], "2020-10-01", "Sentence 2"],
    ]);
  });

  it("is the same bytes for the same pictures", async () => {
    expect(Buffer.compare(await zip(), await zip())).toBe(0);
  });

  it("asks for a picture only once the one before is written", async () => {
    let [written, most] = [0, 0];
    const drawn = { bytes: 0 };
    await zip({
      async *pictures() {
        for (const picture of PICTURES) {
          most = Math.max(most, drawn.bytes - written);
          drawn.bytes += picture.content.length;
          yield picture;
        }
      },
      openFile: async () => {
        const file = openInMemory();
        return {
          ...file,
          write: (bytes, position) => {
            written += bytes.length;
            return file.write(bytes, position);
          },
        };
      },
    });
    expect(most).toBeLessThanOrEqual(0);
  });

  it("leaves nothing where drawing fails, there is no room, or it is called off", async () => {
    const controller = new AbortController();
    for (const [fault, expected] of [
      ["drawing", "no picture"],
      ["room", "full"],
      ["abort", "called off"],
    ] as const) {
      let isDiscarded = false;
      let isEnded = false;
      const work = zip({
        async *pictures() {
          try {
            yield PICTURES[0]!;
            if (fault === "drawing") throw new Error("no picture");
            if (fault === "abort") controller.abort(new Error("called off"));
            yield PICTURES[1]!;
          } finally {
            isEnded = true;
          }
        },
        signal: controller.signal,
        openFile: async () => ({
          ...openInMemory(),
          write: async () => {
            if (fault === "room") throw new NoRoom("full");
          },
          discard: async () => {
            isDiscarded = true;
          },
        }),
      });
      await expect(work).rejects.toThrow(expected);
      expect([fault, isDiscarded, isEnded]).toEqual([fault, true, true]);
    }
  });
});
