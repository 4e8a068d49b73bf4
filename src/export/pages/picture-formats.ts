export const PICTURE_FORMATS = ["png", "jpeg", "webp", "pdf"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** How names of such files end. */
export const FORMAT_ENDINGS: Readonly<Record<PictureFormat, string>> = {
  png: "png",
  jpeg: "jpg",
  webp: "webp",
  pdf: "pdf",
};
