import { describe, expect, it } from "vitest";
import { PATTERNS } from "../../styles/side-tones.ts";
import {
  diamondName,
  drawMapImage,
  hatchName,
  type MapImage,
  shieldName,
} from "../../styles/map/map-images.ts";

function draw(name: string): MapImage {
  const image = drawMapImage(name);
  if (!image) throw new Error(`no image ${name}`);
  return image;
}

function alphaAt({ data, width }: MapImage, x: number, y: number): number {
  return data[(y * width + x) * 4 + 3] ?? Number.NaN;
}

function colourAt({ data, width }: MapImage, x: number, y: number): number[] {
  return Array.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3));
}

describe.each(PATTERNS.filter((pattern) => pattern !== "plain"))("the pattern %s", (pattern) => {
  const hatch = draw(hatchName(pattern, "#0f8a6a"));
  const size = hatch.width;
  const at = (x: number, y: number) => alphaAt(hatch, (x + size) % size, (y + size) % size);

  it("goes on without a seam over all four edges", () => {
    // Over an edge the ink may change no more than it does anywhere inside.
    const steps = (x: number, y: number) => [
      Math.abs(at(x, y) - at(x + 1, y)),
      Math.abs(at(x, y) - at(x, y + 1)),
    ];
    const inside: number[] = [];
    const across: number[] = [];
    for (let x = 0; x < size; x++) {
      for (let y = 0; y < size; y++) {
        (x === size - 1 || y === size - 1 ? across : inside).push(...steps(x, y));
      }
    }
    expect(Math.max(...across)).toBeLessThanOrEqual(Math.max(...inside));
  });

  it("is mostly gaps, in one colour", () => {
    const alphas = Array.from({ length: size * size }, (_, index) => hatch.data[index * 4 + 3] ?? 0);
    const share = alphas.reduce((sum, alpha) => sum + alpha, 0) / (255 * size * size);
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.4);
    const inked = alphas.indexOf(Math.max(...alphas));
    expect(colourAt(hatch, inked % size, Math.floor(inked / size))).toEqual([0x0f, 0x8a, 0x6a]);
  });

  it("is another than every other", () => {
    for (const other of PATTERNS) {
      if (other === pattern || other === "plain") continue;
      expect([other, [...draw(hatchName(other, "#0f8a6a")).data]]).not.toEqual([other, [...hatch.data]]);
    }
  });
});

describe("icons", () => {
  it("shows a contested town's two sides left and right", () => {
    const halves = draw("halves|#ff0000|#0000ff|#ffffff");
    expect(colourAt(halves, 12, 20)).toEqual([255, 0, 0]);
    expect(colourAt(halves, 28, 20)).toEqual([0, 0, 255]);
    expect(alphaAt(halves, 0, 0)).toBe(0);
  });

  it("is hollow for an encircled post and full for any other", () => {
    const hollow = draw(diamondName("#ffffff", "#6f4fa0", "#ffffff").join(""));
    const full = draw(diamondName("#6f4fa0", "#6f4fa0", "#ffffff").join(""));
    expect(colourAt(hollow, 13, 13)).toEqual([255, 255, 255]);
    expect(colourAt(full, 13, 13)).toEqual([0x6f, 0x4f, 0xa0]);
    expect(colourAt(hollow, 13, 5)).toEqual([0x6f, 0x4f, 0xa0]);
  });

  it("stretches a shield only where it is straight", () => {
    const shield = draw(shieldName({ fill: "#ffffff", stroke: "#888888" }));
    const [from, to] = shield.stretch ?? [0, 0];
    const column = (x: number) => Array.from({ length: shield.height }, (_, y) => alphaAt(shield, x, y));
    for (let x = from; x < to; x++) expect(column(x)).toEqual(column(from));
  });

  it("is undefined for a name that is none of ours", () => {
    expect(drawMapImage("airport")).toBeUndefined();
  });
});
