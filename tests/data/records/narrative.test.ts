import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYER_KEYS } from "../../../src/core/layer-keys.ts";
import { laterInMemory } from "../../../src/data/later-parts.ts";
import { readCompiled, writeCompiled } from "../../../src/data/compiled/compiled.ts";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { loadNarrative, NARRATIVE_PART } from "../../../src/data/narrative-part.ts";
import { formatProblem } from "../../../src/data/problem.ts";
import { HIDEABLE } from "../../../src/layers/layers.ts";
import { folderFromTexts } from "../../fixtures/folder-of.ts";
import { MINI_FILES, readMini } from "../../fixtures/mini.ts";

const STEP = {
  id: "fall",
  heading: { en: "The fall", ar: "السقوط" },
  lead: { en: "It fell. [c1]", ar: "سقطت. [c1]" },
  text: { en: "It rained. [e1, f1]", ar: "هطل المطر. [e1, f1]" },
  day: "2020-01-02",
};
const STORY = { title: { en: "Mini", ar: "صغيرة" }, steps: [STEP] };

/** The mini data set with a story, as an object or as the text of its file. */
async function load(story: unknown) {
  const files = Object.fromEntries(MINI_FILES.map((file) => [file, readMini(file)]));
  const declaration = readMini("dataset.json").replace('"files": {', '"files": { "story": "story.json",');
  const text = typeof story === "string" ? story : JSON.stringify(story, undefined, 1);
  const { dataset, ...loaded } = await loadDataset(
    folderFromTexts({ ...files, "dataset.json": declaration, "story.json": text }),
  );
  if (!dataset) throw new Error("No data set");
  return { ...loaded, dataset };
}

const withStep = (changes: Readonly<Record<string, unknown>>) => ({
  ...STORY,
  steps: [{ ...STEP, ...changes }],
});

async function listFound(story: unknown): Promise<string[]> {
  return (await load(story)).problems.map(formatProblem);
}

describe("a story", () => {
  it("is read without a word, and its texts come later", async () => {
    const { problems, dataset, later } = await load(STORY);
    expect(problems).toEqual([]);
    expect(dataset.narrative).toEqual({ title: STORY.title, steps: ["fall"], minutes: 1 });
    const { steps } = await loadNarrative(later ?? laterInMemory(new Map()));
    expect(steps[0]).toMatchObject({ heading: STEP.heading, lead: STEP.lead, text: STEP.text, hidden: [] });
  });

  it("is the same once it was compiled, and no text of it lies in the parts that are read at first", async () => {
    const loaded = await load(
      withStep({ camera: { settlements: ["west", "east"] }, select: { place: "west" } }),
    );
    const compiled = await readCompiled(await writeCompiled(loaded));
    expect(compiled.dataset.narrative).toEqual(loaded.dataset.narrative);
    expect(JSON.stringify(compiled.dataset)).not.toContain("It rained");
    const before = await loadNarrative(loaded.later ?? laterInMemory(new Map()));
    expect(await loadNarrative(compiled.later)).toEqual(before);
  });

  it("gives the box around settlements as its camera", async () => {
    const { later, dataset } = await load(withStep({ camera: { settlements: ["west", "east"] } }));
    const { steps } = await loadNarrative(later ?? laterInMemory(new Map()));
    const lngs = dataset.settlements
      .filter(({ id }) => id === "west" || id === "east")
      .map(({ position }) => position[0]);
    expect(steps[0]?.camera).toMatchObject({
      bounds: [Math.min(...lngs), expect.anything(), Math.max(...lngs), expect.anything()],
    });
  });

  it("may put away what the map can put away, and nothing else", () => {
    expect(LAYER_KEYS).toEqual(HIDEABLE);
  });
});

describe("a fault in a story is one problem, with file, line, step, what was found and what to do", () => {
  it.each([
    [
      "an unknown record",
      { text: { en: "No. [c9]", ar: "لا. [c1]" } },
      "found [c9] in text.en; expected the id of a claim, event, figure, highway or post; correct it or take it out; until then the mark is not shown [unknown-told-record]",
    ],
    [
      "a day outside the story",
      { day: "2019-01-02" },
      "found day 2019-01-02; expected a day from 2020-01-01 to 2020-01-04; correct day [outside-story]",
    ],
    [
      "a compared day outside the story",
      { compare: { with: "2021-01-02" } },
      "found compare.with 2021-01-02; expected a day from 2020-01-01 to 2020-01-04; correct compare.with [outside-story]",
    ],
    [
      "an unknown layer",
      { hide: ["clouds"] },
      `found hide "clouds"; expected some of ${LAYER_KEYS.join(", ")}; correct it or take it out [unknown-layer]`,
    ],
    [
      "a step without heading",
      { heading: undefined },
      'found no heading; expected a text, or an object of texts by language code such as "en" and "ar"; add heading [missing-member]',
    ],
    [
      "an unknown settlement in the camera",
      { camera: { settlements: ["atlantis"] } },
      'found camera on "atlantis"; expected ids of settlements; correct it or take it out [unknown-settlement]',
    ],
    [
      "a camera that is none",
      { camera: { zoom: 3 } },
      'found camera an object; expected one of {"bounds": [west, south, east, north]}, {"centre": [longitude, latitude], "zoom": 9} and {"settlements": [ids]}; correct camera [wrong-value]',
    ],
    [
      "an unknown post",
      { select: { post: "p9" } },
      'found select post "p9"; expected the id of a post; correct it or take it out [unknown-post]',
    ],
    [
      "an unknown chart",
      { chart: "clouds" },
      'found chart "clouds"; expected gained, area, share, settlements, highway:<id>, or figure:<measure>:<unit> of a figure; correct it or take it out [unknown-value]',
    ],
    [
      "an unknown form of comparison",
      { compare: { with: "2020-01-01", form: "sideways" } },
      'found compare.form "sideways"; expected one of difference, swipe, beside; correct compare.form [unknown-value]',
    ],
    [
      "two selections",
      { select: { place: "west", post: "p1" } },
      "found select an object; expected an object with one of place, post, highway and source, and an id; correct select [wrong-value]",
    ],
    [
      "an unknown word in the camera",
      { camera: { bounds: [10, 50, 11, 51], pitch: 60 } },
      "found camera.pitch; expected one of bounds, centre, zoom, settlements; correct the word or take it out [unknown-member]",
    ],
  ])("%s", async (_, changes, told) => {
    const found = await listFound(withStep(changes));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^story\.json:\d+:\d+: step 1 \(fall\): /);
    expect(found[0]).toContain(told);
  });

  it("a language that other texts have", async () => {
    const found = await listFound(withStep({ lead: { en: "It fell. [c1]" } }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("found no lead in ar; expected lead in each of en, ar; add it");
    expect(found[0]).toMatch(/^warning: /);
  });

  it("an id that another step has", async () => {
    const found = await listFound({ ...STORY, steps: [STEP, STEP] });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('step 2 (fall): found id "fall" again');
  });

  it("HTML in a text, which is shown as it stands", async () => {
    const lead = { en: "<b>It fell.</b> [c1]", ar: "سقطت. [c1]" };
    const found = await listFound(withStep({ lead }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("html-in-text");
  });

  it("a file that tells nothing", async () => {
    for (const [story, code] of [
      ["[]", "not-an-object"],
      ["{", "broken-json"],
      [{ ...STORY, steps: [] }, "wrong-value"],
    ] as const) {
      const { problems, dataset } = await load(story);
      expect(problems.map((problem) => problem.code)).toEqual([code]);
      expect(dataset.narrative).toBeUndefined();
    }
  });

  it("never keeps the data set from being read, whatever the file says", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom(...Object.keys(STEP), "camera", "select", "hide", "compare"),
        async (value, member) => {
          const { dataset } = await load(withStep({ [member]: value }));
          expect(dataset.settlements).toHaveLength(3);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the part of a compiled file that tells the story", () => {
  const read = (value: unknown) =>
    loadNarrative(
      laterInMemory(new Map([[NARRATIVE_PART, new TextEncoder().encode(JSON.stringify(value))]])),
    );

  it("is refused with a sentence where somebody made it up", async () => {
    const { later } = await load(STORY);
    const sound = await loadNarrative(later ?? laterInMemory(new Map()));
    await expect(read(sound)).resolves.toEqual(sound);
    for (const change of [
      { day: "2020-02-31" },
      { heading: { en: 5 } },
      { camera: { bounds: [10, 50, 9, 51] } },
      { selection: { kind: "nothing", id: "x" } },
      { ground: "clouds" },
      { hidden: [1] },
      { id: "__proto__" },
    ]) {
      const steps = [{ ...sound.steps[0], ...change }];
      await expect(read({ ...sound, steps }), JSON.stringify(change)).rejects.toThrow("cannot be read");
    }
    await expect(read({ ...sound, steps: [] })).rejects.toThrow("cannot be read");
    await expect(read(null)).rejects.toThrow("cannot be read");
  });
});
