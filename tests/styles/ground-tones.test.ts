import { differenceCiede2000, wcagLuminance } from "culori";
import { describe, expect, it } from "vitest";
import { chooseShade, SHADE_COUNT, shadeMark } from "../../styles/map/ground-tones.ts";
import { drawMapImage, groundName } from "../../styles/map/map-images.ts";
import { palettes } from "../../styles/palette.ts";
import { PATTERNS } from "../../styles/side-tones.ts";

const differ = differenceCiede2000();

describe.each(Object.values(palettes))("the shades of ground in the $scheme theme", (palette) => {
  const marks = Object.values(palette.sides).map(({ mark }) => mark);

  it("run from light to dark, and neighbours of a year of months can be told apart", () => {
    for (const mark of marks) {
      const fills = Array.from(
        { length: 13 },
        (_, index) => shadeMark(mark, chooseShade(index, 13), palette).fill,
      );
      const light = fills.map((fill) => wcagLuminance(fill));
      expect(light.toSorted((a, b) => b - a)).toEqual(light);
      const steps = fills.slice(1).map((fill, index) => differ(fill, fills[index] ?? fill));
      expect(Math.min(...steps)).toBeGreaterThan(2);
    }
  });

  it("stand out from the land, the first and the last too, and their pattern from them", () => {
    for (const mark of marks) {
      for (let shade = 0; shade < SHADE_COUNT; shade++) {
        const { fill, ink } = shadeMark(mark, shade, palette);
        expect(differ(fill, palette.land)).toBeGreaterThan(6);
        expect(differ(fill, ink)).toBeGreaterThan(8);
      }
    }
  });
});

describe("the ground of the advance map", () => {
  it("is drawn in every pattern, and covers what lies below", () => {
    for (const pattern of PATTERNS) {
      const { data, width, height } = drawMapImage(groundName(pattern, "#aa5533", "#772200")) ?? {
        data: [],
        width: 1,
        height: 1,
      };
      const alphas = Array.from({ length: width * height }, (_, index) => data[index * 4 + 3]);
      expect(new Set(alphas)).toEqual(new Set([255]));
      const reds = new Set(Array.from({ length: width * height }, (_, index) => data[index * 4]));
      expect(reds.size > 1).toBe(pattern !== "plain");
    }
  });

  it("gives the first stretch the lightest shade and the last the darkest, however many there are", () => {
    for (const count of [2, 5, 17, 30]) {
      expect([chooseShade(0, count), chooseShade(count - 1, count)]).toEqual([0, SHADE_COUNT - 1]);
    }
    expect(chooseShade(0, 1)).toBe(8);
  });
});
