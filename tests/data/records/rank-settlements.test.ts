import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankSettlements, type Unranked } from "../../../src/data/records/rank-settlements.ts";

const anyPlace: fc.Arbitrary<Unranked> = fc.record({
  position: fc.tuple(
    fc.double({ min: 20, max: 40, noNaN: true }),
    fc.double({ min: 40, max: 55, noNaN: true }),
  ),
  population: fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: undefined }),
});

describe("the importance of settlements of which none is told", () => {
  it("keeps those of one importance apart, and leaves none out that had room", () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 120 }), (places) => {
        const ranks = rankSettlements(places);
        const lngs = places.map(({ position }) => position[0]);
        const lats = places.map(({ position }) => position[1]);
        const middle = (Math.min(...lats) + Math.max(...lats)) / 2;
        const narrowing = Math.cos((middle * Math.PI) / 180);
        const diagonal = Math.hypot(
          (Math.max(...lngs) - Math.min(...lngs)) * narrowing,
          Math.max(...lats) - Math.min(...lats),
        );
        // Brute force: every pair.
        const apart = (one: Unranked, other: Unranked) =>
          Math.hypot((one.position[0] - other.position[0]) * narrowing, one.position[1] - other.position[1]);
        places.forEach((place, index) => {
          const others = places.filter((_, other) => other !== index);
          const nearest = (most: number) =>
            others.filter((other) => (ranks[places.indexOf(other)] ?? 3) <= most);
          const isNear = (most: number, share: number) =>
            nearest(most).some((other) => apart(place, other) < diagonal * share + 1e-9);
          const isApart = nearest(1).every((other) => apart(place, other) >= diagonal / 9 - 1e-9);
          const isFirst = ranks[index] === 1;
          expect(isFirst ? isApart : isNear(1, 1 / 9)).toBe(true);
          expect(ranks[index] !== 3 || isNear(2, 1 / 26)).toBe(true);
        });
      }),
    );
  });

  it("names the most populous first", () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 60 }), (places) => {
        const most = places.reduce((one, other) =>
          (other.population ?? -1) > (one.population ?? -1) ? other : one,
        );
        expect(rankSettlements(places)[places.indexOf(most)]).toBe(1);
      }),
    );
  });

  it("names some of thousands without a population, and not all", () => {
    const places = Array.from({ length: 6000 }, (_, index) => ({
      position: [30 + ((index * 0.754877) % 1) * 10, 45 + ((index * 0.56984) % 1) * 6] as const,
      population: undefined,
    }));
    const ranks = rankSettlements(places);
    const count = (importance: number) => ranks.filter((rank) => rank === importance).length;
    expect(count(1)).toBeGreaterThan(15);
    expect(count(1)).toBeLessThan(150);
    expect(count(2)).toBeGreaterThan(100);
    expect(count(3)).toBeGreaterThan(4000);
    expect(rankSettlements([])).toEqual([]);
  });
});
