import { asciiBytes, joinBytes, viewOf } from "../bytes.ts";
import { makeStream, type PdfFile, type Reference, refer, toHex, toUtf16 } from "./pdf-file.ts";

/** How wide every glyph is, in thousandths of the size of the font. */
export const GLYPH_WIDTH = 500;
/** Codes have two bytes. */
const MOST_LETTERS = 0xffff;

/** A font whose glyphs show nothing, with a code for each letter that is written. */
export interface InvisibleFont {
  /** The letters as the operand of the operator that shows them. */
  readonly encode: (letters: readonly string[]) => string;
  /** Puts the font, with the letters encoded so far, into the file under a number that was reserved. */
  readonly put: (file: PdfFile, reference: Reference) => void;
}

/**
 * A font for text under or over a picture of itself, to be selected, searched and read out: it needs no outlines, and so has every letter of
 * every script. What a code stands for is told by a table (`ToUnicode`).
 */
export function createInvisibleFont(): InvisibleFont {
  const codes = new Map<string, number>();
  const codeOf = (letter: string) => {
    const known = codes.get(letter);
    if (known !== undefined) return known;
    const code = Math.min(codes.size + 1, MOST_LETTERS);
    codes.set(letter, code);
    return code;
  };
  return {
    encode: (letters) => `<${letters.map((letter) => toHex(codeOf(letter))).join("")}>`,
    put(file, reference) {
      const program = file.add(makeStream("", makeTrueType()));
      const descriptor = file.add(
        `<< /Type /FontDescriptor /FontName /Invisible /Flags 4 /FontBBox [0 -200 ${GLYPH_WIDTH} 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 ${refer(program)} >>`,
      );
      // Every code has the same glyph.
      const glyphs = file.add(
        makeStream(
          "",
          Uint8Array.from({ length: 2 * (codes.size + 1) }, (_, at) => at % 2),
        ),
      );
      const font = file.add(
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invisible /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${refer(descriptor)} /DW ${GLYPH_WIDTH} /CIDToGIDMap ${refer(glyphs)} >>`,
      );
      const unicode = file.add(makeStream("", asciiBytes(writeUnicodeTable(codes))));
      file.set(
        reference,
        `<< /Type /Font /Subtype /Type0 /BaseFont /Invisible /Encoding /Identity-H /DescendantFonts [${refer(font)}] /ToUnicode ${refer(unicode)} >>`,
      );
    },
  };
}

/** A table holds at most so many entries under one heading. */
const LONGEST_SECTION = 100;

function writeUnicodeTable(codes: ReadonlyMap<string, number>): string {
  const entries = [...codes].map(([letter, code]) => `<${toHex(code)}> <${toUtf16(letter)}>\n`);
  const sections: string[] = [];
  for (let at = 0; at < entries.length; at += LONGEST_SECTION) {
    const section = entries.slice(at, at + LONGEST_SECTION);
    sections.push(`${section.length} beginbfchar\n${section.join("")}endbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections.join("")}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

const UNITS = 1000;

/**
 * A TrueType font of two glyphs, with the tables that a PDF asks for: one for what has no code, and a box, since readers leave out
 * letters of which nothing could be seen.
 */
function makeTrueType(): Uint8Array<ArrayBuffer> {
  const shorts = (...values: readonly number[]) => {
    const bytes = new Uint8Array(values.length * 2);
    values.forEach((value, index) => viewOf(bytes).setInt16(index * 2, value));
    return bytes;
  };
  const [one, none] = [shorts(1, 0), shorts(0, 0)];
  const [right, top, bottom] = [GLYPH_WIDTH, 800, -200];
  // One outline and what is around it; its last corner, no instructions, four corners on it; the ways from corner to corner.
  const box = joinBytes([
    shorts(1, 0, bottom, right, top, 3, 0),
    Uint8Array.of(1, 1, 1, 1),
    shorts(0, 0, right, 0, bottom, top - bottom, 0, bottom - top),
  ]);
  const tables: readonly (readonly [string, Uint8Array])[] = [
    ["glyf", box],
    // Version, revision, checksum, mark (0x5F0F3CF5), flags, units, dates, box, style, least size, direction, formats.
    [
      "head",
      joinBytes([
        one,
        one,
        none,
        shorts(0x5f0f, 0x3cf5, 0, UNITS),
        new Uint8Array(16),
        shorts(0, -200, GLYPH_WIDTH, 800, 0, 8, 2, 0, 0),
      ]),
    ],
    // Ascent, descent, gap, greatest width; of the glyphs, only the first has a width of its own.
    [
      "hhea",
      joinBytes([one, shorts(800, -200, 0, GLYPH_WIDTH, 0, 0, GLYPH_WIDTH, 1, 0, 0, 0, 0, 0, 0, 0, 1)]),
    ],
    ["hmtx", shorts(GLYPH_WIDTH, 0, 0)],
    ["loca", shorts(0, 0, box.length / 2)],
    ["maxp", joinBytes([one, shorts(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)])],
  ];
  const padded = tables.map(([, table]) => joinBytes([table, new Uint8Array((4 - (table.length % 4)) % 4)]));
  let at = 12 + 16 * tables.length;
  const directory = tables.map(([name, table], index) => {
    const entry = new Uint8Array(16);
    entry.set(asciiBytes(name));
    const view = viewOf(entry);
    const bytes = padded[index] ?? table;
    view.setUint32(4, sumWords(bytes));
    view.setUint32(8, at);
    view.setUint32(12, table.length);
    at += bytes.length;
    return entry;
  });
  // For a binary search among the tables: the greatest power of two that is not more than their number, and what is left.
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = joinBytes([
    one,
    shorts(tables.length, power * 16, Math.log2(power), (tables.length - power) * 16),
  ]);
  return joinBytes([head, ...directory, ...padded]);
}

function sumWords(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
