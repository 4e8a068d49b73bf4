import { describe, expect, it } from "vitest";
import { HIDEABLE, listLegend } from "../../src/layers/layers.ts";
import { toggleLayer } from "../../src/ui/chrome/LayersMenu.tsx";
import { readShortcut } from "../../src/ui/state/keyboard.ts";
import { findFirstFrame, findFrameMilliseconds, findNextFrame } from "../../src/ui/state/playback.ts";
import { moveActive } from "../../src/ui/search/combobox.ts";
import { moveSheet, readSwipe } from "../../src/ui/state/session.ts";
import { claim, nth, tell } from "./story.ts";

describe("playing", () => {
  it("goes on by a day and stops at the end", () => {
    expect(findNextFrame(nth(11), nth(12))).toBe(nth(12));
    expect(findNextFrame(nth(12), nth(12))).toBeUndefined();
  });

  it("starts where the reader is, and from the beginning only at the end", () => {
    expect(findFirstFrame(nth(5), nth(1), nth(12))).toBe(nth(5));
    expect(findFirstFrame(nth(12), nth(1), nth(12))).toBe(nth(1));
  });

  it("shows as many days a second as asked", () => {
    expect(findFrameMilliseconds(4)).toBe(250);
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
    expect(listLegend(story, { day: nth(4), place: undefined, hidden: [] }).map(({ key }) => key)).toEqual([
      "side red",
    ]);
  });
});
