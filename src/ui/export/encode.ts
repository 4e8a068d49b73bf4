import type { PictureFormat } from "../../export/pages/picture-formats.ts";
import { stampProvenance } from "../../export/provenance/provenance.ts";
import type { DrawnPage } from "../state/export-pages.ts";

/** As formats are called, in every language. */
export const FORMAT_NAMES: Readonly<Record<PictureFormat, string>> = {
  png: "PNG",
  jpeg: "JPEG",
  webp: "WebP",
  pdf: "PDF",
};

/** Of 1: hardly to be told from the original, at a fifth of its size. */
const QUALITY = 0.92;

/** A picture as a file, and the format that it has: not that which was asked for where the browser does not know it. */
export interface Encoded {
  readonly blob: Blob;
  readonly format: PictureFormat;
}

/**
 * A page as a file that says what it shows. `undefined` if the browser cannot make a file of it, as when it is too large. Rejects if
 * the part of the program that writes PDF cannot be fetched.
 */
export async function encodePage(page: DrawnPage, asked: PictureFormat): Promise<Encoded | undefined> {
  if (asked === "pdf") return encodePdf(page);
  const blob = await toBlob(page.canvas, `image/${asked}`);
  if (!blob) return undefined;
  // A browser that does not write a format writes PNG in its stead, and does not say so but here.
  const format = STAMPED.find((known) => blob.type === `image/${known}`) ?? "png";
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const type = `image/${format}` as const;
  try {
    return { blob: new Blob([stampProvenance(bytes, type, page.provenance)], { type }), format };
  } catch (error) {
    // A JPEG has room for so many sources and no more; a PNG has room for all.
    if (!(error instanceof RangeError) || format === "png") throw error;
    return encodePage(page, "png");
  }
}

const STAMPED = ["png", "jpeg", "webp"] as const;

/** A CSS pixel has three quarters of a point. */
const POINTS = 0.75;

async function encodePdf({ canvas, texts, provenance, alternative, ...page }: DrawnPage) {
  // Without loss: lines and hatches are what suffers first.
  const [blob, { writePdf }] = await Promise.all([
    toBlob(canvas, "image/png"),
    import("../../export/pdf/write-pdf.ts"),
  ]);
  if (!blob) return undefined;
  const picture = new Uint8Array(await blob.arrayBuffer());
  const size = { widthPt: page.widthPx * POINTS, heightPt: page.heightPx * POINTS };
  const { language } = provenance;
  const pages = [{ ...size, picture, texts, alternative }];
  const bytes = await writePdf({ pages, provenance, language });
  return { blob: new Blob([bytes], { type: "application/pdf" }), format: "pdf" } as const;
}

async function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  return blob && blob.size > 0 ? blob : undefined;
}
