import type * as v from "valibot";
import type { Day } from "../../core/day.ts";
import { findBounds, type Position } from "../../core/geometry.ts";
import { LAYER_KEYS } from "../../core/layer-keys.ts";
import type { Language, Names } from "../../core/names.ts";
import { listMarked, type Narrative, type NarrativeStep, type StepCamera } from "../../core/narrative.ts";
import type { Figure } from "../../core/records.ts";
import { SELECTABLE, type Selectable, type Selection } from "../../core/selection.ts";
import { FIRST_CHART } from "../../core/view.ts";
import { parseJson, stripByteOrderMark } from "../text/json.ts";
import { createMemberLocator } from "../text/locate-member.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { describeValue, nameRecord, type Reporter, reportOn } from "../problem.ts";
import { NARRATIVE_HEAD, NARRATIVE_STEP } from "../schema/narrative.ts";
import { type Locate, readRecord } from "../schema/read-record.ts";
import { isFirstOfId, type StoryContext } from "../story-context.ts";
import { checkTexts } from "../text/check-text.ts";
import { getValue, isRecord } from "../text/record.ts";

/** What steps may name. Ids are `undefined` where a file could not be read and nothing can be told. */
export interface NarrativeReferences {
  /** Positions of the settlements by their id. */
  readonly positions: ReadonlyMap<string, Position>;
  readonly ids: Readonly<Record<Selectable, ReadonlySet<string> | undefined>>;
  /** Ids of claims, events, figures, highways and posts together. */
  readonly records: ReadonlySet<string>;
  readonly figures: readonly Figure[];
}

type Context = Pick<StoryContext, "file" | "problems" | "firstDay" | "lastDay">;
type RawStep = v.InferOutput<typeof NARRATIVE_STEP>;

/**
 * The sound steps of `story.json`; `undefined` after a report if there is none. A step that names something unknown is kept
 * without it, and so is a text that lacks a language.
 */
export function parseNarrative(
  text: string,
  context: Context,
  references: NarrativeReferences,
): Narrative | undefined {
  const reporter = reportOn(context.problems, context.file);
  const raw = parseJson(text, reporter);
  if (raw === undefined) return undefined;
  if (!isRecord(raw)) {
    const expected = "an object with title and steps";
    reporter.error("not-an-object", describeValue(raw), expected, "write it as an object");
    return undefined;
  }
  const locate = createMemberLocator(stripByteOrderMark(text));
  const { members } = readRecord(NARRATIVE_HEAD, raw, reporter, { locate });
  checkTexts(flatten({ title: members.title, summary: members.summary }), reporter);
  const seen = new Set<string>();
  const languages = new Set(Object.keys(members.title ?? {}));
  const read = (members.steps ?? []).flatMap((step, index) => {
    const place: Locate = (path) => locate(["steps", index, ...path]);
    const id = isRecord(step) ? getValue(step, "id") : undefined;
    const about = reportOn(context.problems, context.file, nameRecord("step", index, id), () => place([]));
    const whole = readStep(step, about, place);
    if (!whole || !isFirstOfId(whole.id, seen, about) || !hasDay(whole, context, about, place)) return [];
    for (const names of [whole.heading, whole.lead, whole.text])
      for (const language of Object.keys(names)) languages.add(language);
    return [{ whole, about, place }];
  });
  const steps = read.map(({ whole, about, place }) => {
    checkLanguages(whole, languages, about, place);
    checkMarks(whole, references, about, place);
    return toStep(whole, { context, references, about, place });
  });
  if (!members.title || steps.length === 0) return undefined;
  return { title: members.title, summary: members.summary ?? {}, steps };
}

function readStep(step: unknown, reporter: Reporter, locate: Locate): RawStep | undefined {
  if (!isRecord(step)) {
    reporter.error(
      "not-an-object",
      describeValue(step),
      "an object with id, heading, lead and day",
      "write it as an object",
    );
    return undefined;
  }
  const { whole } = readRecord(NARRATIVE_STEP, step, reporter, { locate });
  if (whole) checkTexts(flatten({ heading: whole.heading, lead: whole.lead, text: whole.text }), reporter);
  return whole;
}

/** Texts by the member and language they stand in. */
function flatten(members: Readonly<Record<string, Names | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([member, names]) =>
      Object.entries(names ?? {}).map(([language, text = ""]) => [`${member}.${language}`, text]),
    ),
  );
}

/** Without its day a step cannot be shown. */
function hasDay({ day }: RawStep, context: Context, reporter: Reporter, locate: Locate): boolean {
  return isInStory(day, "day", context, reporter, locate(["day"]));
}

function isInStory(
  day: Day,
  member: string,
  { firstDay, lastDay }: Context,
  reporter: Reporter,
  at: ReturnType<Locate>,
): boolean {
  if (day >= firstDay && day <= lastDay) return true;
  const expected = `a day from ${firstDay} to ${lastDay}`;
  reporter.about(member).error("outside-story", `${member} ${day}`, expected, `correct ${member}`, at);
  return false;
}

function checkLanguages(
  { heading, lead, text }: RawStep,
  languages: ReadonlySet<Language>,
  reporter: Reporter,
  locate: Locate,
): void {
  const members = { heading, lead, ...(Object.keys(text).length > 0 && { text }) };
  for (const [member, names] of Object.entries<Names>(members)) {
    for (const language of languages) {
      if (names[language] !== undefined) continue;
      const expected = `${member} in each of ${[...languages].join(", ")}`;
      const remedy = "add it; until then another language stands in";
      reporter
        .about(member)
        .warn("missing-language", `no ${member} in ${language}`, expected, remedy, locate([member]));
    }
  }
}

function checkMarks(
  { lead, text }: RawStep,
  { records }: NarrativeReferences,
  reporter: Reporter,
  locate: Locate,
): void {
  for (const [member, names] of Object.entries({ lead, text })) {
    for (const [language, told = ""] of Object.entries<string | undefined>(names)) {
      for (const id of listMarked(told)) {
        if (records.has(id)) continue;
        reporter
          .about(member)
          .error(
            "unknown-told-record",
            `[${describeValue(id).slice(1, -1)}] in ${member}.${language}`,
            "the id of a claim, event, figure, highway or post",
            "correct it or take it out; until then the mark is not shown",
            locate([member, language]),
          );
      }
    }
  }
}

interface StepSurroundings {
  readonly context: Context;
  readonly references: NarrativeReferences;
  readonly about: Reporter;
  readonly place: Locate;
}

function toStep(raw: RawStep, surroundings: StepSurroundings): NarrativeStep {
  const { context, about, place } = surroundings;
  const { id, heading, lead, text, day, compare, ground, since } = raw;
  const compared = compare?.with === day ? undefined : compare?.with;
  const keepDay = (asked: Day | undefined, member: string, path: readonly string[]) =>
    asked !== undefined && isInStory(asked, member, context, about, place(path)) ? asked : undefined;
  return {
    id,
    heading,
    lead,
    text,
    day,
    compared: keepDay(compared, "compare.with", ["compare", "with"]),
    compare: compare?.form ?? "difference",
    ground,
    since: keepDay(since, "since", ["since"]),
    camera: toCamera(raw.camera, surroundings),
    hidden: checkLayers(raw.hide, surroundings),
    chart: checkChart(raw.chart, surroundings),
    selection: toSelection(raw.select, surroundings),
  };
}

/** Settlements become the box around them. */
function toCamera(camera: RawStep["camera"], { references, about, place }: StepSurroundings): StepCamera {
  const { bounds, centre, zoom, settlements = [] } = camera ?? {};
  if (bounds) return { bounds };
  if (centre && zoom !== undefined) return { lng: centre[0], lat: centre[1], zoom };
  const found = settlements.flatMap((id, index) => {
    const position = references.positions.get(id);
    if (position) return [position];
    const path = ["camera", "settlements", index];
    about
      .about("camera.settlements")
      .error(
        "unknown-settlement",
        `camera on ${describeValue(id)}`,
        "ids of settlements",
        "correct it or take it out",
        place(path),
      );
    return [];
  });
  return found.length === 0 ? undefined : { bounds: findBounds(found) };
}

function checkLayers(hide: readonly string[], { about, place }: StepSurroundings): readonly string[] {
  const known: readonly string[] = LAYER_KEYS;
  for (const [index, key] of hide.entries()) {
    if (known.includes(key)) continue;
    const expected = `some of ${known.join(", ")}`;
    about
      .about("hide")
      .error(
        "unknown-layer",
        `hide ${describeValue(key)}`,
        expected,
        "correct it or take it out",
        place(["hide", index]),
      );
  }
  return known.filter((key) => hide.includes(key));
}

function checkChart(
  chart: string | undefined,
  { references, about, place }: StepSurroundings,
): string | undefined {
  if (chart === undefined || isChart(chart, references)) return chart;
  const expected = "gained, area, share, settlements, highway:<id>, or figure:<measure>:<unit> of a figure";
  about
    .about("chart")
    .error(
      "unknown-value",
      `chart ${describeValue(chart)}`,
      expected,
      "correct it or take it out",
      place(["chart"]),
    );
  return undefined;
}

function isChart(key: string, { ids, figures }: NarrativeReferences): boolean {
  if ([FIRST_CHART, "area", "share", "settlements"].includes(key)) return true;
  const highway = /^highway:(.+)$/.exec(key)?.[1];
  if (highway !== undefined) return ids.highway === undefined || ids.highway.has(highway);
  return figures.some(({ measure, unit }) => key === `figure:${measure}:${unit}`);
}

const UNKNOWN: Readonly<Record<Selectable, ProblemCode>> = {
  place: "unknown-settlement",
  post: "unknown-post",
  highway: "unknown-highway",
  source: "unknown-source",
};

function toSelection(
  asked: RawStep["select"],
  { references, about, place }: StepSurroundings,
): Selection | undefined {
  const kind = SELECTABLE.find((kind) => asked?.[kind] !== undefined);
  const id = kind && asked?.[kind];
  if (kind === undefined || id === undefined) return undefined;
  const known = references.ids[kind];
  if (!known || known.has(id)) return { kind, id };
  const expected = `the id of a ${kind === "place" ? "settlement" : kind}`;
  about
    .about("select")
    .error(
      UNKNOWN[kind],
      `select ${kind} ${describeValue(id)}`,
      expected,
      "correct it or take it out",
      place(["select", kind]),
    );
  return undefined;
}
