import { describe, expect, it } from "vitest";
import { HIDEABLE, listLegend } from "../../src/layers/layers.ts";
import { buildAtlas } from "../../src/core/atlas.ts";
import { addDays, type Day, day } from "../../src/core/day.ts";
import { toggleLayer } from "../../src/ui/chrome/LayersForm.tsx";
import { readShortcut } from "../../src/ui/state/keyboard.ts";
import { countStillFrames, type Course, findFirstFrame, findNextFrame } from "../../src/ui/state/playback.ts";
import { paceWall } from "../../src/ui/wall/pace.ts";
import { moveActive } from "../../src/ui/search/combobox.ts";
import { moveSheet, readFlick, readSpeed, readSwipe } from "../../src/ui/state/session.ts";
import { claim, nth, tell } from "./story.ts";

describe("playing", () => {
  const story = tell([
    claim("c1", "alpha", "red", nth(3)),
    claim("c2", "bravo", "red", nth(6)),
    claim("c3", "charlie", "red", nth(11)),
  ]);
  const all = { range: { first: nth(1), last: nth(12) }, isLooping: false, isStoppingAtChangesOnly: false };
  /** The days shown from `start` on, eight at most. */
  function play(start: Day, course: Course): Day[] {
    const shown = [findFirstFrame(story, start, course)];
    for (let next; shown.length < 8 && (next = findNextFrame(story, shown.at(-1) as Day, course)); )
      shown.push(next);
    return shown;
  }

  it("goes on by a day and stops at the end", () => {
    expect(play(nth(10), all)).toEqual([nth(10), nth(11), nth(12)]);
  });

  it("starts where the reader is, and from the beginning only at the end", () => {
    expect(findFirstFrame(story, nth(5), all)).toBe(nth(5));
    expect(findFirstFrame(story, nth(12), all)).toBe(nth(1));
  });

  it("keeps to a range, which it enters at its first day, and begins anew in a loop", () => {
    const course = { ...all, range: { first: nth(4), last: nth(6) } };
    expect(play(nth(1), course)).toEqual([nth(4), nth(5), nth(6)]);
    expect(play(nth(9), course)).toEqual([nth(4), nth(5), nth(6)]);
    expect(play(nth(5), { ...course, isLooping: true }).slice(0, 5)).toEqual([5, 6, 4, 5, 6].map(nth));
  });

  it("stops only on days with changes, and in a loop for ever", () => {
    const course = { ...all, isStoppingAtChangesOnly: true };
    expect(play(nth(1), course)).toEqual([nth(1), nth(3), nth(6), nth(11)]);
    expect(play(nth(12), course)).toEqual([nth(3), nth(6), nth(11)]);
    expect(play(nth(3), { ...course, isLooping: true }).slice(0, 5)).toEqual([3, 6, 11, 3, 6].map(nth));
    const within = { ...course, range: { first: nth(5), last: nth(10) } };
    expect(play(nth(1), within)).toEqual([nth(6)]);
    expect(play(nth(1), { ...within, range: { first: nth(7), last: nth(9) } })).toEqual([nth(1)]);
  });

  it("on a wall stays on days with changes and on the last one, at any speed, and nowhere else", () => {
    const findStay = paceWall(story);
    const stays = [2, 3, 6, 12].map((at) => findStay(nth(at), nth(at + 1)));
    expect(stays.map((stay) => stay > 0)).toEqual([false, true, true, false]);
    expect(findStay(nth(12), nth(1))).toBeGreaterThan(findStay(nth(11), nth(12)));
    expect(findStay(nth(6), nth(6))).toBeGreaterThan(findStay(nth(6), nth(11)));
    // A frame is the way to the next day, and the others are spent standing.
    expect([0, 400, 500, 501, 3000].map((stay) => countStillFrames(stay, 500))).toEqual([0, 0, 0, 1, 5]);
    expect(countStillFrames(3000, 10_000)).toBe(0);
  });

  it("on a wall reads days the faster the more of them are played, five minutes of a loop at most", () => {
    const { dataset } = story;
    const first = day("2020-01-01");
    const [alpha = expect.fail("There is no settlement")] = dataset.settlements;
    const steps = Array.from({ length: 400 }, (_, step) => step);
    const long = buildAtlas({
      ...dataset,
      firstDay: first,
      lastDay: addDays(first, 400),
      settlements: steps.map((step) => ({ ...alpha, id: `place-${step}` })),
      claims: steps.map((step) => claim(`c${step}`, `place-${step}`, "red", addDays(first, step + 1))),
    });
    const findStay = paceWall(long);
    const stays = steps.map((step) => findStay(addDays(first, step), addDays(first, step + 1)));
    expect(Math.min(...stays.slice(1))).toBeGreaterThan(0);
    expect(stays.reduce((sum, stay) => sum + stay, 0)).toBeLessThanOrEqual(5 * 60_000);
    const some = paceWall(long, { first: addDays(first, 90), last: addDays(first, 110) });
    expect(some(addDays(first, 100), addDays(first, 101))).toBe(paceWall(story)(nth(3), nth(4)));
  });

  it("takes any number of days a second that can be shown, with a point or a comma, and nothing else", () => {
    expect(["2", " 0.5 ", "0,5", "12", "60"].map(readSpeed)).toEqual([2, 0.5, 0.5, 12, 60]);
    expect(["", "0", "-1", "fast", "1e9", "Infinity"].map(readSpeed)).toEqual(Array(6).fill(undefined));
  });
});

describe("keys", () => {
  const press = (key: string, direction: "ltr" | "rtl" = "ltr", code = "") =>
    readShortcut({ key, code }, direction);

  it("step through time in the reading direction", () => {
    expect(press("ArrowRight")).toBe("next-day");
    expect(press("ArrowRight", "rtl")).toBe("previous-day");
    expect(press("ArrowLeft", "rtl")).toBe("next-day");
  });

  it("are known by their place where a layout prints letters on the brackets", () => {
    expect(press("ج", "rtl", "BracketLeft")).toBe("previous-change");
    expect(press("د", "rtl", "BracketRight")).toBe("next-change");
  });

  it("are known by their place where a layout has no Latin letters", () => {
    expect(press("ؤ", "rtl", "KeyC")).toBe("compare");
    expect(press("с", "ltr", "KeyC")).toBe("compare");
    expect(press("Е", "ltr", "KeyT")).toBe("table");
    // By what is printed on them wherever that is a Latin letter: "c" lies elsewhere on some keyboards.
    expect(press("c", "ltr", "KeyI")).toBe("compare");
    expect(press("i", "ltr", "KeyC")).toBeUndefined();
  });

  it("mean nothing if they are not on the list", () => {
    expect(press("x", "ltr", "KeyX")).toBeUndefined();
  });
});

describe("the list of matches", () => {
  it("begins before its start and goes round at both ends", () => {
    expect(moveActive(-1, "ArrowDown", 3)).toBe(0);
    expect(moveActive(2, "ArrowDown", 3)).toBe(0);
    expect(moveActive(-1, "ArrowUp", 3)).toBe(2);
    expect(moveActive(0, "ArrowUp", 3)).toBe(2);
    expect(moveActive(0, "ArrowDown", 0)).toBe(-1);
  });
});

describe("the sheet", () => {
  it("moves by a step and stays at either end", () => {
    expect(moveSheet("closed", 1)).toBe("half");
    expect(moveSheet("full", 1)).toBe("full");
    expect(moveSheet("closed", -1)).toBe("closed");
  });

  it("opens when pushed up, and does not mind a tap", () => {
    expect(readSwipe(-60)).toBe(1);
    expect(readSwipe(60)).toBe(-1);
    expect(readSwipe(5)).toBe(0);
  });
});

describe("layers and legend", () => {
  it("toggle back to where they were, always in the same order", () => {
    expect(toggleLayer(toggleLayer([], "roads"), "roads")).toEqual([]);
    expect(toggleLayer(["roads"], "gains")).toEqual(
      HIDEABLE.filter((name) => name === "gains" || name === "roads"),
    );
  });

  const story = tell([claim("c1", "alpha", "red", nth(3))]);
  const kindsOn = (day: ReturnType<typeof nth>, hidden: Parameters<typeof listLegend>[1]["hidden"] = []) =>
    listLegend(story, { day, place: undefined, hidden }).map((item) => item.kind);

  it("explain a change only on its day and only while settlements are shown", () => {
    expect(kindsOn(nth(3))).toContain("changed");
    expect(kindsOn(nth(4))).not.toContain("changed");
    expect(kindsOn(nth(3), ["towns"])).not.toContain("changed");
  });

  it("leave out what the story does not have: lines, highways, posts, sides that hold nothing", () => {
    const [only, ...others] = listLegend(story, { day: nth(4), place: undefined, hidden: [] });
    expect(only).toMatchObject({ kind: "side", key: "side of places red" });
    expect(others).toEqual([]);
    // Without any ground the sign is that of a place, and not of ground.
    const discs: string[] = [];
    const pen = {
      markOf: (side: string) => `of ${side}`,
      disc: (_: number, colour: string) => discs.push(colour),
    };
    only?.sign(pen as never);
    expect(discs).toEqual(["of red"]);
  });
});

describe("a flick of a finger along the days", () => {
  const flick = (along: number, { down = 0, milliseconds = 120 } = {}) => ({ along, down, milliseconds });

  it("turns to the next day against the reading direction, and back with it", () => {
    expect(readFlick(flick(-80), "ltr")).toBe(1);
    expect(readFlick(flick(80), "ltr")).toBe(-1);
    expect(readFlick(flick(80), "rtl")).toBe(1);
    expect(readFlick(flick(-80), "rtl")).toBe(-1);
  });

  it("is none if it is slow, short or goes down", () => {
    expect(readFlick(flick(-80, { milliseconds: 600 }), "ltr")).toBe(0);
    expect(readFlick(flick(-10), "ltr")).toBe(0);
    expect(readFlick(flick(-80, { down: 70 }), "ltr")).toBe(0);
  });
});
