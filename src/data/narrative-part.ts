import { COMPARE_MODES, GROUNDS } from "../core/view.ts";
import type { Narrative, NarrativeStep } from "../core/narrative.ts";
import { type Day, parseDay } from "../core/day.ts";
import { SELECTABLE } from "../core/selection.ts";
import { ID, LANGUAGE_CODE } from "./patterns.ts";
import type { LaterParts } from "./later-parts.ts";

/** What the part of a data set is called that has its narrative. */
export const NARRATIVE_PART = "story";

export function encodeNarrative(narrative: Narrative): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(narrative));
}

const loaded = new WeakMap<LaterParts, Promise<Narrative>>();

/**
 * The narrative of a data set, asked for once and again after a failure. Anybody can make a compiled file up, so it is trusted no more than a folder.
 *
 * @throws Error, with a sentence for people, if the part cannot be had or is no narrative.
 */
export function loadNarrative(later: LaterParts): Promise<Narrative> {
  const known = loaded.get(later);
  if (known) return known;
  const narrative = readNarrative(later);
  loaded.set(later, narrative);
  narrative.catch(() => loaded.delete(later));
  return narrative;
}

async function readNarrative(later: LaterParts): Promise<Narrative> {
  const text = new TextDecoder().decode(await later.load(NARRATIVE_PART));
  const narrative = tryToParse(text);
  if (!isNarrative(narrative)) throw new Error("The story of this data set cannot be read");
  return narrative;
}

function tryToParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Loose = Readonly<Record<string, unknown>>;

function isNarrative(value: unknown): value is Narrative {
  if (!isObject(value)) return false;
  const { title, summary, steps } = value;
  return areNames(title) && areNames(summary) && isList(steps, isStep) && (steps as unknown[]).length > 0;
}

/** What each member of a step must be: one that it gains does not compile until it stands here. */
const STEP: { readonly [Member in keyof NarrativeStep]-?: (value: unknown) => boolean } = {
  id: isId,
  heading: areNames,
  lead: areNames,
  text: areNames,
  day: isDay,
  compared: orNone(isDay),
  compare: (value) => COMPARE_MODES.some((mode) => mode === value),
  ground: (value) => GROUNDS.some((ground) => ground === value),
  since: orNone(isDay),
  camera: orNone(isCamera),
  hidden: (value) => isList(value, isText),
  chart: orNone(isText),
  selection: orNone(isSelection),
};

function isStep(value: unknown): boolean {
  return isObject(value) && Object.entries(STEP).every(([member, judge]) => judge(value[member]));
}

function isCamera(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { bounds, lng, lat, zoom } = value;
  if (bounds === undefined) return isWithin(lng, 180) && isWithin(lat, 85) && isWithin(zoom, 22);
  if (!Array.isArray(bounds) || bounds.length !== 4) return false;
  const [west, south, east, north] = bounds as readonly unknown[];
  const areDegrees =
    [west, east].every((x) => isWithin(x, 180)) && [south, north].every((y) => isWithin(y, 90));
  return areDegrees && Number(west) <= Number(east) && Number(south) <= Number(north);
}

function isSelection(value: unknown): boolean {
  return isObject(value) && SELECTABLE.some((kind) => kind === value["kind"]) && isId(value["id"]);
}

function areNames(value: unknown): boolean {
  return (
    isObject(value) && Object.entries(value).every(([code, text]) => LANGUAGE_CODE.test(code) && isText(text))
  );
}

function isId(value: unknown): boolean {
  return isText(value) && ID.test(String(value));
}

function isDay(value: unknown): value is Day {
  return typeof value === "string" && parseDay(value) === value;
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isWithin(value: unknown, limit: number): boolean {
  return typeof value === "number" && Math.abs(value) <= limit;
}

/** JSON leaves out what is `undefined`. */
function orNone(judge: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || judge(value);
}

function isList(value: unknown, judge: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(judge);
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
