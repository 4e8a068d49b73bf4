import type { Language } from "../../core/names.ts";
import { asciiBytes } from "../bytes.ts";
import type { Provenance } from "../provenance/provenance.ts";
import { nameDays, nameTool, writeXmp } from "../provenance/xmp.ts";
import { createInvisibleFont, GLYPH_WIDTH, type InvisibleFont } from "./invisible-font.ts";
import {
  makeStream,
  type PdfFile,
  type Reference,
  refer,
  startPdf,
  writeNumber,
  writeText,
} from "./pdf-file.ts";
import { makePictureObject, type PictureObject } from "./picture-object.ts";
import type { PlacedText } from "./placed-text.ts";
import { orderVisually, stripMarks, type VisualPart } from "./visual-order.ts";

/** A page of a PDF: a picture that fills it, and the texts in it. */
export interface PdfPage {
  /** In points, of which an inch has 72. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** JPEG or PNG; see {@link makePictureObject} for which. */
  readonly picture: Uint8Array;
  /** In the order of reading, placed in pixels of the picture. */
  readonly texts: readonly PlacedText[];
  /** What the picture shows, for those who do not see it. */
  readonly alternative: string;
}

interface PdfRequest {
  readonly pages: readonly PdfPage[];
  readonly provenance: Provenance;
  /** Of the texts and of the alternatives. */
  readonly language: Language;
}

/** The parts of a file that every page adds to. */
interface Shared {
  readonly file: PdfFile;
  readonly font: InvisibleFont;
  readonly fontReference: Reference;
  readonly pages: Reference;
  /** What the structure begins with: all paragraphs and pictures in order. */
  readonly document: Reference;
  readonly permalink: string | undefined;
}

/**
 * Pages as a PDF: each a picture with its texts invisibly over it, which can be selected, searched and read out; tagged, with title,
 * language and provenance, and with a link where a text is part of the permalink. The same request is the same bytes.
 *
 * @throws PictureError if a picture is no JPEG or PNG that can be embedded.
 */
export async function writePdf(request: PdfRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { provenance, language } = request;
  const file = startPdf();
  const catalog = file.reserve();
  const shared: Shared = {
    file,
    font: createInvisibleFont(),
    fontReference: file.reserve(),
    pages: file.reserve(),
    document: file.reserve(),
    permalink: provenance.permalink,
  };
  const pages: Reference[] = [];
  const elements: Reference[][] = [];
  for (const page of request.pages) {
    const added = addPage(shared, page, await makePictureObject(page.picture), pages.length);
    pages.push(added.page);
    elements.push(added.elements);
  }
  shared.font.put(file, shared.fontReference);
  file.set(shared.pages, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map(refer).join(" ")}] >>`);
  const structure = addStructure(shared, elements);
  const xmp = new TextEncoder().encode(writeXmp(provenance));
  const metadata = file.add(makeStream("/Type /Metadata /Subtype /XML", xmp));
  file.set(
    catalog,
    `<< /Type /Catalog /Pages ${refer(shared.pages)} /Metadata ${refer(metadata)} /Lang ${writeText(language)} /MarkInfo << /Marked true >> /StructTreeRoot ${refer(structure)} /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const title = writeText(`${provenance.datasetTitle} (${nameDays(provenance)})`);
  const tool = writeText(nameTool(provenance));
  const subject = writeText(provenance.sources.join(" · "));
  return file.join(
    catalog,
    file.add(`<< /Title ${title} /Subject ${subject} /Creator ${tool} /Producer ${tool} >>`),
  );
}

/** Gives the page, and what it adds to the structure in the order of its marks. */
function addPage(
  { file, font, fontReference, pages, document, permalink }: Shared,
  { widthPt, heightPt, texts, alternative }: PdfPage,
  picture: PictureObject,
  number: number,
): { readonly page: Reference; readonly elements: Reference[] } {
  const page = file.reserve();
  const [across, down] = [widthPt / picture.width, heightPt / picture.height];
  const image = file.add(picture.content);
  const box = `[0 0 ${writeNumber(widthPt)} ${writeNumber(heightPt)}]`;
  const element = (mark: number, what: string) =>
    file.add(`<< /Type /StructElem /P ${refer(document)} /Pg ${refer(page)} /K ${mark} ${what} >>`);
  const alt = `/S /Figure /Alt ${writeText(alternative)} /A << /O /Layout /BBox ${box} >>`;
  const elements = [element(0, alt)];
  const content = [
    `/Figure << /MCID 0 >> BDC q ${writeNumber(widthPt)} 0 0 ${writeNumber(heightPt)} 0 0 cm /Picture Do Q EMC`,
  ];
  const links: Reference[] = [];
  for (const text of texts) {
    const parts = orderVisually(text);
    if (parts.length === 0) continue;
    const toPage = [across, 0, 0, -down, 0, heightPt] as const;
    const matrix = multiply(toPage, text.matrix);
    content.push(writeLine(text, parts, matrix, { font, mark: elements.length }));
    // For those who are read to: what takes text off a page finds the order of reading by itself, and would turn this round again.
    elements.push(element(elements.length, `/S /P /ActualText ${writeText(stripMarks(text.text))}`));
    const target = permalink !== undefined && isPartOf(text, permalink) ? permalink : undefined;
    if (target !== undefined) links.push(addLink(file, target, findBox(text, parts, matrix)));
  }
  const stream = file.add(makeStream("", asciiBytes(content.join("\n"))));
  const annotations = links.length > 0 ? ` /Annots [${links.map(refer).join(" ")}] /Tabs /S` : "";
  file.set(
    page,
    `<< /Type /Page /Parent ${refer(pages)} /MediaBox ${box} /Contents ${refer(stream)} /Resources << /XObject << /Picture ${refer(image)} >> /Font << /Text ${refer(fontReference)} >> >> /StructParents ${number}${annotations} >>`,
  );
  return { page, elements };
}

type Matrix = PlacedText["matrix"];

/** First the second, then the first. */
function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

interface Line {
  readonly font: InvisibleFont;
  readonly mark: number;
}

/** A line of text as operators: each word at its place and as wide as it was drawn, showing nothing (mode 3). */
function writeLine(
  { size }: PlacedText,
  parts: readonly VisualPart[],
  matrix: Matrix,
  { font, mark }: Line,
): string {
  const [a, b, c, d] = matrix.map(writeNumber);
  const words = parts.map(({ letters, x, width }) => {
    const stretch = (100_000 * width) / (letters.length * GLYPH_WIDTH * size);
    const [, , , , e, f] = multiply(matrix, [1, 0, 0, 1, x, 0]);
    // The picture's heights grow downwards, a letter's upwards.
    const place = `${a} ${b} ${negate(c)} ${negate(d)} ${writeNumber(e)} ${writeNumber(f)}`;
    return `${writeNumber(stretch)} Tz ${place} Tm ${font.encode(letters)} Tj`;
  });
  return `/P << /MCID ${mark} >> BDC BT 3 Tr /Text ${writeNumber(size)} Tf ${words.join(" ")} ET EMC`;
}

function negate(number = "0"): string {
  return writeNumber(-Number(number));
}

/** Shorter, a text may be found in an address by chance. */
const LEAST_OF_ADDRESS = 6;

function isPartOf({ text }: PlacedText, address: string): boolean {
  const part = stripMarks(text).trim();
  return part.length >= LEAST_OF_ADDRESS && address.includes(part);
}

function findBox({ size }: PlacedText, parts: readonly VisualPart[], matrix: Matrix): readonly number[] {
  const right = Math.max(...parts.map(({ x, width }) => x + width));
  const [a, b, c, d, e, f] = matrix;
  const corners = [0, right].flatMap((x) =>
    [0.25 * size, -size].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function addLink(file: PdfFile, address: string, box: readonly number[]): Reference {
  // Letters beyond ASCII are written with percent signs.
  const target = writeText(address);
  const uri = `(${new URL(address).href.replaceAll(/[()\\]/g, (mark) => `\\${mark}`)})`;
  return file.add(
    `<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [${box.map(writeNumber).join(" ")}] /Contents ${target} /A << /S /URI /URI ${uri} >> >>`,
  );
}

/** The tree of what is on the pages, with the way back from each mark to it. */
function addStructure({ file, document }: Shared, elements: readonly (readonly Reference[])[]): Reference {
  const root = file.reserve();
  const all = elements.flat().map(refer).join(" ");
  file.set(document, `<< /Type /StructElem /S /Document /P ${refer(root)} /K [${all}] >>`);
  const ways = elements.map((marks, page) => `${page} [${marks.map(refer).join(" ")}]`);
  const parents = file.add(`<< /Nums [${ways.join(" ")}] >>`);
  file.set(
    root,
    `<< /Type /StructTreeRoot /K ${refer(document)} /ParentTree ${refer(parents)} /ParentTreeNextKey ${elements.length} >>`,
  );
  return root;
}
