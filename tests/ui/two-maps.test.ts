import { describe, expect, it } from "vitest";
import { day } from "../../src/core/day.ts";
import { listMapViews } from "../../src/core/view.ts";
import { layOutMaps } from "../../src/map/page/page-layout.ts";
import { clip } from "../../src/ui/compare/OtherMap.tsx";

const [first, last] = [day("2020-01-20"), day("2020-03-05")];

describe("the views of two maps", () => {
  it("are one while nothing is compared, or the difference is on one map", () => {
    const views = [{ day: last }, { day: last, compared: first }] as const;
    for (const view of views) expect(listMapViews(view)).toEqual([view]);
  });

  it("are one for each day, the earlier first, whichever of them is the day shown", () => {
    for (const compare of ["swipe", "beside"] as const) {
      const wanted = [
        { day: first, compared: last, compare },
        { day: last, compared: first, compare },
      ];
      expect(listMapViews({ day: last, compared: first, compare })).toEqual(wanted);
      expect(listMapViews({ day: first, compared: last, compare })).toEqual(wanted);
    }
  });
});

describe("the halves of the map's area", () => {
  it("begin where lines of text begin, and meet at the divider", () => {
    expect([clip("start", 30, "ltr"), clip("end", 30, "ltr")]).toEqual([
      "inset(0 70% 0 0)",
      "inset(0 0 0 30%)",
    ]);
    expect([clip("start", 30, "rtl"), clip("end", 30, "rtl")]).toEqual([
      "inset(0 0 0 70%)",
      "inset(0 30% 0 0)",
    ]);
  });
});

describe("the maps of an upright picture", () => {
  it("lie above each other, the earlier day first", () => {
    const view = { day: first, compared: last, compare: "beside" } as Parameters<typeof layOutMaps>[0];
    const maps = layOutMaps(view, { x: 0, y: 100, width: 600, height: 901 }, false);
    expect(maps.map(({ shown }) => shown.day)).toEqual([first, last]);
    const [upper, lower] = maps.map(({ box }) => box);
    expect([upper?.width, lower?.width]).toEqual([600, 600]);
    expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeLessThan(lower?.y ?? 0);
    expect((lower?.y ?? 0) + (lower?.height ?? 0)).toBeLessThanOrEqual(1001);
  });
});

describe("the maps of a picture", () => {
  const box = { x: 100, y: 40, width: 1001, height: 900 };
  const view = { day: last, compared: first, compare: "swipe" } as Parameters<typeof layOutMaps>[0];

  it("share the room of one, the earlier day where lines of text begin", () => {
    for (const isRtl of [false, true]) {
      const [one, other] = layOutMaps(view, box, isRtl);
      expect([one?.shown.day, other?.shown.day]).toEqual([first, last]);
      const [left, right] = isRtl ? [other, one] : [one, other];
      expect(left?.box.x).toBe(100);
      const end = (right?.box.x ?? 0) + (right?.box.width ?? 0);
      expect(end <= 1101 && end > 1098).toBe(true);
      expect((left?.box.x ?? 0) + (left?.box.width ?? 0)).toBeLessThan(right?.box.x ?? 0);
      expect([one?.box.width, one?.box.height]).toEqual([other?.box.width, other?.box.height]);
    }
    expect(layOutMaps({ ...view, compare: "difference" }, box, false).map((map) => map.box)).toEqual([box]);
  });
});
