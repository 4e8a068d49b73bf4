import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { extractImages, getDocumentProxy } from "unpdf";
import { type PlacedText, splitWords } from "../../src/export/pdf/placed-text.ts";
import { orderVisually } from "../../src/export/pdf/visual-order.ts";
import { type PdfPage, writePdf } from "../../src/export/pdf/write-pdf.ts";
import { PictureError } from "../../src/export/provenance/picture-error.ts";
import { makeChunk } from "../../src/export/provenance/png.ts";
import { readProvenance } from "../../src/export/provenance/provenance.ts";
import { JPEG, LOSSY_WEBP, PNG, PROVENANCE } from "./pictures.ts";

const [SIZE, LETTER] = [20, 10];
/** Pixels of the picture, which has 16 by 9, for each unit of the texts. */
const SCALE = 0.025;
/** Points of the page for each pixel of the picture. */
const POINTS = 25;

/** A text as a canvas would note it, all letters equally wide: in Arabic `x` is its right end. */
function place(text: string, direction: "ltr" | "rtl", x: number, y: number): PlacedText {
  const parts = splitWords(text).map((word) => ({ text: word, width: [...word].length * LETTER }));
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  return {
    text,
    direction,
    matrix: [SCALE, 0, 0, SCALE, direction === "rtl" ? x - width * SCALE : x, y],
    size: SIZE,
    parts,
  };
}

const LINES: readonly (readonly [string, "ltr" | "rtl"])[] = [
  ["Who held what (draft), 57 %", "ltr"],
  ["معرة النعمان وسراقب: من سيطر على ماذا", "rtl"],
  ["6 شباط 2020 (الخميس)", "rtl"],
  ["قطع طريق M5 في 6 شباط/فبراير 2020", "rtl"],
  ["عەفرین ڕۆژاڤا کوردی ڵێ", "rtl"],
  ["مُحَمَّد 🗺 ١٢٣", "rtl"],
  ["Станом на 6 лютого 2020 року — Ї, ґ", "ltr"],
  ["The town سراقب of Idlib", "ltr"],
  ["https://example.org/atlas/?day=2020-02-06", "ltr"],
];

const makePage = (changes: Partial<PdfPage> = {}): PdfPage => ({
  widthPt: 400,
  heightPt: 225,
  picture: JPEG,
  texts: [],
  alternative: "في 6 شباط تبدلت السيطرة على ثلاثة أماكن",
  ...changes,
});

const write = (...pages: readonly PdfPage[]) => writePdf({ pages, provenance: PROVENANCE, language: "ar" });

/** Opened by pdf.js, which Firefox shows a PDF with. */
async function open(bytes: Uint8Array) {
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  return { document, page: await document.getPage(1) };
}

async function readItems(bytes: Uint8Array) {
  const { page } = await open(bytes);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
}

describe("the text of a PDF", () => {
  it.each(LINES)("%s is found in the order of reading", async (text, direction) => {
    const items = await readItems(
      await write(makePage({ texts: [place(text, direction, direction === "rtl" ? 15 : 1, 5)] })),
    );
    expect(items.map(({ str }) => str).join("|")).toBe(text);
  });

  it("keeps what belongs together by marks that show nothing, without these", async () => {
    const line = "قطع \u2068Saraqib town\u2069 و \u200e\u202aM5\u202c";
    const items = await readItems(await write(makePage({ texts: [place(line, "rtl", 15, 5)] })));
    const found = items.map(({ str }) => str).join(" ");
    expect(found).toContain("Saraqib town");
    expect(found).not.toMatch(/\p{Cf}/u);
  });

  it("stands where it was drawn and is as wide, whatever its letters", async () => {
    const matrix = [0.1, 0, 0, 0.1, 2, 3] as const;
    const parts = [
      { text: "wide", width: 60 },
      { text: " ", width: 5 },
      { text: "iii", width: 10 },
    ];
    const texts: PlacedText[] = [{ text: "wide iii", direction: "ltr", matrix, size: 20, parts }];
    const items = await readItems(await write(makePage({ texts })));
    const [x, y] = [2 * POINTS, 225 - 3 * POINTS];
    expect(items[0]?.transform[4]).toBeCloseTo(x, 2);
    expect(items[0]?.transform[5]).toBeCloseTo(y, 2);
    expect(items[0]?.transform[3]).toBeCloseTo(0.1 * 20 * POINTS, 2);
    const last = items.at(-1);
    expect((last?.transform[4] ?? 0) + (last?.width ?? 0)).toBeCloseTo(x + 7.5 * POINTS, 1);
  });

  it("is written at any angle", async () => {
    const turned: PlacedText = { ...place("upwards", "ltr", 0, 0), matrix: [0, -SCALE, SCALE, 0, 8, 8] };
    const [item] = await readItems(await write(makePage({ texts: [turned] })));
    const [a, b, c, d] = item?.transform ?? [];
    expect([a, b, c, d].map((value) => Math.sign(Math.round(Number(value))))).toEqual([0, 1, -1, 0]);
  });

  it("shows nothing: all of it is written in mode 3", async () => {
    const texts = LINES.map(([text, direction], index) =>
      place(text, direction, direction === "rtl" ? 15 : 1, index),
    );
    const source = Buffer.from(await write(makePage({ texts }))).toString("latin1");
    expect(source.match(/BT 3 Tr /g)).toHaveLength(LINES.length);
    expect(source.match(/\bBT\b/g)).toHaveLength(LINES.length);
    expect(source.match(/\bTr\b/g)).toHaveLength(LINES.length);
  });
});

describe("the order of words on a line", () => {
  it("is that of the Unicode Bidirectional Algorithm", () => {
    const visual = (text: string, direction: "ltr" | "rtl") =>
      orderVisually(place(text, direction, 0, 0))
        .map(({ letters }) => letters.join(""))
        .join("");
    // Capital letters of its examples, here in Hebrew: CAR, MEANS.
    expect(visual("he said אבג and דה", "ltr")).toBe("he said גבא and הד");
    expect(visual("אבג 12 xyz דה", "rtl")).toBe("הד xyz 12 גבא");
    expect(visual("אבג \u2068xyz 12\u2069 דה", "rtl")).toBe("הד xyz 12 גבא");
    expect(visual("ab 🗺 אב", "ltr")).toBe("ab 🗺 בא");
  });

  it("gives each its place", () => {
    const parts = orderVisually(place("אבג xy", "rtl", 60, 0));
    expect(parts.map(({ x, width }) => [x, width])).toEqual([
      [0, 20],
      [20, 10],
      [30, 30],
    ]);
  });
});

describe("a PDF", () => {
  const texts = LINES.map(([text, direction], index) =>
    place(text, direction, direction === "rtl" ? 15 : 1, index),
  );

  it("says what it shows, in title, language and provenance", async () => {
    const bytes = await write(makePage({ texts }));
    expect(readProvenance(bytes)).toEqual(PROVENANCE);
    const { document } = await open(bytes);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: `${PROVENANCE.datasetTitle} (2020-01-20/2020-02-06)`,
      Creator: "Frontline Atlas 0.1.0",
      Language: "ar",
    });
    expect(metadata?.get("dc:rights")).toEqual(PROVENANCE.licence);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const preferences = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
    expect(preferences?.DisplayDocTitle).toBe(true);
  });

  it("tells those who do not see it what is on the page, picture first and then each line", async () => {
    const { page } = await open(await write(makePage({ texts })));
    const tree = await page.getStructTree();
    const [document] = tree?.children ?? [];
    const elements = document && "children" in document ? document.children : [];
    expect(elements).toHaveLength(1 + LINES.length);
    expect(elements[0]).toMatchObject({ role: "Figure", alt: makePage().alternative });
    expect(elements.slice(1).every((element) => "role" in element && element.role === "P")).toBe(true);
  });

  it("leads to the permalink from where it is written, and nowhere without one", async () => {
    const bytes = await write(makePage({ texts }));
    const links = await (await open(bytes)).page.getAnnotations();
    expect(links).toHaveLength(1);
    expect(links[0]).toMatchObject({ subtype: "Link", url: PROVENANCE.permalink });
    const [left, , right] = links[0].rect;
    expect([left, right]).toEqual([POINTS, POINTS * (1 + LINES.at(-1)![0].length * LETTER * SCALE)]);
    const { permalink: _, ...provenance } = PROVENANCE;
    const local = await writePdf({ pages: [makePage({ texts })], provenance, language: "ar" });
    expect(await (await open(local)).page.getAnnotations()).toEqual([]);
  });

  it("has a page for each picture, as large as was asked for", async () => {
    const bytes = await write(makePage(), makePage({ widthPt: 841.89, heightPt: 1190.55, picture: PNG }));
    const { document } = await open(bytes);
    expect(document.numPages).toBe(2);
    expect((await document.getPage(2)).view).toEqual([0, 0, 841.89, 1190.55]);
  });

  it("is the same bytes each time", async () => {
    expect(await write(makePage({ texts }))).toEqual(await write(makePage({ texts })));
  });

  it("tells the place of each of its objects", async () => {
    const source = Buffer.from(await write(makePage({ texts }))).toString("latin1");
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(source)?.[1]);
    expect(source.slice(start, start + 5)).toBe("xref\n");
    const places = [...source.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)];
    expect(places.length).toBeGreaterThan(20);
    places.forEach(([, at], index) => {
      expect(source.slice(Number(at)).startsWith(`${index + 1} 0 obj\n`)).toBe(true);
    });
  });
});

/** A PNG with rows of the given channels, each with a filter in front. */
function makePng(colours: number, width: number, rows: readonly (readonly number[])[]): Uint8Array {
  const header = Uint8Array.of(0, 0, 0, width, 0, 0, 0, rows.length, 8, colours, 0, 0, 0);
  const pixels = deflateSync(Uint8Array.from(rows.flat()));
  return Uint8Array.from(
    Buffer.concat([
      PNG.subarray(0, 8),
      makeChunk("IHDR", header),
      makeChunk("IDAT", pixels.subarray(0, 5)),
      makeChunk("IDAT", pixels.subarray(5)),
      makeChunk("IEND", new Uint8Array()),
    ]),
  );
}

describe("the picture of a page", () => {
  const readPixels = async (picture: Uint8Array) => {
    const [image] = await extractImages(Uint8Array.from(await write(makePage({ picture }))), 1);
    return image && [image.width, image.height, image.channels, ...image.data];
  };

  it("has the pixels of a PNG", async () => {
    const rows = [
      [0, 10, 20, 30, 40, 50, 60],
      [2, 1, 1, 1, 1, 1, 1],
    ];
    expect(await readPixels(makePng(2, 2, rows))).toEqual([
      2, 2, 3, 10, 20, 30, 40, 50, 60, 11, 21, 31, 41, 51, 61,
    ]);
  });

  it("has translucent pixels on white, by all filters of PNG", async () => {
    const rows = [
      [0, 10, 20, 30, 255, 100, 0, 200, 0],
      [1, 1, 2, 3, 255, 4, 5, 6, 0],
      [2, 1, 1, 1, 0, 1, 1, 1, 0],
      [3, 8, 8, 8, 128, 8, 8, 8, 0],
      [4, 2, 2, 2, 0, 2, 2, 2, 0],
    ];
    const found = await readPixels(makePng(6, 2, rows));
    // Worked out by hand from the rules of PNG: each pixel from those on its left, above it and across.
    const pixels = [
      [10, 20, 30, 255, 255, 255],
      [1, 2, 3, 5, 7, 9],
      [2, 3, 4, 6, 8, 10],
      [9, 9, 10, 15, 16, 18],
      [11, 11, 12, 17, 18, 20],
    ];
    expect(found).toEqual([2, 5, 3, ...pixels.flat()]);
  });

  it("is refused if it is no PNG or JPEG, damaged, or of a kind that no canvas makes", async () => {
    const refuse = (picture: Uint8Array) =>
      expect(write(makePage({ picture }))).rejects.toThrow(PictureError);
    await refuse(LOSSY_WEBP);
    await refuse(JPEG.subarray(0, 30));
    await refuse(makePng(3, 2, [[0, 1, 1]]));
    await refuse(makePng(6, 2, [[0, 1, 1]]));
    await refuse(makePng(6, 1, [[0, 1, 1, 1, 1, 2, 2]]));
  });
});
