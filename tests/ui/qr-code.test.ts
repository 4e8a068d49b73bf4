import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { makeQrCode, type QrCode } from "../../src/ui/export/qr-code.ts";

type Outline = readonly (readonly [x: number, y: number])[];

function readPath(path: string): readonly Outline[] {
  const outlines = path.split("M").filter((outline) => outline !== "");
  return outlines.map((outline) =>
    outline
      .replace("Z", "")
      .split("L")
      .map((point) => {
        const [x = NaN, y = NaN] = point.trim().split(/[ ,]/).map(Number);
        return [x, y] as const;
      }),
  );
}

/** Whether a point lies inside by the rule that browsers fill by: edges to the left of it, with their directions. */
function isInside(outlines: readonly Outline[], x: number, y: number): boolean {
  let winding = 0;
  for (const outline of outlines) {
    outline.forEach(([fromX, fromY], index) => {
      const [, toY] = outline[(index + 1) % outline.length] ?? [0, 0];
      if (fromX < x && fromY <= y !== toY <= y) winding += toY > fromY ? 1 : -1;
    });
  }
  return winding !== 0;
}

const SCALE = 4;

/** What a reader of codes, which knows nothing of ours, sees on a picture of the path, drawn as whole squares. */
function scan({ size, margin, path }: QrCode): string | undefined {
  const side = size + 2 * margin;
  const outlines = readPath(path);
  const isDark = Array.from({ length: side * side }, (_, at) =>
    isInside(outlines, (at % side) + 0.5, Math.floor(at / side) + 0.5),
  );
  const sidePx = side * SCALE;
  const pixels = new Uint8ClampedArray(4 * sidePx * sidePx).fill(255);
  for (let y = 0; y < sidePx; y++) {
    for (let x = 0; x < sidePx; x++) {
      const at = Math.floor(y / SCALE) * side + Math.floor(x / SCALE);
      if (isDark[at]) pixels.fill(0, 4 * (y * sidePx + x), 4 * (y * sidePx + x) + 3);
    }
  }
  return jsQR(pixels, sidePx, sidePx)?.data;
}

describe("a QR code", () => {
  it.each([
    "https://example.org/war/?day=2020-02-06&place=saraqib&data=northern-front-1a2b3c4d",
    "http://127.0.0.1:4173/?day=2020-02-06&text=%D8%AD%D8%B1%D8%A8&at=36.5000,35.5000,9.00&lang=ar",
  ])("is read as the address it was made of: %s", (address) => {
    const code = makeQrCode(address);
    expect(code && scan(code)).toBe(address);
  });

  it("is none of an address that no code has room for", () => {
    expect(makeQrCode(`https://example.org/?text=${"%D8".repeat(1000)}`) === undefined).toBe(true);
  });
});
