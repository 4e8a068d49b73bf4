import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStore, type StoreApi } from "zustand/vanilla";
import { followHistory, writeAddress } from "../../src/app/address.ts";
import { day } from "../../src/core/day.ts";
import { NO_FILTER } from "../../src/core/filter.ts";
import { select } from "../../src/core/selection.ts";
import { defaultView, encodeView, parseView, type View, type ViewContext } from "../../src/core/view.ts";
import { tell } from "../../src/ui/state/narrative.ts";

const context: ViewContext = {
  firstDay: day("2019-11-24"),
  lastDay: day("2020-03-19"),
  defaultDay: day("2020-02-06"),
  has: () => true,
  languages: ["en", "ar"],
  scripts: ["latin", "arabic"],
  layers: ["posts", "events"],
  charts: ["area"],
  sides: ["red", "blue"],
  isSaidBy: () => true,
  steps: ["one", "two"],
};
const first = defaultView(context);

/** The browser's list of entries, as the HTML standard has it: a push drops all entries after the one shown. */
function openTab() {
  const listeners = new Set<() => void>();
  const entries = [`http://atlas/?${encodeView(first)}`];
  let at = 0;
  const location = {
    get href() {
      return entries[at] ?? "";
    },
    get search() {
      return new URL(entries[at] ?? "").search;
    },
  };
  const go = (by: 1 | -1) => {
    at += by;
    for (const listener of listeners) listener();
  };
  vi.stubGlobal("location", location);
  vi.stubGlobal("history", {
    replaceState: (_state: null, _title: string, url: string) => (entries[at] = url),
    pushState: (_state: null, _title: string, url: string) => {
      entries.splice(at + 1, entries.length, url);
      at += 1;
    },
  });
  vi.stubGlobal("window", {
    addEventListener: (_name: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_name: string, listener: () => void) => listeners.delete(listener),
  });
  return { entries, back: () => go(-1), on: () => go(1) };
}

let tab: ReturnType<typeof openTab>;
let store: StoreApi<View>;
let stops: (() => void)[];
/** Long enough for the address to be written. */
const rest = () => vi.advanceTimersByTime(1000);

beforeEach(() => {
  vi.useFakeTimers();
  tab = openTab();
  store = createStore<View>(() => first);
  stops = [
    writeAddress(store, undefined),
    followHistory(store, undefined, (query) => parseView(query, context).view),
  ];
});
afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const steps: readonly (readonly [what: string, change: Partial<View>])[] = [
  ["a selection", select({ kind: "highway", id: "m5" })],
  ["a comparison", { compared: day("2020-01-20") }],
  ["a way to compare", { compare: "swipe" }],
  ["a form of the ground", { ground: "changed" }],
  ["gains since a day", { ground: "gained", since: day("2020-01-20") }],
  ["a trail", { trail: 30 }],
  ["a chart", { chart: "area" }],
  ["the drawer", { hasDrawer: true }],
  ["a range", { range: { first: day("2020-01-20"), last: day("2020-02-20") } }],
  ["a filter by side", { filter: { ...NO_FILTER, sides: ["red"] } }],
  ["a filter by text", { filter: { ...NO_FILTER, text: "M5" } }],
  ["a layer put away", { hidden: ["posts"] }],
  ["names in one script", { labels: "arabic" }],
  ["a step of the story", { step: "two" }],
  ["wall mode", { wall: true }],
];

describe("the browser's history", () => {
  it.each(steps)("has an entry for %s, and back and on restore both views exactly", (_, change) => {
    store.setState({ day: day("2020-02-01"), camera: { lng: 36.5, lat: 35.5, zoom: 9 } });
    const before = store.getState();
    store.setState(change);
    rest();
    const after = store.getState();
    expect(tab.entries).toHaveLength(2);
    tab.back();
    rest();
    expect(store.getState()).toEqual(before);
    tab.on();
    rest();
    expect(store.getState()).toEqual(after);
    expect(tab.entries).toHaveLength(2);
  });

  it("leads out of wall mode with the day that it has come to, and in again", () => {
    store.setState({ day: day("2020-02-01") });
    store.setState({ wall: true });
    for (const passed of ["2020-02-02", "2020-02-03"]) store.setState({ day: day(passed) });
    rest();
    tab.back();
    rest();
    expect([store.getState().wall, store.getState().day]).toEqual([false, "2020-02-03"]);
    expect(tab.entries).toHaveLength(2);
    expect(tab.entries[0]).toContain("day=2020-02-03");
    tab.on();
    expect(store.getState().wall).toBe(true);
  });

  it("goes back through all of them one by one", () => {
    const views = steps.map(([, change]) => {
      const before = store.getState();
      store.setState(change);
      return before;
    });
    rest();
    for (const view of views.toReversed()) {
      tab.back();
      expect(store.getState()).toEqual(view);
    }
  });

  it("has none for days that are gone through, the camera, the theme and the language", () => {
    store.setState({ day: day("2020-01-02") });
    store.setState({ camera: { lng: 36, lat: 35, zoom: 8 } });
    store.setState({ theme: "dark" });
    store.setState({ language: "ar" });
    rest();
    expect(tab.entries).toEqual([`http://atlas/?${encodeView(store.getState())}`]);
  });

  it("has one for a text that is typed, a range and a compared day that are dragged", () => {
    for (const text of ["a", "al", "alep"]) store.setState({ filter: { ...NO_FILTER, text } });
    for (const last of ["2020-02-03", "2020-02-04"]) {
      store.setState({ range: { first: day("2020-02-01"), last: day(last) } });
    }
    for (const other of ["2020-02-07", "2020-02-08"]) store.setState({ compared: day(other) });
    rest();
    expect(tab.entries).toHaveLength(4);
  });

  it("has one for a step of the story and all that it shows, also after going back to it", () => {
    const show = () => tell(store, { compared: day("2020-01-20"), place: "saraqib", hidden: ["events"] });
    store.setState({ step: "one" });
    show();
    rest();
    store.setState({ step: "two" });
    tab.back();
    show();
    rest();
    expect(tab.entries).toHaveLength(3);
    tab.on();
    expect(store.getState().step).toBe("two");
  });
});
