import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode, ensureFfmpeg } from "./ffmpeg.ts";
import { ensureDebian } from "./debian.ts";

/** One page of paper: red, green and blue of each pixel in turn. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** Fine enough to tell one map from another; A4 has 298 by 421 pixels then. */
const DOTS_PER_INCH = 36;
/** Into how many columns a picture is divided to be looked for. */
const COLUMNS = 24;

/** Installs what reads PDF and pictures, where it is not there. */
export function ensureReaders(): void {
  ensureDebian("pdftoppm", "poppler-utils");
  ensureFfmpeg();
}

function withFolder<Result>(task: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "frontline-paper-"));
  try {
    return task(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pages of a PDF as poppler renders them. */
export function renderSheets(pdf: Uint8Array): Sheet[] {
  return withFolder((folder) => {
    writeFileSync(join(folder, "in.pdf"), pdf);
    execFileSync("pdftoppm", ["-r", String(DOTS_PER_INCH), join(folder, "in.pdf"), join(folder, "page")]);
    const names = readdirSync(folder).filter((name) => name.endsWith(".ppm"));
    return names.toSorted().map((name) => readPpm(readFileSync(join(folder, name))));
  });
}

/** The text of a PDF as poppler reads it. */
export function readText(pdf: Uint8Array): string {
  return execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
}

function readPpm(bytes: Buffer): Sheet {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString("latin1", 0, 40));
  if (!header) throw new Error("pdftoppm gave no picture");
  return { width: Number(header[1]), height: Number(header[2]), pixels: bytes.subarray(header[0].length) };
}

/** Where a picture was found on a sheet, in its pixels, and how much of the picture's variance is there, 1 at most. */
export interface Found {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly likeness: number;
}

/**
 * Looks for a picture on a sheet in all sizes from a quarter of its width on, upright and whole. A blank sheet, or one of any
 * single colour, has a likeness of 0 or less.
 */
export function findOnSheet(sheet: Sheet, png: Uint8Array): Found {
  const aspect = png.length > 0 ? readAspect(png) : 1;
  const rows = Math.max(4, Math.round(COLUMNS * aspect));
  const cells = withFolder((folder) => {
    const file = join(folder, "picture.png");
    writeFileSync(file, png);
    return decode(file, COLUMNS, rows)[0] ?? Buffer.alloc(0);
  });
  const sums = sumUp(sheet);
  const spread = measureSpread(cells);
  let best = { x: 0, y: 0, width: 0, height: 0, error: Number.POSITIVE_INFINITY };
  const tryAt = (x: number, y: number, width: number): void => {
    const height = width * aspect;
    if (x < 0 || y < 0 || x + width > sheet.width || y + height > sheet.height) return;
    const error = measureError(sums, sheet.width + 1, { x, y, width, height }, { cells, rows }, best.error);
    if (error < best.error) best = { x, y, width, height, error };
  };
  for (let width = sheet.width / 4; width <= sheet.width; width *= 1.02)
    for (let y = 0; y < sheet.height; y += 4) for (let x = 0; x < sheet.width; x += 4) tryAt(x, y, width);
  for (const step of [2, 1, 0.5]) {
    const { x, y, width } = best;
    for (let dw = -2; dw <= 2; dw++)
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) tryAt(x + dx * step, y + dy * step, width + dw * step);
  }
  const { error, ...place } = best;
  return { ...place, likeness: 1 - error / spread };
}

/** Height by width, as the header of a PNG has them. */
function readAspect(png: Uint8Array): number {
  const header = Buffer.from(png.subarray(0, 24));
  return header.readUInt32BE(20) / header.readUInt32BE(16);
}

/** For each corner the sum of all pixels above and before it, colour by colour. */
function sumUp({ width, height, pixels }: Sheet): Float64Array {
  const stride = (width + 1) * 3;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let colour = 0; colour < 3; colour++) {
        const at = (y + 1) * stride + (x + 1) * 3 + colour;
        sums[at] =
          (pixels[(y * width + x) * 3 + colour] ?? 0) +
          (sums[at - 3] ?? 0) +
          (sums[at - stride] ?? 0) -
          (sums[at - stride - 3] ?? 0);
      }
  return sums;
}

function measureSpread(cells: Buffer): number {
  let spread = 0;
  for (let colour = 0; colour < 3; colour++) {
    const values = cells.filter((_, at) => at % 3 === colour);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const value of values) spread += (value - mean) ** 2;
  }
  return spread;
}

type Box = Pick<Found, "x" | "y" | "width" | "height">;

/** The sum of squared differences between the cells of a picture and those of a box; stops once that is more than `most`. */
function measureError(
  sums: Float64Array,
  columns: number,
  box: Box,
  { cells, rows }: { readonly cells: Buffer; readonly rows: number },
  most: number,
): number {
  let error = 0;
  for (let row = 0; row < rows; row++) {
    const top = Math.round(box.y + (box.height * row) / rows);
    const bottom = Math.max(top + 1, Math.round(box.y + (box.height * (row + 1)) / rows));
    for (let column = 0; column < COLUMNS; column++) {
      const left = Math.round(box.x + (box.width * column) / COLUMNS);
      const right = Math.max(left + 1, Math.round(box.x + (box.width * (column + 1)) / COLUMNS));
      const area = (right - left) * (bottom - top);
      for (let colour = 0; colour < 3; colour++) {
        const at = (y: number, x: number) => sums[(y * columns + x) * 3 + colour] ?? 0;
        const sum = at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
        error += (sum / area - (cells[(row * COLUMNS + column) * 3 + colour] ?? 0)) ** 2;
      }
    }
    if (error > most) return error;
  }
  return error;
}
