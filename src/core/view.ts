import { FALLBACK_LANGUAGE, type Language, type Script } from "./names.ts";
import { clampDay, type Day, parseDay } from "./day.ts";
import { CERTAINTIES, type Filter, NO_FILTER } from "./filter.ts";
import { EVENT_KINDS } from "./records.ts";
import { select, SELECTABLE, type Selected, type Selection, selectionOf } from "./selection.ts";

export const THEMES = ["light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];
/** The script of the names on the map; `both`: the first two of the data set. */
export type LabelScript = Script | "both";

/**
 * What the colours of the ground tell: who holds it; on which day it last changed hands (the advance map); what each
 * side has gained since {@link View.since}; or who holds the nearest settlement, which is inferred.
 */
export const GROUNDS = ["holder", "changed", "gained", "places"] as const;
export type GroundShown = (typeof GROUNDS)[number];

/** Of how many days before the one shown the front line is drawn too. */
export const TRAILS = [0, 1, 3, 7, 30] as const;
export type Trail = (typeof TRAILS)[number];

/** How two days are compared: on one map, or on two that lie over each other or beside each other. */
export const COMPARE_MODES = ["difference", "swipe", "beside"] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];

export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** The chart of the strip above the slider that every data set has: places gained. */
export const FIRST_CHART = "gained";

/** Days from the first to the last, both included. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** All that is being looked at. Map, panels, URL and exported picture draw this and the data set, and nothing else. */
export interface View extends Selected {
  readonly day: Day;
  /** The day that {@link View.day} is compared with; `undefined`: none. */
  readonly compared: Day | undefined;
  readonly compare: CompareMode;
  readonly ground: GroundShown;
  /** The day since which gained ground is shown; `undefined`: the first of the story. */
  readonly since: Day | undefined;
  readonly trail: Trail;
  /** The days that playing keeps to; `undefined`: all of the story. */
  readonly range: DayRange | undefined;
  /** Key of the chart in the strip. */
  readonly chart: string;
  /** Whether all charts are open above the strip. */
  readonly hasDrawer: boolean;
  readonly language: Language;
  /** `undefined`: as the reader's system has it. */
  readonly theme: Theme | undefined;
  readonly labels: LabelScript;
  /** Keys of the layers of the map that are put away. */
  readonly hidden: readonly string[];
  /** `undefined`: the whole theatre. */
  readonly camera: Camera | undefined;
  /** Which records lists, table and the events on the map show; who holds what is never filtered. */
  readonly filter: Filter;
  /** Id of the step of the narrative that is being read; `undefined`: story mode is off. */
  readonly step: string | undefined;
  /**
   * Wall mode: map, date, legend and strip alone, which play by themselves. Never together with a {@link View.step} or with two
   * maps.
   */
  readonly wall: boolean;
}

/** What a view is read against. */
export interface ViewContext {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Shown when the address names no day. */
  readonly defaultDay: Day;
  /** Whether the data set has what is to be selected. */
  readonly has: (selection: Selection) => boolean;
  /** Codes of the languages that the interface speaks. */
  readonly languages: readonly Language[];
  /** Scripts of the names in the data set. */
  readonly scripts: readonly Script[];
  /** Keys of the layers that can be put away. */
  readonly layers: readonly string[];
  /** Keys of the charts that the data set has numbers for, beside {@link FIRST_CHART}. */
  readonly charts: readonly string[];
  /** Ids of the sides, in the order of the data set. */
  readonly sides: readonly string[];
  /** Whether any record is said by them, as {@link Filter.said} has it. */
  readonly isSaidBy: (key: string) => boolean;
  /** Ids of the steps of its narrative; none without one. */
  readonly steps: readonly string[];
}

/** One value of an address that could not be used. `used` is what stands in its stead, as text. */
export interface ViewProblem {
  readonly parameter:
    | "day"
    | "with"
    | "compare"
    | "ground"
    | "since"
    | "trail"
    | "from"
    | "to"
    | "chart"
    | "drawer"
    | (typeof SELECTABLE)[number]
    | "lang"
    | "theme"
    | "labels"
    | "hide"
    | "at"
    | "side"
    | "said"
    | "sure"
    | "kind"
    | "story"
    | "wall";
  readonly found: string;
  readonly used: string;
}

export function defaultView(context: ViewContext): View {
  return {
    day: context.defaultDay,
    compared: undefined,
    compare: "difference",
    ground: "holder",
    since: undefined,
    trail: 1,
    range: undefined,
    chart: FIRST_CHART,
    hasDrawer: false,
    ...select(undefined),
    language: FALLBACK_LANGUAGE,
    theme: undefined,
    labels: "both",
    hidden: [],
    camera: undefined,
    filter: NO_FILTER,
    step: undefined,
    wall: false,
  };
}

/**
 * The view that the query part of an address asks for. A value that cannot be used falls back to the default (a day
 * outside the story to the story's nearest day) and is listed among the problems; unknown parameters are left alone.
 */
export function parseView(query: string, context: ViewContext): { view: View; problems: ViewProblem[] } {
  const parameters = new URLSearchParams(query);
  const fallback = defaultView(context);
  const problems: ViewProblem[] = [];

  function read<Value>(
    parameter: ViewProblem["parameter"],
    fallbackValue: Value,
    parse: (text: string) => Value | undefined,
    describe: (value: Value) => string = String,
  ): Value {
    const found = parameters.get(parameter);
    if (found === null) return fallbackValue;
    const value = parse(found);
    if (value !== undefined) return value;
    problems.push({ parameter, found, used: describe(fallbackValue) });
    return fallbackValue;
  }

  /** A day of the story; one outside it becomes the nearest, which is told. */
  function readDay(parameter: "with" | "since" | "from" | "to"): Day | undefined {
    const asked = read(parameter, undefined, parseDay, () => "");
    const used = asked && clampDay(asked, context.firstDay, context.lastDay);
    if (asked && used && used !== asked) problems.push({ parameter, found: asked, used });
    return used;
  }

  /** One end alone reaches to the end of the story; ends in the wrong order are told and none. */
  function readRange(): DayRange | undefined {
    const [from, to] = [readDay("from"), readDay("to")];
    if (!from && !to) return undefined;
    const range = { first: from ?? context.firstDay, last: to ?? context.lastDay };
    if (range.first <= range.last) return range;
    problems.push({ parameter: "to", found: range.last, used: "" });
    return undefined;
  }

  const askedDay = read("day", fallback.day, parseDay);
  const day = clampDay(askedDay, context.firstDay, context.lastDay);
  if (day !== askedDay) problems.push({ parameter: "day", found: askedDay, used: day });
  const other = readDay("with");
  /** One thing at most is selected: what is asked for beside it is told as what cannot be shown. */
  function readSelection(): Selection | undefined {
    let found: Selection | undefined;
    for (const kind of SELECTABLE) {
      const isUsable = (id: string) => found === undefined && context.has({ kind, id });
      const id = read(
        kind,
        undefined,
        (id) => (isUsable(id) ? id : undefined),
        () => "",
      );
      if (id !== undefined) found = { kind, id };
    }
    return found;
  }

  function readFilter(): Filter {
    const choose = <Text extends string>(parameter: "side" | "sure" | "kind", texts: readonly Text[]) =>
      read<readonly Text[]>(parameter, [], someOf(texts), () => "");
    const said = [...new Set(parameters.getAll("said"))];
    const unknown = said.filter((key) => !context.isSaidBy(key));
    problems.push(...unknown.map((found) => ({ parameter: "said", found, used: "" }) as const));
    return {
      sides: choose("side", context.sides),
      said: said.filter((key) => context.isSaidBy(key)),
      certainties: choose("sure", CERTAINTIES),
      kinds: choose("kind", EVENT_KINDS),
      text: parameters.get("text") ?? "",
    };
  }

  const compare = read("compare", fallback.compare, oneOf(...COMPARE_MODES));
  const step = read("story", undefined, oneOf(...context.steps), () => "");
  const isWallPossible = step === undefined && compare === "difference";
  const hidden = read("hide", undefined, someOf([...context.layers, FORMER_LINE]), () => "");
  const view: View = {
    day,
    compared: other === day ? undefined : other,
    compare,
    ground: read("ground", fallback.ground, oneOf(...GROUNDS)),
    since: readDay("since"),
    trail: read("trail", hidden?.includes(FORMER_LINE) ? 0 : fallback.trail, parseTrail),
    range: readRange(),
    chart: read("chart", fallback.chart, oneOf(FIRST_CHART, ...context.charts)),
    hasDrawer: read(
      "drawer",
      false,
      (text) => (text === "open" ? true : undefined),
      () => "",
    ),
    ...select(readSelection()),
    language: read("lang", fallback.language, oneOf(...context.languages)),
    theme: read("theme", fallback.theme, oneOf(...THEMES), () => ""),
    labels: read("labels", fallback.labels, oneOf("both", ...context.scripts)),
    hidden: hidden?.filter((layer) => layer !== FORMER_LINE) ?? fallback.hidden,
    camera: read("at", fallback.camera, parseCamera, () => ""),
    filter: readFilter(),
    step,
    wall: read(
      "wall",
      false,
      (text) => (text === "1" && isWallPossible ? true : undefined),
      () => "",
    ),
  };
  return { view, problems };
}

/** Links from before there was a trail put away the one former line by this name among the layers. */
const FORMER_LINE = "yesterday";

function parseTrail(text: string): Trail | undefined {
  return TRAILS.find((trail) => String(trail) === text);
}

/**
 * What the colours of the ground tell on one map: while it shows the difference between two days, nothing but that and
 * who holds the ground.
 */
export function findGround({
  ground = "holder",
  compared,
  compare = "difference",
}: Partial<Pick<View, "ground" | "compared" | "compare">>): GroundShown {
  return compared !== undefined && compare === "difference" ? "holder" : ground;
}

type Compared = Pick<View, "day"> & Partial<Pick<View, "compared" | "compare">>;

/**
 * The views of all maps that a view needs: itself, or, where two days have a map each, one for either day with the other
 * as its compared day; the earlier day comes first.
 */
export function listMapViews<Shown extends Compared>(view: Shown): readonly Shown[] {
  const { day, compared, compare = "difference" } = view;
  if (compared === undefined || compare === "difference") return [view];
  const other = { ...view, day: compared, compared: day };
  return compared < day ? [other, view] : [view, other];
}

/** The view of another data set with what the reader had chosen `before`, as far as it is offered there. */
export function carryOver(view: View, before: View, { scripts }: Pick<ViewContext, "scripts">): View {
  const { language, theme, labels, hidden, trail, ground, compare } = before;
  const isOffered = labels === "both" || scripts.includes(labels);
  const kept = { language, theme, hidden, trail, ground, compare };
  return { ...view, ...kept, labels: isOffered ? labels : view.labels };
}

/** The query text of a view, without the question mark: the days and what is selected first, then only what differs. */
export function encodeView(view: View): string {
  const parameters = new URLSearchParams({ day: view.day });
  if (view.compared !== undefined) parameters.set("with", view.compared);
  if (view.compare !== "difference") parameters.set("compare", view.compare);
  if (view.ground !== "holder") parameters.set("ground", view.ground);
  if (view.since !== undefined) parameters.set("since", view.since);
  if (view.trail !== 1) parameters.set("trail", String(view.trail));
  if (view.range) {
    parameters.set("from", view.range.first);
    parameters.set("to", view.range.last);
  }
  if (view.chart !== FIRST_CHART) parameters.set("chart", view.chart);
  if (view.hasDrawer) parameters.set("drawer", "open");
  const selection = selectionOf(view);
  if (selection) parameters.set(selection.kind, selection.id);
  if (view.language !== FALLBACK_LANGUAGE) parameters.set("lang", view.language);
  if (view.theme !== undefined) parameters.set("theme", view.theme);
  if (view.labels !== "both") parameters.set("labels", view.labels);
  if (view.hidden.length > 0) parameters.set("hide", view.hidden.join(","));
  if (view.camera) {
    const { lng, lat, zoom } = view.camera;
    parameters.set("at", `${lng.toFixed(4)},${lat.toFixed(4)},${zoom.toFixed(2)}`);
  }
  const { sides, said, certainties, kinds, text } = view.filter;
  if (sides.length > 0) parameters.set("side", sides.join(","));
  // Who says so may be called anything, commas included.
  for (const key of said) parameters.append("said", key);
  if (certainties.length > 0) parameters.set("sure", certainties.join(","));
  if (kinds.length > 0) parameters.set("kind", kinds.join(","));
  if (text !== "") parameters.set("text", text);
  if (view.step !== undefined) parameters.set("story", view.step);
  if (view.wall) parameters.set("wall", "1");
  return parameters.toString().replaceAll("%2C", ",");
}

function oneOf<Text extends string>(...texts: readonly Text[]): (text: string) => Text | undefined {
  return (text) => texts.find((candidate) => candidate === text);
}

/** Some of the texts, between commas, in their own order: so equal views have equal links. */
function someOf<Text extends string>(texts: readonly Text[]): (text: string) => readonly Text[] | undefined {
  return (text) => {
    const asked = text.split(",").filter((name) => name !== "");
    const known = texts.filter((candidate: string) => asked.includes(candidate));
    return known.length === new Set(asked).size ? known : undefined;
  };
}

function parseCamera(text: string): Camera | undefined {
  const parts = text.split(",");
  // Number() takes more than a person would write or the page writes: "", "0x10", "1e1".
  if (!parts.every((part) => /^-?\d+(?:\.\d+)?$/.test(part))) return undefined;
  const [lng, lat, zoom, ...rest] = parts.map(Number);
  if (lng === undefined || lat === undefined || zoom === undefined || rest.length > 0) return undefined;
  const isUsable = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return isUsable ? { lng, lat, zoom } : undefined;
}
