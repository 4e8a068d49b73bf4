import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { splitWords } from "../../src/export/pdf/placed-text.ts";
import { writePdf } from "../../src/export/pdf/write-pdf.ts";
import { readProvenance, stampProvenance } from "../../src/export/provenance/provenance.ts";
import {
  EXTENDED_WEBP,
  JPEG,
  LOSSLESS_WEBP,
  LOSSY_WEBP,
  PNG,
  PROVENANCE,
  TRANSLUCENT_WEBP,
} from "../export/pictures.ts";
import { runDebian } from "./debian.ts";

const folder = mkdtempSync(join(tmpdir(), "provenance-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const askExiftool = (path: string): Record<string, unknown> =>
  JSON.parse(runDebian("libimage-exiftool-perl", "exiftool", ["-j", "-G1", path]))[0];

/** What exiftool is to find, by the group it knows the namespace as. */
const FIELDS = {
  "XMP-dc:Title": `${PROVENANCE.datasetTitle} (2020-01-20/2020-02-06)`,
  "XMP-dc:Source": PROVENANCE.sources.join(" · "),
  "XMP-dc:Rights": PROVENANCE.licence,
  "XMP-dc:Language": "ar",
  "XMP-dc:Coverage": "2020-01-20/2020-02-06",
  "XMP-xmp:CreatorTool": "Frontline Atlas 0.1.0",
  "XMP-frontline:Address": PROVENANCE.address,
  "XMP-frontline:Permalink": PROVENANCE.permalink,
  "XMP-frontline:DatasetTitle": PROVENANCE.datasetTitle,
  "XMP-frontline:DatasetHash": PROVENANCE.datasetHash,
  "XMP-frontline:Day": "2020-02-06",
  "XMP-frontline:ComparedDay": "2020-01-20",
  "XMP-frontline:Language": "ar",
  "XMP-frontline:Sources": PROVENANCE.sources,
};

const PICTURES = [
  ["map.png", "image/png", PNG],
  ["map.jpg", "image/jpeg", JPEG],
  ["lossy.webp", "image/webp", LOSSY_WEBP],
  ["lossless.webp", "image/webp", LOSSLESS_WEBP],
  ["translucent.webp", "image/webp", TRANSLUCENT_WEBP],
  ["extended.webp", "image/webp", EXTENDED_WEBP],
] as const;

describe("what exiftool makes of a picture", () => {
  it.each(PICTURES)("%s: it reads all fields, and finds nothing wrong", (name, type, bytes) => {
    const path = write(name, stampProvenance(bytes, type, PROVENANCE));
    const found = askExiftool(path);
    expect(found).toMatchObject(FIELDS);
    expect(Object.keys(found).filter((field) => /error|warning/i.test(field))).toEqual([]);
  });

  it.each(PICTURES)("%s: what it writes anew is read", (name, type, bytes) => {
    const path = write(`again-${name}`, stampProvenance(bytes, type, PROVENANCE));
    runDebian("libimage-exiftool-perl", "exiftool", [
      "-q",
      "-overwrite_original",
      "-XMP-dc:Creator=Somebody",
      path,
    ]);
    expect(askExiftool(path)["XMP-dc:Creator"]).toBe("Somebody");
    expect(readProvenance(readFileSync(path))).toEqual(PROVENANCE);
  });
});

describe("what decoders make of a picture", () => {
  it.each(PICTURES.filter(([, type]) => type === "image/webp"))(
    "%s has the pixels it had",
    (name, type, bytes) => {
      const decode = (path: string) => {
        runDebian("webp", "dwebp", ["-quiet", "-pam", path, "-o", `${path}.pam`]);
        return readFileSync(`${path}.pam`);
      };
      const before = decode(write(`before-${name}`, bytes));
      const after = decode(write(`after-${name}`, stampProvenance(bytes, type, PROVENANCE)));
      expect(after.equals(before)).toBe(true);
    },
  );

  it("a JPEG has the pixels it had", () => {
    const decode = (path: string) => {
      runDebian("libjpeg-turbo-progs", "djpeg", ["-outfile", `${path}.ppm`, path]);
      return readFileSync(`${path}.ppm`);
    };
    const before = decode(write("before.jpg", JPEG));
    expect(decode(write("after.jpg", stampProvenance(JPEG, "image/jpeg", PROVENANCE))).equals(before)).toBe(
      true,
    );
  });
});

describe("what poppler, qpdf and exiftool make of a PDF", () => {
  const LINES = [
    ["Who held what (draft), 57 %", "ltr"],
    ["معرة النعمان وسراقب: من سيطر على ماذا", "rtl"],
    ["قطع طريق M5 في 6 شباط/فبراير 2020", "rtl"],
    ["عەفرین ڕۆژاڤا کوردی ڵێ", "rtl"],
    ["Станом на 6 лютого 2020 року", "ltr"],
  ] as const;
  const make = async () => {
    const texts = LINES.map(([text, direction], index) => {
      const parts = splitWords(text).map((word) => ({ text: word, width: word.length * 10 }));
      const matrix = [0.025, 0, 0, 0.025, 1, index + 1] as const;
      return { text, direction, matrix, size: 20, parts };
    });
    const page = { widthPt: 400, heightPt: 225, picture: JPEG, texts, alternative: "Two days" };
    return write("map.pdf", await writePdf({ pages: [page], provenance: PROVENANCE, language: "ar" }));
  };

  it("its syntax is right, its title, tags and size are told", async () => {
    const path = await make();
    expect(runDebian("qpdf", "qpdf", ["--check", path])).toContain(
      "No syntax or stream encoding errors found",
    );
    const told = runDebian("poppler-utils", "pdfinfo", [path]);
    expect(told).toContain(`Title:           ${FIELDS["XMP-dc:Title"]}`);
    expect(told).toMatch(/Tagged: +yes/);
    expect(told).toMatch(/Page size: +400 x 225 pts/);
    expect(askExiftool(path)).toMatchObject(FIELDS);
  });

  it("its text is found in the order of reading", async () => {
    const text = runDebian("poppler-utils", "pdftotext", [await make(), "-"]);
    // Where blanks and points go between two directions is told by marks of its own.
    const listWords = (line: string) => line.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const found = text.split("\n").map(listWords);
    for (const [line] of LINES) expect(found).toContainEqual(listWords(line));
  });

  it("its provenance is found after qpdf has written it anew", async () => {
    const path = await make();
    runDebian("qpdf", "qpdf", ["--linearize", path, `${path}.new`]);
    expect(readProvenance(readFileSync(`${path}.new`))).toEqual(PROVENANCE);
  });

  it("all of its fonts are in it", async () => {
    const [, , ...fonts] = runDebian("poppler-utils", "pdffonts", [await make()])
      .trim()
      .split("\n");
    expect(fonts).toHaveLength(1);
    expect(fonts[0]).toMatch(/CID TrueType +Identity-H +yes no +yes/);
  });
});
