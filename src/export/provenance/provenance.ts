import type { Day } from "../../core/day.ts";
import type { Language } from "../../core/names.ts";
import { findXmpInJpeg, isJpeg, putXmpInJpeg } from "./jpeg.ts";
import { isPdf, listXmpInPdf } from "./pdf.ts";
import { PictureError } from "./picture-error.ts";
import { findXmpInPng, isPng, putXmpInPng } from "./png.ts";
import { findXmpInWebp, isWebp, putXmpInWebp } from "./webp.ts";
import { readXmp, writeXmp } from "./xmp.ts";

/** What a picture shows and where it is from. There is no clock in it: the same picture is the same bytes. */
export interface Provenance {
  /** The query part of the view's address, without question mark, page and host. */
  readonly address: string;
  /** Where the same view can be opened: only of a page that says itself where it is published. */
  readonly permalink?: string;
  readonly datasetTitle: string;
  /** SHA-256 of the content of the data set, in hexadecimal; left out where none could be made. */
  readonly datasetHash?: string;
  /** Of the program. */
  readonly version: string;
  readonly day: Day;
  readonly comparedDay?: Day;
  readonly language: Language;
  /** Whose work data and map are. */
  readonly sources: readonly string[];
  readonly licence?: string;
}

/** What a canvas is saved as, which says where it is from by {@link stampProvenance}; of a PDF `writePdf` does. */
export type PictureType = "image/png" | "image/jpeg" | "image/webp";

const PUT = { "image/png": putXmpInPng, "image/jpeg": putXmpInJpeg, "image/webp": putXmpInWebp } as const;
const IS = { "image/png": isPng, "image/jpeg": isJpeg, "image/webp": isWebp } as const;

/**
 * The same picture with its provenance written into it, as XMP, in the place of any that it had; its pixels stay as they are.
 *
 * @throws PictureError if the bytes are not what `type` says, or damaged; RangeError with a sentence for people if the provenance is
 * longer than a JPEG has room for (64 KB).
 */
export function stampProvenance(
  bytes: Uint8Array,
  type: PictureType,
  provenance: Provenance,
): Uint8Array<ArrayBuffer> {
  if (!IS[type](bytes)) throw new PictureError("unknown-picture", `bytes that are no ${type}`);
  return PUT[type](bytes, new TextEncoder().encode(writeXmp(provenance)));
}

/**
 * The provenance in a PNG, JPEG, WebP or PDF, whoever made the bytes.
 *
 * @throws PictureError if they are none of these, damaged, or do not say what they show.
 */
export function readProvenance(bytes: Uint8Array): Provenance {
  for (const xmp of listXmp(bytes)) {
    const provenance = readXmp(xmp);
    if (provenance) return provenance;
  }
  throw new PictureError("picture-without-provenance", "nothing written into it about what it shows");
}

function listXmp(bytes: Uint8Array): readonly Uint8Array[] {
  const only = (xmp: Uint8Array | undefined) => (xmp ? [xmp] : []);
  if (isPng(bytes)) return only(findXmpInPng(bytes));
  if (isJpeg(bytes)) return only(findXmpInJpeg(bytes));
  if (isWebp(bytes)) return only(findXmpInWebp(bytes));
  // What was written last holds.
  if (isPdf(bytes)) return [...listXmpInPdf(bytes)].toReversed();
  throw new PictureError("unknown-picture", bytes.length === 0 ? "an empty file" : "bytes of another kind");
}
