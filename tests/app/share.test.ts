import { afterEach, describe, expect, it, vi } from "vitest";
import { readLocalId } from "../../src/app/address.ts";
import { judgeMark } from "../../src/app/judge-mark.ts";
import { shareData } from "../../src/app/share.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import { day } from "../../src/core/day.ts";
import { defaultView, type View, type ViewProblem } from "../../src/core/view.ts";
import { loadWords } from "../../src/words/index.ts";
import { laterWordsOf, tellProblem } from "../../src/words/words-of-later.ts";

const HASH = "1a2b3c4d".padEnd(64, "0");
const dataset = {
  title: { en: "A war", ar: "حرب" },
  credits: ["Nobody"],
  licence: "CC0",
} as unknown as Dataset;
const view: View = {
  ...defaultView({
    firstDay: day("2020-01-01"),
    lastDay: day("2020-03-01"),
    defaultDay: day("2020-02-06"),
    has: () => true,
    languages: ["en"],
    scripts: ["latin"],
    layers: [],
    charts: [],
    sides: [],
    isSaidBy: () => true,
    steps: [],
  }),
  place: "town",
};

/** A page at an address, with what is in its head. */
function openAt(address: string, head: Readonly<Record<string, unknown>> = {}) {
  vi.stubGlobal("location", new URL(address));
  vi.stubGlobal("document", { querySelector: (selector: string) => head[selector] ?? null });
}
const PUBLIC = { 'meta[name="frontline-url"]': { content: "https://example.org/war/" } };
afterEach(() => vi.unstubAllGlobals());

describe("an address to give to others", () => {
  it("keeps where the data are, and which content is meant, of data that were fetched from an address", () => {
    const data = "https://data.example/a b/war.zip?v=2&x=1";
    const query = `?day=2020-01-01&${new URLSearchParams({ data, sha256: HASH })}`;
    openAt(`https://maps.example/${query}`);
    const localId = readLocalId(query);
    const { reach, linkTo } = shareData({ atlas: { dataset }, hash: HASH, localId });
    expect(reach).toBe("everybody");
    const { searchParams } = new URL(linkTo(view));
    expect(searchParams.getAll("data")).toEqual([data]);
    expect([searchParams.get("sha256"), searchParams.get("place")]).toEqual([HASH, "town"]);
    // A mark of the data, or data of this browser, is no address.
    expect(readLocalId("?data=a-war-1a2b3c4d")).toBeUndefined();
    expect(readLocalId("?local=war&data=a-war-1a2b3c4d")).toBe("war");
    // Over the story, which is shown until the reader has agreed, nothing of such an address is told to be wrong.
    const lost = [{ parameter: "place", found: "town" }] as unknown as readonly ViewProblem[];
    expect(judgeMark(query, { atlas: { dataset }, hash: HASH, localId: undefined }, lost)).toEqual([]);
    expect(judgeMark(query, { atlas: { dataset }, hash: HASH, localId }, lost)).toEqual(lost);
  });

  it("has the view and the mark of the data, and is that of the page where it knows no other", () => {
    openAt("https://maps.example/a/index.html?day=2020-01-01&lang=ar#x");
    const { reach, linkTo, provenanceOf } = shareData({ atlas: { dataset }, hash: HASH, localId: undefined });
    expect(reach).toBe("everybody");
    const link = "https://maps.example/a/index.html?day=2020-02-06&place=town&data=a-war-1a2b3c4d";
    expect([linkTo(view), provenanceOf(view).permalink]).toEqual([link, link]);
  });

  it.each(["http://localhost:4173/", "http://127.0.0.1:8080/", "http://[::1]:8080/", "http://x.localhost/"])(
    "is for this machine only at %s, unless the page was told where it is found",
    (address) => {
      const data = { atlas: { dataset }, hash: HASH, localId: undefined };
      openAt(address);
      const { reach, linkTo, provenanceOf } = shareData(data);
      expect([reach, linkTo(view).startsWith(address)]).toEqual(["machine", true]);
      expect(provenanceOf(view)).not.toHaveProperty("permalink");
      openAt(address, PUBLIC);
      const known = shareData(data);
      expect(known.reach).toBe("everybody");
      for (const link of [known.linkTo(view), known.frameOf?.(view), known.provenanceOf(view).permalink])
        expect(link?.startsWith("https://example.org/war/?day=2020-02-06")).toBe(true);
      // What is shown of it is here, whether or not it is there already.
      expect(known.previewOf?.(view).startsWith(address)).toBe(true);
    },
  );

  it("leads to the file itself where the page is one on disk, which stands in no other page", () => {
    const file = { 'meta[name="frontline-file"]': {} };
    const data = { atlas: { dataset }, hash: HASH, localId: undefined };
    openAt("file:///home/a/%D8%AD.html?day=2020-01-01", file);
    const { reach, linkTo, frameOf, previewOf } = shareData(data);
    expect([reach, frameOf, previewOf]).toEqual(["file", undefined, undefined]);
    expect(linkTo(view)).toBe("file:///home/a/%D8%AD.html?day=2020-02-06&place=town&data=a-war-1a2b3c4d");
    openAt("file:///home/a/%D8%AD.html", { ...file, ...PUBLIC });
    const known = shareData(data);
    expect([known.reach, known.previewOf]).toEqual(["everybody", undefined]);
    expect(known.frameOf?.(view)).toBe("https://example.org/war/?day=2020-02-06&place=town&embed");
  });

  it("is for this browser only where no other has the data, also on a page that everybody finds", () => {
    openAt("https://example.org/war/", PUBLIC);
    const { reach, linkTo } = shareData({ atlas: { dataset }, hash: HASH, localId: "mine" });
    expect([reach, linkTo(view)]).toEqual([
      "browser",
      "https://example.org/war/?local=mine&day=2020-02-06&place=town",
    ]);
  });

  it("names no state where the data have no hash", () => {
    openAt("http://maps.example/");
    const { linkTo } = shareData({ atlas: { dataset }, hash: "", localId: undefined });
    expect(linkTo(view)).toBe("http://maps.example/?day=2020-02-06&place=town");
  });

  it("of a page within another says the day in any case, and nothing that the frame has no place for", () => {
    openAt("https://example.org/war/", {
      'link[type="application/json+oembed"]': { href: "https://a.org/o" },
    });
    const { frameOf, oembed } = shareData({ atlas: { dataset }, hash: HASH, localId: undefined });
    const busy: View = { ...view, step: "one", hasDrawer: true, chart: "area", theme: "dark" };
    expect(frameOf?.(busy)).toBe("https://example.org/war/?day=2020-02-06&place=town&theme=dark&embed");
    expect(oembed).toBe("https://a.org/o");
  });
});

describe("an address that was made for other data", () => {
  const shown = { atlas: { dataset }, hash: HASH };
  const lost: readonly ViewProblem[] = [
    { parameter: "place", found: "atlantis", used: "" },
    { parameter: "day", found: "2021-01-01", used: "2020-03-01" },
  ];

  it("is none where it says nothing or what is true, and its other faults are told one by one", () => {
    for (const query of ["?day=2020-02-06", "?data=a-war-1a2b3c4d", "?data=old-title-1a2b3c4d"])
      expect(judgeMark(query, shown, lost)).toBe(lost);
  });

  it.each([
    ["a-war-ffff0000", "changed"],
    ["b-war-ffff0000", "other"],
    ["ffff0000", "unsure"],
    ["a-war-ffff", "unreadable"],
    ["", "unreadable"],
  ] as const)("is one where it says %j, with all that is lost", (found, match) => {
    const told = judgeMark(`?day=2021-01-01&data=${found}&place=atlantis`, shown, lost);
    expect(told).toEqual([
      {
        parameter: "data",
        found,
        match,
        title: dataset.title,
        mark: "a-war-1a2b3c4d",
        lost: ["place=atlantis", "day=2021-01-01"],
      },
    ]);
  });

  it.each(["en", "ar", "fr", "uk"])(
    "is told in a sentence in %s: what was meant, shown, and lost",
    async (language) => {
      const words = await loadWords(language);
      expect(laterWordsOf(words).dataProblem).toBeTypeOf("function");
      const sentences = new Set<string>();
      for (const found of ["a-war-ffff0000", "b-war-ffff0000", "ffff0000", "a-war-ffff"]) {
        const [told] = judgeMark(`?data=${found}`, shown, lost);
        const sentence = tellProblem(told!, words);
        for (const part of [found, "a-war-1a2b3c4d", "place=atlantis", "day=2021-01-01"])
          expect(sentence).toContain(part);
        expect(sentence).toContain(language === "ar" ? "حرب" : "A war");
        const [whole] = judgeMark(`?data=${found}`, shown, []);
        expect(tellProblem(whole!, words)).not.toContain("place=");
        sentences.add(sentence.replaceAll(found, ""));
      }
      expect(sentences.size).toBe(4);
    },
  );
});
