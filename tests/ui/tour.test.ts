import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keepAnswer } from "../../src/ui/state/answer.ts";
import { type Box, placeCard } from "../../src/ui/tour/place-card.ts";
import { findThing, listStops } from "../../src/ui/tour/stops.ts";
import { TOUR_STOPS } from "../../src/words/later-words.ts";
import { tell } from "./story.ts";

const { dataset } = tell([]);
const narrative = { title: { en: "Story" }, steps: ["one"], minutes: 1 };

describe("the stops of the tour", () => {
  it("are all there where all of the page is, in five to seven stops", () => {
    const stops = listStops({ narrative }, () => true);
    expect(stops).toEqual(TOUR_STOPS);
    expect(stops.length >= 5 && stops.length <= 7).toBe(true);
  });

  it("leave out the story of a data set without one, and what is not in sight", () => {
    const isInSight = (selector: string) => (selector === ".legend" ? undefined : selector);
    const left = TOUR_STOPS.filter((stop) => stop !== "story" && stop !== "legend");
    expect(listStops(dataset, isInSight)).toEqual(left);
    expect(listStops({ narrative }, () => undefined)).toEqual([]);
  });

  it("take the menu for the story where its button has no room", () => {
    const onPhone = (selector: string) => (selector.includes("icon-story") ? undefined : selector);
    expect(findThing("story", onPhone)).toBe(".more-menu > button");
    expect(findThing("story", (selector) => selector)).toContain("icon-story");
  });
});

describe("the card", () => {
  const card = { width: 320, height: 200 };
  const window = { width: 1440, height: 900 };
  const overlap = (one: Box, other: Box) =>
    Math.min(one.left + one.width, other.left + other.width) > Math.max(one.left, other.left) &&
    Math.min(one.top + one.height, other.top + other.height) > Math.max(one.top, other.top);

  it("lies within the window and beside the thing wherever that leaves room for it", () => {
    const thing = fc
      .record({
        left: fc.integer({ min: 0, max: 1400 }),
        top: fc.integer({ min: 0, max: 860 }),
        width: fc.integer({ min: 20, max: 1440 }),
        height: fc.integer({ min: 20, max: 900 }),
      })
      .map((box) => ({
        ...box,
        width: Math.min(box.width, 1440 - box.left),
        height: Math.min(box.height, 900 - box.top),
      }))
      .filter(({ width, height }) => width * height < 0.4 * 1440 * 900);
    fc.assert(
      fc.property(thing, fc.constantFrom("ltr" as const, "rtl" as const), (thing, direction) => {
        const at = { ...placeCard(thing, card, window, direction), ...card };
        expect(at.left >= 0 && at.left + at.width <= 1440 && at.top >= 0 && at.top + at.height <= 900).toBe(
          true,
        );
        // The widest strips of the window that the thing leaves free.
        const across = Math.max(thing.left, 1440 - thing.left - thing.width);
        const down = Math.max(thing.top, 900 - thing.top - thing.height);
        const hasRoom = across >= card.width + 24 || down >= card.height + 24;
        expect(hasRoom && overlap(at, thing)).toBe(false);
      }),
    );
  });

  it("stands below a button, above the line of time, before a panel at the end, in either direction", () => {
    const button = { left: 600, top: 10, width: 90, height: 40 };
    const dock = { left: 0, top: 720, width: 1440, height: 180 };
    const panel = (left: number) => ({ left, top: 40, width: 340, height: 680 });
    expect(placeCard(button, card, window, "ltr").top).toBe(62);
    expect(placeCard(dock, card, window, "ltr").top).toBe(508);
    expect(placeCard(panel(1100), card, window, "ltr").left).toBe(768);
    expect(placeCard(panel(0), card, window, "rtl").left).toBe(352);
  });

  it("lies upon a thing that fills the window, and at its corner where the window is smaller than the card", () => {
    const map = { left: 0, top: 0, width: 1100, height: 720 };
    const on = { ...placeCard(map, card, window, "ltr"), ...card };
    expect([on.top > 400, on.top + on.height < 720, on.left > 300]).toEqual([true, true, true]);
    expect(placeCard(map, card, { width: 300, height: 150 }, "ltr")).toEqual({ left: 12, top: 12 });
  });
});

describe("an answer to an invitation", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is kept in this browser", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    const first = keepAnswer("tour");
    expect(first.isGiven()).toBe(false);
    first.answer();
    expect([first.isGiven(), keepAnswer("tour").isGiven(), keepAnswer("other").isGiven()]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("is kept for the page where the browser keeps nothing", () => {
    const refuse = () => {
      throw new DOMException("Refused", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
    const only = keepAnswer("tour");
    expect(only.isGiven()).toBe(false);
    only.answer();
    expect([only.isGiven(), keepAnswer("tour").isGiven()]).toEqual([true, false]);
  });
});
