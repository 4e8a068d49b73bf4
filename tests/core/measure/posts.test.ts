import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/core/day.ts";
import { createArchiveBuilder } from "../../../src/core/archive/builder.ts";
import { measureDay } from "../../../src/core/measure/measures.ts";
import { comparePosts, isEncircled } from "../../../src/core/measure/posts.ts";
import { anyStory, drawDay, drawSquare, START } from "../drawn-areas.ts";
import { buildDrawnAtlas, DRAWN_SIDES, drawPost } from "../drawn-story.ts";

const level = (height: number) => Array.from({ length: 9 }, () => height);

/** A story in which the front stands at these heights, a day each. */
function draw(...heights: readonly number[]) {
  return {
    areas: heights.flatMap((height, index) =>
      drawDay(level(height), addDays(START, index), addDays(START, index + 1)),
    ),
    places: [],
    days: heights.map((_, index) => addDays(START, index)),
  };
}

/** The comparison of one post at latitude 5, which the front passes when it stands higher. */
function compare(heights: readonly number[], ...states: Parameters<typeof drawPost>[2]) {
  const [comparison] = comparePosts(
    buildDrawnAtlas(draw(...heights), { posts: [drawPost("post", [4.5, 5], states)] }),
  );
  return {
    encircled: comparison?.encircled.map(({ from, to }) => `${from} ${to}`),
    changes: comparison?.changes.map(({ becomes, documented, computed, daysLate }) => [
      becomes,
      documented?.day,
      computed,
      daysLate,
    ]),
  };
}

describe("isEncircled", () => {
  const at = (lat: number, operator = "guest") =>
    drawPost("post", [4, lat], [["established", "2019-01-01"]], operator);
  const ask = (post: ReturnType<typeof at>, more: Parameters<typeof buildDrawnAtlas>[1] = {}) =>
    isEncircled(buildDrawnAtlas(draw(4), more), post, START);

  it("means a post inside the area of a side that its operator fights", () => {
    expect(ask(at(2))).toBe(true);
    expect(ask(at(6))).toBe(false);
    expect(ask(at(2, "north"))).toBe(true);
    expect(ask(at(2, "south"))).toBe(false);
  });

  it("counts the ground that no area covers as the remainder's", () => {
    const [south] = drawDay(level(4), START, addDays(START, 1));
    const builder = createArchiveBuilder();
    builder.addPhase({ from: START, to: addDays(START, 1) }, south ? [south] : []);
    const theatre = { type: "Polygon" as const, coordinates: [drawSquare(0, 0, 8)] };
    const control = builder.build({ side: "north", theatre, hasOutline: true });
    const hostage = at(6, "south");
    expect(ask(hostage, { control })).toBe(true);
    expect(ask(at(9, "south"), { control })).toBe(false);
    expect(measureDay(buildDrawnAtlas(draw(4), { control, posts: [hostage] }), START).posts).toMatchObject({
      encircledComputed: 1,
    });
  });

  it("goes by whom the operator fights, not by who fights the operator", () => {
    const sides = DRAWN_SIDES.map((side) => (side.id === "guest" ? { ...side, opponents: [] } : side));
    expect(ask(at(2), { sides })).toBe(false);
  });

  it("is false on ground that nobody holds, and for an operator that is no side", () => {
    expect(ask(at(9))).toBe(false);
    expect(ask(at(2, "observers"))).toBe(false);
  });

  it("agrees with Turf about every place of any story", () => {
    fc.assert(
      fc.property(anyStory, ({ areas, places }) => {
        const inForce = areas.slice(0, 2);
        const atlas = buildDrawnAtlas({ areas: inForce, places: [], days: [START] });
        for (const { position } of places) {
          const [holder] = inForce.filter(({ geometry }) => booleanPointInPolygon([...position], geometry));
          const post = drawPost("post", position, []);
          expect(isEncircled(atlas, post, START)).toBe(holder?.side === "south");
        }
      }),
    );
  });
});

describe("comparePosts", () => {
  it("finds the days on which the front has passed the post, and how late they are", () => {
    const states = [
      ["established", "2019-01-01"],
      ["encircled", "2020-01-02"],
      ["relieved", "2020-01-05"],
    ] as const;
    expect(compare([4, 4, 6, 4, 4, 4], ...states)).toEqual({
      encircled: ["2020-01-03 2020-01-04"],
      changes: [
        ["encircled", "2020-01-02", "2020-01-03", 1],
        ["free", "2020-01-05", "2020-01-04", -1],
      ],
    });
  });

  it("pairs each documented change with the nearest computed one", () => {
    const states = [
      ["established", "2019-01-01"],
      ["encircled", "2020-01-06"],
    ] as const;
    expect(compare([4, 6, 4, 4, 4, 6], ...states).changes).toEqual([
      ["encircled", undefined, "2020-01-02", undefined],
      ["free", undefined, "2020-01-03", undefined],
      ["encircled", "2020-01-06", "2020-01-06", 0],
    ]);
  });

  it("says so where only the documents know a change", () => {
    const states = [
      ["established", "2019-01-01"],
      ["encircled", "2020-01-02"],
      ["relieved", "2020-01-03"],
    ] as const;
    expect(compare([4, 4, 4], ...states)).toEqual({
      encircled: [],
      changes: [
        ["encircled", "2020-01-02", undefined, undefined],
        ["free", "2020-01-03", undefined, undefined],
      ],
    });
  });

  it("takes what was documented before the story as of its first day", () => {
    const states = [
      ["established", "2018-01-01"],
      ["encircled", "2019-08-23"],
    ] as const;
    expect(compare([6, 6, 6], ...states)).toEqual({
      encircled: ["2020-01-01 2020-01-04"],
      changes: [["encircled", "2019-08-23", "2020-01-01", 0]],
    });
  });

  it("forgets an encirclement that was over before the story began", () => {
    const states = [
      ["established", "2018-01-01"],
      ["encircled", "2019-08-23"],
      ["relieved", "2019-09-01"],
    ] as const;
    expect(compare([4, 4], ...states)).toEqual({ encircled: [], changes: [] });
  });

  it("counts no day before the post is established, nor from its evacuation on", () => {
    const states = [
      ["established", "2020-01-02"],
      ["evacuated", "2020-01-04"],
    ] as const;
    expect(compare([6, 6, 6, 6, 6], ...states).encircled).toEqual(["2020-01-02 2020-01-04"]);
  });

  it("sees no end in the last day of the story", () => {
    expect(compare([4, 6], ["established", "2019-01-01"]).changes).toEqual([
      ["encircled", undefined, "2020-01-02", undefined],
    ]);
  });
});
