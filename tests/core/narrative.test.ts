import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../src/core/day.ts";
import {
  frameBounds,
  listMarked,
  type Narrative,
  type NarrativeStep,
  readPassage,
  summariseNarrative,
  viewOfStep,
} from "../../src/core/narrative.ts";

const step: NarrativeStep = {
  id: "one",
  heading: { en: "A heading" },
  lead: { en: "It fell. [c1]" },
  text: {},
  day: day("2020-02-06"),
  compared: undefined,
  compare: "difference",
  ground: "holder",
  since: undefined,
  camera: undefined,
  hidden: [],
  chart: undefined,
  selection: undefined,
};

const anyId = fc.stringMatching(/^[a-z0-9][a-z0-9._:/-]{0,8}$/);
/** Words without brackets, which are for marks alone. */
const anyWords = fc.stringMatching(/^[a-zA-Z.,؀-ۿ ]{1,30}$/);

describe("the marks of a text", () => {
  it("part it into what is read and what it rests on, and lose nothing of either", () => {
    const anyPart = fc.record({ words: anyWords, ids: fc.array(anyId, { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(anyPart), anyWords, (parts, rest) => {
        const written = parts.map(({ words, ids }) => `${words}[${ids.join(", ")}]`).join("") + rest;
        const read = readPassage(written);
        expect(read.slice(0, parts.length).map(({ records }) => records)).toEqual(
          parts.map(({ ids }) => ids),
        );
        // The blanks before a mark go with it.
        const spoken = [...parts.map(({ words }) => words.trimEnd()), rest].join("");
        expect(read.map(({ text }) => text).join("")).toBe(spoken);
        expect(new Set(listMarked(written))).toEqual(new Set(parts.flatMap(({ ids }) => ids)));
      }),
    );
  });

  it("are several in one bracket, parted by commas, semicolons or blanks", () => {
    expect(readPassage("It fell [c1;e2, m4]. It rained.")).toEqual([
      { text: "It fell", records: ["c1", "e2", "m4"] },
      { text: ". It rained.", records: [] },
    ]);
  });

  it("are no brackets that are not closed", () => {
    expect(readPassage("It fell [c1")).toEqual([{ text: "It fell [c1", records: [] }]);
  });
});

describe("the head of a narrative", () => {
  const tell = (words: number): Narrative => ({
    title: { en: "Mini" },
    summary: {},
    steps: [{ ...step, lead: { en: "word ".repeat(words), ar: "كلمة" } }],
  });

  it("says how long the longest of its languages takes to read, and a minute at least", () => {
    expect(summariseNarrative(tell(1)).minutes).toBe(1);
    expect(summariseNarrative(tell(998)).minutes).toBe(5);
    expect(summariseNarrative(tell(1)).steps).toEqual(["one"]);
  });
});

describe("the view of a step", () => {
  const frame = { width: 800, height: 600, margins: { top: 0, right: 0, bottom: 0, left: 0 } };

  it("shows the step's day, layers and selection, and the first chart where its own has no numbers", () => {
    const selection = { kind: "post", id: "p1" } as const;
    const told = { ...step, hidden: ["roads"], chart: "area", selection };
    expect(viewOfStep(told, frame, ["gained", "area"])).toMatchObject({
      day: "2020-02-06",
      hidden: ["roads"],
      chart: "area",
      post: "p1",
      place: undefined,
      camera: undefined,
    });
    expect(viewOfStep(told, frame, ["gained"]).chart).toBe("gained");
  });

  it("leaves the reader's language, theme and filter alone", () => {
    const shown = viewOfStep(step, frame, []);
    for (const member of ["language", "theme", "labels", "filter", "trail", "range"])
      expect(Object.keys(shown)).not.toContain(member);
  });
});

/** Web Mercator as Snyder writes it, in CSS pixels of a world of 512 at zoom 0, from the middle of the map. */
function toScreen([lng, lat]: readonly [number, number], camera: ReturnType<typeof frameBounds>) {
  const worldPx = 512 * 2 ** camera.zoom;
  const northing = (degrees: number) => Math.asinh(Math.tan((degrees * Math.PI) / 180)) / (2 * Math.PI);
  return {
    x: ((lng - camera.lng) / 360) * worldPx,
    y: (northing(camera.lat) - northing(lat)) * worldPx,
  };
}

describe("the camera on a box", () => {
  it("shows all of it in what is free of the map, and leaves no room unless the box is too small for that", () => {
    const anyMargin = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.record({
          west: fc.double({ min: -170, max: 170, noNaN: true }),
          south: fc.double({ min: -70, max: 70, noNaN: true }),
          wide: fc.double({ min: 0, max: 9, noNaN: true }),
          high: fc.double({ min: 0, max: 9, noNaN: true }),
        }),
        fc.record({
          width: fc.integer({ min: 300, max: 2000 }),
          height: fc.integer({ min: 300, max: 2000 }),
          margins: fc.record({ top: anyMargin, right: anyMargin, bottom: anyMargin, left: anyMargin }),
        }),
        ({ west, south, wide, high }, frame) => {
          const camera = frameBounds([west, south, west + wide, south + high], frame);
          const { width, height, margins } = frame;
          const topLeft = toScreen([west, south + high], camera);
          const bottomRight = toScreen([west + wide, south], camera);
          const room = [
            topLeft.x + width / 2 - margins.left,
            topLeft.y + height / 2 - margins.top,
            width / 2 - margins.right - bottomRight.x,
            height / 2 - margins.bottom - bottomRight.y,
          ];
          for (const left of room) expect(left).toBeGreaterThan(-0.01);
          // It lies in the middle of what is free.
          expect(room[0]).toBeCloseTo(room[2] ?? NaN, 2);
          expect(room[1]).toBeCloseTo(room[3] ?? NaN, 2);
          expect(camera.zoom === 12 || Math.min(...room) < 0.01).toBe(true);
        },
      ),
    );
  });
});
