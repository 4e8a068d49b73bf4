import type { StoreApi } from "zustand/vanilla";
import type { Atlas } from "../core/atlas.ts";
import { parseDay } from "../core/day.ts";
import { type Language, pickName } from "../core/names.ts";
import { select } from "../core/selection.ts";
import type { View } from "../core/view.ts";
import { wordsOf } from "../words/index.ts";
import type { GestureWords } from "../words/later-words.ts";
import { laterWordsOf } from "../words/words-of-later.ts";
import { linkToWhole } from "./address.ts";

/** How the map is moved, which it says to who tries otherwise. */
export function findGestureWords(language: Language): GestureWords {
  return laterWordsOf(wordsOf(language)).embed.gestures;
}

/** The number of what is said to and by the page around; raised when an old one would misread it. */
const VERSION = 1;

/** What the page around may ask for. A member that is left out is left as it is; `place: null` selects nothing. */
interface Asked {
  readonly day?: unknown;
  readonly place?: unknown;
}

/**
 * Talks with the page that this one stands in (docs/embedding.md): tells it how high it would like to be, and tells pages of the
 * origins that the site was built for what is shown, and does what these ask. Returns what ends that.
 */
export function talkInFrame(store: StoreApi<View>, atlas: Atlas): () => void {
  const host = window.parent;
  if (host === window) return () => {};
  const origins = readOrigins();
  const over = new AbortController();

  const tell = (message: object, origin: string) =>
    host.postMessage({ frontline: VERSION, ...message }, origin);
  const tellState = () => {
    for (const origin of origins) tell({ state: describeState(store.getState(), atlas) }, origin);
  };
  const listen = ({ data, origin, source }: MessageEvent) => {
    if (source !== host || !origins.includes(origin) || !isOurs(data)) return;
    const { set } = data;
    if (set !== undefined) {
      const { change, refused } = readAsked(set, atlas);
      if (refused.length > 0) tell({ refused }, origin);
      store.setState(change);
    }
    tell({ state: describeState(store.getState(), atlas) }, origin);
  };

  window.addEventListener("message", listen, { signal: over.signal });
  const stop = store.subscribe((view, before) => {
    if (view.day !== before.day || view.place !== before.place) tellState();
  });
  // How high a page is says nothing about its reader: any page around may know.
  const stopMeasuring = watchHeight((height) => tell({ height }, "*"));
  tellState();
  return () => {
    over.abort();
    stop();
    stopMeasuring();
  };
}

/** The origins of pages that may steer this one, as `build --embed-origins` has told them. */
function readOrigins(): readonly string[] {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="frontline-origins"]');
  return meta?.content.split(" ").filter((origin) => origin !== "") ?? [];
}

function isOurs(data: unknown): data is { readonly set?: Asked } {
  if (typeof data !== "object" || data === null || !("frontline" in data)) return false;
  return (
    data.frontline === VERSION && (!("set" in data) || (typeof data.set === "object" && data.set !== null))
  );
}

function describeState(view: View, { dataset }: Atlas) {
  const { day, place } = view;
  const { firstDay, lastDay } = dataset;
  return {
    day,
    place: place ?? null,
    title: pickName(dataset.title, view.language),
    firstDay,
    lastDay,
    link: linkToWhole(view),
  };
}

/** What of the view changes, and a sentence, for who writes the page around, for each thing that cannot be had. */
function readAsked({ day, place }: Asked, { dataset, settlementById }: Atlas) {
  const refused: string[] = [];
  let change: Partial<View> = {};
  if (day !== undefined) {
    const asked = typeof day === "string" ? parseDay(day) : undefined;
    if (asked !== undefined && asked >= dataset.firstDay && asked <= dataset.lastDay) change = { day: asked };
    else
      refused.push(
        `day ${JSON.stringify(day)}: a day from ${dataset.firstDay} to ${dataset.lastDay} is expected`,
      );
  }
  if (place === null) change = { ...change, ...select(undefined) };
  else if (typeof place === "string" && settlementById.has(place))
    change = { ...change, ...select({ kind: "place", id: place }) };
  else if (place !== undefined)
    refused.push(`place ${JSON.stringify(place)}: the id of a settlement, or null, is expected`);
  return { change, refused };
}

const LEAST_MAP_PX = 240;
const MOST_MAP_PX = 560;

/** Calls back with the height that suits the width, now and whenever that is another one. Returns what ends that. */
function watchHeight(tell: (height: number) => void): () => void {
  let told: number | undefined;
  const measure = () => {
    const dock = document.querySelector(".dock")?.getBoundingClientRect().height ?? 0;
    const map = Math.min(MOST_MAP_PX, Math.max(LEAST_MAP_PX, window.innerWidth * 0.66));
    const height = Math.round(map + dock);
    if (height !== told) tell(height);
    told = height;
  };
  const watch = new ResizeObserver(measure);
  watch.observe(document.body);
  return () => watch.disconnect();
}
