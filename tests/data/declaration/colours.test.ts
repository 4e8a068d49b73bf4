import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIDE_COLOURS } from "../../../src/core/records.ts";
import { findConfusion, listFurtherColours } from "../../../src/data/declaration/colours.ts";
import { palettes } from "../../../styles/palette.ts";

type Rgb = readonly [red: number, green: number, blue: number];

/** Linear light, as the simulation below needs it. */
function readLinear(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/**
 * A judge of its own: deuteranopia after Viénot, Brettel and Mollon (1999), another model than ours, and the plain
 * distance in CIE Lab.
 */
function differForDeuteranopes(one: string, other: string): number {
  const see = ([red, green, blue]: Rgb): Rgb => {
    const seen = 0.29275 * red + 0.70725 * green;
    return [seen, seen, -0.02234 * red + 0.02234 * green + blue];
  };
  const toLab = ([red, green, blue]: Rgb) => {
    const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
    const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const [first, second] = [one, other].map((hex) => toLab(see(readLinear(hex))));
  return Math.hypot(...(first ?? []).map((value, index) => value - (second?.[index] ?? 0)));
}

describe("colours of sides", () => {
  const named = Object.values(SIDE_COLOURS);
  const marks = Object.values(palettes).map(({ sides }) => Object.values(sides).map(({ mark }) => mark));

  it.each(marks.map((colours) => [colours]))(
    "that have a name are told apart by everybody, in either theme",
    (colours) => {
      for (const [index, one] of colours.entries()) {
        for (const other of colours.slice(0, index)) {
          expect([one, other, findConfusion(one, other)]).toEqual([one, other, undefined]);
          expect([one, other, differForDeuteranopes(one, other) > 8]).toEqual([one, other, true]);
        }
      }
    },
  );

  it("are confused by anybody if they hardly differ, and by some if only red and green do", () => {
    expect(findConfusion("#c9502b", "#cc522c")).toBe("anybody");
    // The classic pair of traffic-light colours that deuteranopes confuse.
    expect(findConfusion("#a6761d", "#66a61e")).toMatch(/people who do not see/);
    expect(differForDeuteranopes("#a6761d", "#66a61e")).toBeLessThan(20);
    expect(findConfusion("#000000", "#ffffff")).toBeUndefined();
  });

  it("are confused the same way round, and always with themselves", () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(hex, hex, (one, other) => {
        expect(findConfusion(one, other)).toBe(findConfusion(other, one));
        expect(findConfusion(one, one)).toBe("anybody");
      }),
    );
  });

  it("are found for more sides than there are names, all different", () => {
    const further = listFurtherColours(named, 4);
    for (const [index, one] of further.entries()) {
      for (const other of [...named, ...further.slice(0, index)]) {
        expect(findConfusion(one, other) ?? "").not.toBe("anybody");
      }
    }
  });
});
