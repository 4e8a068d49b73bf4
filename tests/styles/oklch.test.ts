import { converter, formatHex, inGamut, wcagContrast } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatOklch, measureContrast, toOklch } from "../../styles/oklch.ts";

const anyHex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);
const judge = converter("oklch");
const isShown = inGamut("rgb");

describe("Oklch", () => {
  it("is what the library makes of a colour, and leads back to it", () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        const { l, c, h } = toOklch(hex);
        const expected = judge(hex);
        expect(l).toBeCloseTo(expected?.l ?? NaN, 5);
        expect(c).toBeCloseTo(expected?.c ?? NaN, 5);
        // Grey has no hue.
        const turn = c > 0.001 ? h - ((expected?.h ?? NaN) * Math.PI) / 180 : 0;
        expect(Math.cos(turn)).toBeCloseTo(1, 5);
        expect(formatOklch({ l, c, h })).toBe(hex);
      }),
    );
  });

  it("is shown as it is where a screen can, and else weaker, in the same lightness and hue", () => {
    const any = fc.record({
      l: fc.double({ min: 0.25, max: 0.95, noNaN: true }),
      c: fc.double({ min: 0, max: 0.35, noNaN: true }),
      h: fc.double({ min: -3, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(any, (asked) => {
        const colour = { mode: "oklch", l: asked.l, c: asked.c, h: (asked.h * 180) / Math.PI } as const;
        const given = formatOklch(asked);
        expect(isShown(colour) ? given : formatHex(colour)).toBe(formatHex(colour));
        // A byte a channel: the darker the colour, the coarser.
        expect(Math.abs(toOklch(given).l - asked.l)).toBeLessThan(0.01);
        expect(toOklch(given).c).toBeLessThan(asked.c + 0.01);
      }),
    );
  });

  it("refuses what is no colour", () => {
    expect(() => toOklch("red")).toThrow(RangeError);
  });
});

it("measures contrast as the library does", () => {
  fc.assert(
    fc.property(anyHex, anyHex, (one, other) => {
      expect(measureContrast(one, other)).toBeCloseTo(wcagContrast(one, other), 2);
    }),
  );
});
