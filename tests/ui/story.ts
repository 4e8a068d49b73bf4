import { createArchive } from "../core/archive/dated-archive.ts";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import type { Claim, Settlement, Side } from "../../src/core/records.ts";
import { type Day, day } from "../../src/core/day.ts";

/** The n-th day of a story that runs from 25 January to 5 February 2020. */
export function nth(number: number): Day {
  return day(number <= 7 ? `2020-01-${24 + number}` : `2020-02-0${number - 7}`);
}

function side(id: string, opponents: readonly string[], colour: Side["colour"]): Side {
  const name = { en: `${id} forces`, ar: `قوات ${id}` };
  return { id, name, shortName: name, holdsGround: true, opponents, colour };
}

function place(id: string, more: Partial<Settlement> = {}): Settlement {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    names: { en: id.charAt(0).toUpperCase() + id.slice(1) },
    spellings: [],
    kind: "village",
    governorate: "Idlib",
    district: "",
    importance: 3,
    position: [36, 35],
    positionSource: "estimate",
    positionRef: "",
    precisionKm: 1,
    note: "",
    isContext: false,
    ...more,
  };
}

/** A claim of `settlement` and `side` on one day; what else matters is said by the test. */
export function claim(
  id: string,
  settlement: string,
  side: string,
  on: Day,
  more: Partial<Claim> = {},
): Claim {
  return {
    id,
    settlement,
    action: "captured",
    extent: "whole",
    side,
    actor: "",
    firstDay: on,
    lastDay: on,
    dayBasis: "stated",
    attribution: "article",
    certainty: "stated",
    source: "d1",
    paragraph: 1,
    offset: 0,
    spelling: "",
    contradicts: undefined,
    summary: id,
    ...more,
  };
}

/**
 * Four places far apart and one for orientation; red fights blue, green is red's ally. Without control areas, so
 * that the claims alone decide.
 */
export function tell(claims: readonly Claim[]): Atlas {
  const dataset: Dataset = {
    title: { en: "Story", ar: "قصة" },
    description: { en: "", ar: "" },
    firstDay: nth(1),
    lastDay: nth(12),
    defaultDay: nth(1),
    bounds: [35, 34, 38, 38],
    viewBounds: [35, 34, 38, 38],
    sides: [
      side("red", ["blue"], "vermilion"),
      side("blue", ["red", "green"], "green"),
      side("green", ["blue"], "ochre"),
    ],
    textLanguage: "en",
    licence: "",
    credits: [],
    lineNote: { en: "", ar: "" },
    scripts: ["latin"],
    settlements: [
      place("alpha"),
      place("bravo", { position: [36.5, 35] }),
      place("charlie", { position: [37, 35] }),
      place("delta", { position: [37.5, 35] }),
      place("orient", { position: [36, 37], isContext: true }),
    ],
    claims,
    control: createArchive([], []),
    highways: [],
    corridors: [],
    posts: [],
    events: [],
    figures: [],
    regions: [],
    concerned: {},
    chiefRegion: undefined,
    sources: [
      { id: "d1", title: "Document", publisher: "Gazette", date: "", leaning: "", url: "", note: "" },
    ],
  };
  return buildAtlas(dataset);
}
