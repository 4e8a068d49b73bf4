export const PICTURE_FORMATS = ["png", "jpeg", "webp"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** As formats are called, in every language. */
export const FORMAT_NAMES: Readonly<Record<PictureFormat, string>> = {
  png: "PNG",
  jpeg: "JPEG",
  webp: "WebP",
};

/** How names of such files end. */
export const FORMAT_ENDINGS: Readonly<Record<PictureFormat, string>> = {
  png: "png",
  jpeg: "jpg",
  webp: "webp",
};

/** Of 1: hardly to be told from the original, at a fifth of its size. */
const QUALITY = 0.92;

/** A picture as a file, and the format that it has: not that which was asked for where the browser does not know it. */
export interface Encoded {
  readonly blob: Blob;
  readonly format: PictureFormat;
}

/** `undefined` if the browser cannot make a file of it, as when it is too large. */
export async function encodePicture(
  canvas: HTMLCanvasElement,
  asked: PictureFormat,
): Promise<Encoded | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, `image/${asked}`, QUALITY));
  if (!blob || blob.size === 0) return undefined;
  // A browser that does not write a format writes PNG in its stead, and does not say so but here.
  const format = PICTURE_FORMATS.find((known) => blob.type === `image/${known}`) ?? "png";
  return { blob, format };
}
