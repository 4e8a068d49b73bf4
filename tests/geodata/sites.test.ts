import { describe, expect, it } from "vitest";
import type { Advance } from "../../geodata/build/advances.ts";
import {
  type Ground,
  type Leader,
  toPostLeader,
  toSilentSite,
  toVillageSite,
} from "../../geodata/build/sites.ts";
import { type Day, day } from "../../src/core/day.ts";
import type { Position } from "../../src/core/geometry.ts";
import { drawPost } from "../core/drawn-story.ts";

const on = (index: number) => day(`2020-01-${String(index).padStart(2, "0")}`);

/** So many kilometres east of the origin. */
const east = (km: number): Position => [36 + km / 90.19, 35.8];

const ground = (km: number, initialSide = "north", finalSide = "south"): Ground => ({
  id: "ground",
  position: east(km),
  initialSide,
  finalSide,
});

/** A place that goes from north to south on the day given. */
function leader(km: number, index: number, more: Partial<Leader> = {}): Leader {
  return {
    id: `leader-${km}`,
    position: east(km),
    initialSide: "north",
    finalSide: "south",
    holderOn: (value) => (value < on(index) ? "north" : "south"),
    changeDay: on(index),
    isTold: true,
    isPost: false,
    ...more,
  };
}

const advance = (index: number, side = "south"): Advance => ({
  id: "advance",
  day: on(index),
  side,
  bounds: [35, 35, 37, 36],
  record: "f1",
});

/** The first day of January on which the site is with south. */
function turnOf({ holderOn }: { readonly holderOn: (value: Day) => string }): number | undefined {
  return Array.from({ length: 31 }, (_, index) => index + 1).find((index) => holderOn(on(index)) === "south");
}

describe("a village that no document names", () => {
  it("shares all ups and downs of a place within 3 km, and only the last change of one further off", () => {
    const held = (value: Day) => (value < on(5) || (value >= on(8) && value < on(12)) ? "north" : "south");
    const retaken = leader(0, 12, { holderOn: held });
    expect(turnOf(toVillageSite(ground(2.9), [retaken], []))).toBe(5);
    expect(turnOf(toVillageSite(ground(3.1), [retaken], []))).toBe(12);
  });

  it("follows the nearest place that begins and ends as it does, passing over nearer ones that do not", () => {
    const steady = leader(1, 4, { finalSide: "north" });
    expect(turnOf(toVillageSite(ground(0), [steady, leader(9, 7), leader(6, 9)], []))).toBe(9);
  });

  it("never moves if it begins and ends alike and no such place is near", () => {
    const still = toVillageSite(ground(0, "north", "north"), [leader(1, 4)], [advance(5, "north")]);
    expect(turnOf(still)).toBeUndefined();
  });

  it("turns on the day of an advance over it by the side it ends with", () => {
    expect(turnOf(toVillageSite(ground(0), [leader(9, 7)], [advance(5)]))).toBe(5);
    expect(turnOf(toVillageSite(ground(0), [leader(9, 7)], [advance(5, "north")]))).toBe(7);
  });

  it("belongs to a place within 2 km even on the ground of an advance, unless that one's change is implied", () => {
    expect(turnOf(toVillageSite(ground(0), [leader(1.9, 7)], [advance(5)]))).toBe(7);
    expect(turnOf(toVillageSite(ground(0), [leader(2.1, 7)], [advance(5)]))).toBe(5);
    expect(turnOf(toVillageSite(ground(0), [leader(1, 7, { isTold: false })], [advance(5)]))).toBe(5);
    expect(turnOf(toVillageSite(ground(0), [leader(1, 7, { isTold: false })], []))).toBe(7);
  });

  it("goes with a post only where it stands", () => {
    const post = leader(0, 4, { isPost: true });
    expect(turnOf(toVillageSite(ground(2), [post, leader(9, 7)], []))).toBe(4);
    expect(turnOf(toVillageSite(ground(4), [post, leader(9, 7)], []))).toBe(7);
  });

  it("is refused if it changes sides and no place does so too", () => {
    expect(() => toVillageSite(ground(0), [], [])).toThrow("ground goes from north to south");
  });
});

describe("a place of the record of which no claim tells", () => {
  it("turns as a village would, but once, and never if it begins and ends alike", () => {
    const held = (value: Day) => (value < on(5) || (value >= on(8) && value < on(12)) ? "north" : "south");
    const retaken = leader(0, 12, { holderOn: held });
    expect(turnOf(toSilentSite(ground(1), [retaken], []))).toBe(12);
    expect(turnOf(toSilentSite(ground(5), [retaken], [advance(6)]))).toBe(6);
    expect(turnOf(toSilentSite(ground(1), [retaken], [advance(6)]))).toBe(12);
    expect(turnOf(toSilentSite(ground(1, "north", "north"), [retaken], []))).toBeUndefined();
  });
});

describe("the ground of an observation post", () => {
  const documents = new Set(["d1"]);
  const post = drawPost("post", east(0), [
    ["established", "2020-01-01"],
    ["encircled", "2020-01-05"],
    ["relieved", "2020-01-09"],
  ]);

  it("is with the side around it from the day of encirclement to that of relief", () => {
    const found = toPostLeader(post, "north", "south", documents);
    const held = [4, 5, 8, 9].map((index) => found?.holderOn(on(index)));
    expect(held).toEqual(["north", "south", "south", "north"]);
    expect([found?.finalSide, found?.changeDay]).toEqual(["north", on(9)]);
  });

  it("is left to the lines where no document gives the day, or the side around already holds it", () => {
    expect(toPostLeader(post, "north", "south", new Set(["d2"]))).toBeUndefined();
    expect(toPostLeader(post, "south", "south", documents)).toBeUndefined();
    expect(toPostLeader(post, "north", undefined, documents)).toBeUndefined();
  });
});
