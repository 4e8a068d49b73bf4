import type { FeatureCollection, Polygon } from "geojson";
import { createArchive } from "../core/archive/dated-archive.ts";
import { type Atlas, buildAtlas } from "../../src/core/atlas.ts";
import type { Dataset } from "../../src/core/dataset.ts";
import type { Claim, ControlArea, FrontLine, ObservationPost, Settlement } from "../../src/core/records.ts";
import { day } from "../../src/core/day.ts";
import type { BaseMap } from "../../src/map/base/base.ts";

/*
 * A theatre of 10 x 10 degrees. Red holds the west and blue the east; on 3 January red takes the strip from x = 4 to 6
 * south of y = 5, and with it the town Middle. Ally holds a corner of red's ground and fights blue only.
 */

export const DAYS = ["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"].map(day);
const CHANGE = day("2020-01-03");
const END = day("2020-01-05");

function polygon(...ring: [number, number][]): Polygon {
  const [first = [0, 0]] = ring;
  return { type: "Polygon", coordinates: [[...ring, first]] };
}

const START = day("2019-12-31");
const ally: ControlArea = {
  side: "ally",
  from: START,
  to: END,
  geometry: polygon([0, 8], [2, 8], [2, 10], [0, 10]),
};
const areas: ControlArea[] = [
  {
    side: "red",
    from: START,
    to: CHANGE,
    geometry: polygon([0, 0], [4, 0], [4, 5], [4, 10], [2, 10], [2, 8], [0, 8]),
  },
  { side: "blue", from: START, to: CHANGE, geometry: polygon([4, 0], [10, 0], [10, 10], [4, 10], [4, 5]) },
  {
    side: "red",
    from: CHANGE,
    to: END,
    geometry: polygon([0, 0], [6, 0], [6, 5], [4, 5], [4, 10], [2, 10], [2, 8], [0, 8]),
  },
  {
    side: "blue",
    from: CHANGE,
    to: END,
    geometry: polygon([6, 0], [10, 0], [10, 10], [4, 10], [4, 5], [6, 5]),
  },
  ally,
];

const lines: FrontLine[] = [
  {
    basis: "documented",
    between: ["red", "blue"],
    from: START,
    to: CHANGE,
    geometry: {
      type: "LineString",
      coordinates: [
        [4, 0],
        [4, 5],
        [4, 10],
      ],
    },
  },
  {
    basis: "inferred",
    between: ["blue", "red"],
    from: CHANGE,
    to: END,
    geometry: {
      type: "LineString",
      coordinates: [
        [4, 10],
        [4, 5],
        [6, 5],
        [6, 0],
      ],
    },
  },
  {
    basis: "documented",
    between: ["red", "ally"],
    from: START,
    to: END,
    geometry: {
      type: "LineString",
      coordinates: [
        [0, 8],
        [2, 8],
        [2, 10],
      ],
    },
  },
];

function settlement(id: string, position: [number, number], extra: Partial<Settlement> = {}): Settlement {
  return {
    id,
    name: id,
    names: { en: id },
    spellings: [],
    kind: "town",
    governorate: "",
    district: "",
    importance: 2,
    position,
    positionSource: "",
    positionRef: "",
    precisionKm: 1,
    note: "",
    isContext: false,
    ...extra,
  };
}

function claim(id: string, extra: Partial<Claim>): Claim {
  return {
    id,
    settlement: "middle",
    action: "captured",
    extent: "whole",
    side: "red",
    actor: "",
    firstDay: CHANGE,
    lastDay: CHANGE,
    dayBasis: "stated",
    attribution: "",
    certainty: "stated",
    source: "s",
    paragraph: 1,
    offset: 0,
    spelling: "",
    contradicts: undefined,
    summary: "",
    ...extra,
  };
}

function post(
  id: string,
  ...events: [state: ObservationPost["events"][number]["state"], day: string][]
): ObservationPost {
  return {
    id,
    number: undefined,
    name: id,
    names: { en: id },
    operator: "ally",
    position: [1, 1],
    precisionKm: 1,
    note: "",
    events: events.map(([state, text]) => ({
      state,
      day: day(text),
      precision: "day",
      basis: "",
      source: "s",
    })),
  };
}

const name = (text: string) => ({ en: text, ar: text });
const side = (id: string, colour: "vermilion" | "green" | "ochre", opponents: string[]) => ({
  id,
  name: name(id),
  shortName: name(id),
  holdsGround: true,
  opponents,
  colour,
});

export const dataset: Dataset = {
  title: name("A small story"),
  description: name(""),
  firstDay: day("2020-01-01"),
  lastDay: day("2020-01-04"),
  defaultDay: day("2020-01-01"),
  bounds: [0, 0, 10, 10],
  viewBounds: [1, 1, 9, 9],
  sides: [
    side("red", "vermilion", ["blue"]),
    side("blue", "green", ["red", "ally"]),
    side("ally", "ochre", ["blue"]),
  ],
  textLanguage: "en",
  licence: "",
  credits: [],
  lineNote: name(""),
  scripts: ["latin", "arabic"],
  settlements: [
    settlement("west", [2, 5], { importance: 1, names: { en: "west", ar: "غرب" } }),
    settlement("middle", [5, 2]),
    settlement("east", [8, 5], { importance: 3 }),
    settlement("beyond", [20, 20], { importance: 3 }),
  ],
  claims: [
    claim("c1", {}),
    claim("c2", {
      settlement: "east",
      action: "attacked",
      side: "red",
      firstDay: day("2020-01-02"),
      lastDay: day("2020-01-02"),
    }),
  ],
  control: createArchive(areas, lines),
  highways: [
    {
      id: "m1",
      name: "M1",
      names: { en: "M1" },
      course: [
        [1, 2],
        [9, 2],
      ],
    },
  ],
  posts: [
    post("standing", ["established", "2019-01-01"], ["encircled", "2020-01-03"]),
    post("later", ["established", "2020-01-04"]),
    post("gone", ["established", "2019-01-01"], ["evacuated", "2020-01-02"]),
  ],
  sources: [],
  events: [],
  figures: [],
  regions: [],
  corridors: [
    {
      highway: "m1",
      widthKm: 6,
      from: day("2020-01-03"),
      to: undefined,
      source: "d1",
      patrols: {
        name: { en: "Joint patrols", ar: "دوريات مشتركة" },
        from: day("2020-01-04"),
        to: undefined,
        source: "d1",
        note: name(""),
      },
    },
  ],
  concerned: {},
  narrative: undefined,
  chiefRegion: undefined,
};

export const atlas: Atlas = buildAtlas(dataset);

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

export const base: BaseMap = {
  land: {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { id: "sea", name: "Sea", name_ar: "بحر" },
        geometry: polygon([-2, -1], [3, -1], [3, 11], [-2, 11]),
      },
      {
        type: "Feature",
        properties: { id: "syria", name: "Home", name_ar: "وطن" },
        geometry: polygon([3, -1], [12, -1], [12, 11], [3, 11]),
      },
    ],
  },
  coasts: EMPTY,
  borders: EMPTY,
  rivers: {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { name: "River", importance: 1 },
        geometry: {
          type: "LineString",
          coordinates: [
            [3, 0],
            [5, 5],
          ],
        },
      },
    ],
  },
  lakes: EMPTY,
  roads: EMPTY,
  places: EMPTY,
};
