import type { LineString } from "geojson";
import type { Remainder } from "../../core/archive/tables.ts";
import type { Dataset } from "../../core/dataset.ts";
import { type Day, parseDay } from "../../core/day.ts";
import type { AreaGeometry, Bounds, Position } from "../../core/geometry.ts";
import {
  type Claim,
  CLAIM_ACTIONS,
  CLAIM_CERTAINTIES,
  CLAIM_EXTENTS,
  type Corridor,
  DAY_BASES,
  EVENT_KINDS,
  type Figure,
  FIGURE_MEASURES,
  FIGURE_QUALIFIERS,
  type Fatalities,
  type Highway,
  type NarrativeHead,
  isSideColour,
  type ObservationPost,
  type Patrols,
  PLACE_PRECISIONS,
  POST_STATES,
  type PostEvent,
  type Region,
  type Settlement,
  SETTLEMENT_KINDS,
  type Side,
  type Source,
  type Statement,
  type StoryEvent,
} from "../../core/records.ts";
import type { LoadedDataset } from "../load-dataset.ts";
import type { ProblemCode } from "../problem-codes.ts";
import type { Problem } from "../problem.ts";
import { ID, LANGUAGE_CODE } from "../patterns.ts";
import { check, dictionary, list, type Members, oneOf, orNone, shape } from "./check.ts";

/** The records of a compiled data set as they stand in its file. */
export interface WrittenRecords {
  /** The members of the data set that the writer knew. */
  readonly members: readonly string[];
  readonly records: Omit<Dataset, "control" | "ownCredits">;
  readonly report: Omit<LoadedDataset, "dataset" | "later">;
  readonly remainder: Remainder | undefined;
}

const knownDays = new Set<unknown>();

/** The days of a data set are few, and each of them stands in it many times. */
function isRealDay(value: unknown): boolean {
  if (knownDays.has(value)) return true;
  if (typeof value !== "string" || parseDay(value) === undefined) return false;
  if (knownDays.size < 50_000) knownDays.add(value);
  return true;
}

function isPosition(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  const [lng, lat] = value as readonly unknown[];
  return isWithin(lng, 180) && isWithin(lat, 90);
}

function isWithin(value: unknown, limit: number): boolean {
  return typeof value === "number" && value >= -limit && value <= limit;
}

function isBox(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [west, south, east, north] = value as readonly unknown[];
  return (
    isPosition([west, south]) && isPosition([east, north]) && value[0] <= value[2] && value[1] <= value[3]
  );
}

const isCourse = (value: unknown) => Array.isArray(value) && value.length >= 2 && value.every(isPosition);
const isRing = (value: unknown) => isCourse(value) && isClosed(value as LineString["coordinates"]);
const isPolygon = (value: unknown) => Array.isArray(value) && value.length >= 1 && value.every(isRing);

/** As Turf and the programs of the graphics processor take for granted. */
function isClosed(ring: LineString["coordinates"]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function isArea(value: unknown): boolean {
  const { type, coordinates } = (value ?? {}) as { readonly type?: unknown; readonly coordinates?: unknown };
  if (type === "Polygon") return isPolygon(coordinates);
  return (
    type === "MultiPolygon" &&
    Array.isArray(coordinates) &&
    coordinates.length >= 1 &&
    coordinates.every(isPolygon)
  );
}

const isText = (value: unknown) => typeof value === "string";
const text = check<string>(isText);
const flag = check<boolean>((value) => typeof value === "boolean");
/** Also not NaN, which JSON cannot say, nor 1e999, which it can. */
const amount = check<number>((value) => Number.isFinite(value) && Number(value) >= 0);
const count = check<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0);
const id = check<string>((value) => isText(value) && ID.test(String(value)));
const day = check<Day>(isRealDay);
const position = check<Position>(isPosition);
const box = check<Bounds>(isBox);
const area = check<AreaGeometry>(isArea);
const names = dictionary(LANGUAGE_CODE, text);
const named = { name: text, names };

const side = shape<Side>({
  id,
  name: names,
  shortName: names,
  holdsGround: flag,
  opponents: list(text),
  colour: check<string>(
    (value) => typeof value === "string" && (isSideColour(value) || /^#[0-9a-f]{6}$/.test(value)),
  ),
});

const settlement = shape<Settlement>({
  id,
  ...named,
  spellings: list(text),
  kind: oneOf(SETTLEMENT_KINDS),
  governorate: text,
  district: text,
  importance: oneOf([1, 2, 3]),
  position,
  positionSource: text,
  positionRef: text,
  precisionKm: amount,
  note: text,
  isContext: flag,
});

const statement: Members<Statement> = {
  id,
  firstDay: day,
  lastDay: day,
  dayBasis: oneOf(DAY_BASES),
  attribution: text,
  certainty: oneOf(CLAIM_CERTAINTIES),
  source: text,
  paragraph: count,
  offset: count,
  spelling: text,
  summary: text,
};

const claim = shape<Claim>({
  ...statement,
  settlement: text,
  action: oneOf(CLAIM_ACTIONS),
  extent: orNone(oneOf(CLAIM_EXTENTS)),
  side: orNone(text),
  actor: text,
  contradicts: orNone(text),
  ground: orNone(text),
});

const placed = { ...statement, settlement: orNone(text), contradicts: list(text) };

const fatalities = shape<Fatalities>({ best: orNone(count), low: orNone(count), high: orNone(count) });

const event = shape<StoryEvent>({
  ...placed,
  kind: oneOf(EVENT_KINDS),
  title: text,
  position: orNone(position),
  precisionKm: orNone(amount),
  precision: orNone(oneOf(PLACE_PRECISIONS)),
  actors: orNone(list(text)),
  fatalities: orNone(fatalities),
});

const figure = shape<Figure>({
  ...placed,
  measure: oneOf(FIGURE_MEASURES),
  value: amount,
  valueHigh: orNone(amount),
  unit: text,
  qualifier: oneOf(FIGURE_QUALIFIERS),
  concerns: text,
});

const highway = shape<Highway>({ id, ...named, course: check<readonly Position[]>(isCourse) });

const patrols = shape<Patrols>({ name: names, from: day, to: orNone(day), source: text, note: names });

const corridor = shape<Corridor>({
  highway: text,
  widthKm: check<number>((value) => Number(value) > 0 && Number(value) <= 100),
  from: day,
  to: orNone(day),
  source: text,
  patrols: orNone(patrols),
});

const postEvent = shape<PostEvent>({
  state: oneOf(POST_STATES),
  day,
  precision: oneOf(["day", "month", "uncertain"]),
  basis: text,
  source: text,
});

const post = shape<ObservationPost>({
  id,
  ...named,
  number: orNone(count),
  operator: text,
  position,
  precisionKm: amount,
  note: text,
  events: list(postEvent),
});

const source = shape<Source>({
  id,
  title: text,
  publisher: text,
  date: text,
  leaning: text,
  url: text,
  note: text,
});

const region = shape<Region>({ id, ...named, geometry: area });

/** A kind that this program does not know is shown by its code. */
const PROBLEM_CODE = /^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,5}$/;

const problem = shape<Problem>({
  severity: oneOf(["error", "warning", "note"]),
  code: check<ProblemCode>((value) => typeof value === "string" && PROBLEM_CODE.test(value)),
  file: text,
  record: text,
  line: orNone(count),
  column: orNone(count),
  member: text,
  found: text,
  expected: text,
  remedy: text,
  count,
});

const narrative = shape<NarrativeHead>({ title: names, steps: list(id, 1), minutes: count });

const records = shape<Omit<Dataset, "control" | "ownCredits">>({
  title: names,
  description: names,
  firstDay: day,
  lastDay: day,
  defaultDay: day,
  bounds: box,
  viewBounds: box,
  sides: list(side),
  textLanguage: check<string>((value) => isText(value) && LANGUAGE_CODE.test(String(value))),
  licence: text,
  credits: list(text),
  lineNote: names,
  settlements: list(settlement),
  gazetteer: orNone(text),
  scripts: list(text, 1),
  claims: list(claim),
  highways: list(highway),
  corridors: list(corridor),
  posts: list(post),
  sources: list(source),
  events: list(event),
  figures: list(figure),
  regions: list(region),
  concerned: dictionary(/^(?!__proto__$)/, names),
  chiefRegion: orNone(text),
  narrative: orNone(narrative),
});

/** What tells whether this program can make sense of the rest. */
export const WRITTEN_MEMBERS = shape<Pick<WrittenRecords, "members">>({ members: list(text) });

/** Every record of a compiled data set, each by itself: `references.ts` looks at what they say of each other. */
export const WRITTEN_RECORDS = shape<WrittenRecords>({
  members: list(text),
  records,
  report: shape<WrittenRecords["report"]>({
    problems: list(problem),
    notes: list(problem),
    controlPath: orNone(text),
  }),
  remainder: orNone(shape<Remainder>({ side: text, theatre: area, hasOutline: flag, land: orNone(area) })),
});
