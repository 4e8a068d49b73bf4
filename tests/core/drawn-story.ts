import { createArchive } from "./archive/dated-archive.ts";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import type { ObservationPost, PostState, Settlement, Side } from "../../src/core/records.ts";
import { type Day, day } from "../../src/core/day.ts";
import type { Position } from "../../src/core/geometry.ts";
import { type Drawn, START } from "./drawn-areas.ts";

function side(id: string, opponents: readonly string[], holdsGround = true): Side {
  const name = { en: id, ar: id };
  return { id, name, shortName: name, holdsGround, opponents, colour: "green" };
}

/** South and north fight; "guest" fights south only and holds no ground. */
export const DRAWN_SIDES: readonly Side[] = [
  side("south", ["north", "guest"]),
  side("north", ["south"]),
  side("guest", ["south"], false),
];

export function drawPlace(id: string, position: Position, isContext = false): Settlement {
  return {
    id,
    name: id,
    names: { en: id },
    spellings: [],
    kind: "village",
    governorate: "",
    district: "",
    importance: 3,
    position,
    positionSource: "own",
    positionRef: "",
    precisionKm: 0,
    note: "",
    isContext,
  };
}

/** A post with states such as ["established", "2019-01-01"], in order of day. */
export function drawPost(
  id: string,
  position: Position,
  states: readonly (readonly [PostState, string])[],
  operator = "guest",
): ObservationPost {
  const events = states.map(([state, on]) => {
    return { state, day: day(on), precision: "day", basis: "", source: "d1" } as const;
  });
  return {
    id,
    number: undefined,
    name: id,
    names: { en: id },
    operator,
    position,
    precisionKm: 0,
    note: "",
    events,
  };
}

/** The atlas of a drawn story, without claims unless `more` has some: the areas alone tell. */
export function buildDrawnAtlas({ areas, places, days }: Drawn, more: Partial<Dataset> = {}): Atlas {
  const lastDay: Day = days.at(-1) ?? START;
  return buildAtlas({
    title: { en: "", ar: "" },
    description: { en: "", ar: "" },
    firstDay: START,
    lastDay,
    defaultDay: START,
    bounds: [0, 0, 8, 8],
    viewBounds: [0, 0, 8, 8],
    sides: DRAWN_SIDES,
    textLanguage: "en",
    licence: "",
    credits: [],
    lineNote: { en: "", ar: "" },
    scripts: ["latin"],
    settlements: places.map(({ id, position }) => drawPlace(id, position)),
    claims: [],
    control: createArchive(areas, []),
    highways: [],
    corridors: [],
    posts: [],
    sources: [],
    events: [],
    figures: [],
    regions: [],
    concerned: {},
    chiefRegion: undefined,
    ...more,
  });
}
