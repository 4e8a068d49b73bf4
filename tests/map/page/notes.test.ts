import { describe, expect, it } from "vitest";
import { palettes } from "../../../styles/palette.ts";
import { buildAtlas } from "../../../src/core/atlas.ts";
import { loadWords } from "../../../src/words/index.ts";
import { USUAL_PARTS } from "../../../src/core/page-parts.ts";
import { type PageContent, setHead, setList, setNotes } from "../../../src/map/page/page-blocks.ts";
import type { Block } from "../../../src/map/page/page-layout.ts";
import { loadBundled } from "../../geodata/bundled.ts";
import { defaultView } from "../../../src/core/view.ts";
import { day } from "../../../src/core/day.ts";

await loadWords("ar");
const { dataset } = await loadBundled();

/** A canvas on which every letter is half as wide as high, and what is written on it. */
function makePen(isRtl = false) {
  const written: string[] = [];
  const context = {
    font: "",
    measureText(text: string) {
      return { width: (text.length * Number.parseFloat(this.font.split(" ")[1] ?? "")) / 2 };
    },
    fillText: (text: string) => written.push(text.replaceAll(/[\u2066-\u2069]/g, "")),
    fillRect: () => {},
    beginPath: () => {},
    arc: () => {},
    fill: () => {},
  };
  return { pen: { context: context as unknown as CanvasRenderingContext2D, isRtl }, written };
}

function contentOf(changes: Partial<PageContent> = {}, data = dataset): PageContent {
  const context = {
    ...data,
    has: () => false,
    languages: ["en", "ar"],
    layers: [],
    charts: [],
    sides: data.sides.map(({ id }) => id),
    isSaidBy: () => false,
    steps: [],
  };
  const view = { ...defaultView(context), day: day("2020-02-06") };
  return {
    atlas: buildAtlas(data),
    view,
    palette: palettes.light,
    parts: USUAL_PARTS,
    url: "",
    credits: [],
    ...changes,
  };
}

function read(set: (pen: ReturnType<typeof makePen>["pen"]) => Block, isRtl = false): [Block, string] {
  const { pen, written } = makePen(isRtl);
  const block = set(pen);
  block.draw(0, 0);
  return [block, written.join(" ")];
}

describe("the notes of a page", () => {
  it("name the sources, the licence and how the lines came to be, and no address that was not told", () => {
    const [, text] = read((pen) => setNotes(pen, contentOf(), 900, 1));
    for (const credit of dataset.credits) expect(text).toContain(credit);
    expect(text).toContain(dataset.licence);
    expect(text).toContain(Object.values(dataset.lineNote)[0]);
    expect(text).not.toMatch(/https?:/);
    const url = "https://example.org/?day=2020-02-06";
    expect(read((pen) => setNotes(pen, contentOf({ url }), 900, 1))[1].replaceAll(" ", "")).toContain(url);
  });

  it("are none for a data set without sources", () => {
    const bare = { ...dataset, credits: [], licence: "", lineNote: {} };
    expect(read((pen) => setNotes(pen, contentOf({}, bare), 900, 1))).toEqual([
      { height: 0, draw: expect.any(Function) },
      "",
    ]);
  });
});

describe("the head of a page", () => {
  it("has the reader's own title and subtitle in place of the data set's, in any script", () => {
    const parts = { ...USUAL_PARTS, title: "A/B دەڤەر", subtitle: "below" };
    const [, text] = read((pen) => setHead(pen, contentOf({ parts }), 900, 1, "wide"));
    expect(text).toContain("A/B دەڤەر");
    expect(text).toContain("below");
    expect(text).toContain("6 February 2020");
    expect(text).not.toContain(dataset.title["en"]);
  });

  it("says in every form what the colours mean, where that was chosen", () => {
    for (const form of ["column", "wide", "split", "story"] as const) {
      const { view } = contentOf();
      const parts = { ...USUAL_PARTS, hasSentence: false };
      const set = (ground: "holder" | "changed") =>
        read((pen) => setHead(pen, contentOf({ parts, view: { ...view, ground } }), 900, 1, form))[1];
      expect(set("changed").length).toBeGreaterThan(set("holder").length + 10);
    }
  });
});

describe("the list of a page", () => {
  it("has each place that changed hands on the day, and those between two days", () => {
    const parts = { ...USUAL_PARTS, hasChanges: true };
    const [, text] = read((pen) => setList(pen, contentOf({ parts }), 700, 1));
    expect(text).toContain("Afs");
    expect(text).toContain("al-Duwayr");
    const { view } = contentOf();
    const compared = { ...view, compared: day("2020-02-04"), language: "ar" };
    const [block, between] = read((pen) => setList(pen, contentOf({ parts, view: compared }), 700, 1), true);
    expect(between).toContain("آفس");
    expect(block.height).toBeGreaterThan(0);
    expect(setList(makePen().pen, contentOf(), 700, 1).height).toBe(0);
  });
});
