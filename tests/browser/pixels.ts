import { constants, inflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** The colour of a point of the page as `#rrggbb`, in CSS pixels from its upper left corner. */
export async function readPixel(page: Page, x: number, y: number): Promise<string> {
  const clip = { x: Math.round(x), y: Math.round(y), width: 1, height: 1 };
  const png = await page.screenshot({ clip });
  const start = png.indexOf("IDAT") + 4;
  const length = png.readUInt32BE(start - 8);
  // One row of one pixel: the number of its filter, which changes nothing there, and red, green, blue.
  const row = inflateSync(png.subarray(start, start + length), { finishFlush: constants.Z_SYNC_FLUSH });
  return `#${row.subarray(1, 4).toString("hex")}`;
}
