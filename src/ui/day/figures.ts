import type { Atlas } from "../../core/atlas.ts";
import type { Judge } from "../../core/filter.ts";
import type { Figure, FigureMeasure } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import { listReportedOn } from "../../core/measure/measures.ts";
import { rememberByDay } from "../../core/remember.ts";
import { type DaySpan, isLong } from "../../core/measure/events.ts";

/** What a reader of a map of control asks first. */
const RELEVANCE: readonly FigureMeasure[] = [
  "displaced",
  "settlements-captured",
  "area-captured",
  "share-of-governorate",
  "highway-captured",
  "highway-remaining",
  "civilians-killed",
  "fighters-killed",
  "civilians-wounded",
  "fighters-wounded",
  "strikes",
  "facilities-struck",
  "people-affected",
  "troops",
  "equipment-lost",
  "other",
];

/** Captured places, by the record. */
export interface RecordCount extends DaySpan {
  readonly named: number;
  readonly implied: number;
}

/** Numbers for one thing, from one claimant or several. To be compared, never added up. */
export interface FigureGroup {
  readonly key: string;
  readonly measure: FigureMeasure;
  readonly concerns: string;
  readonly figures: readonly Figure[];
  /** What the record has for the same days, for counts of captured places; one for each span of days among them. */
  readonly recordCounts: readonly RecordCount[];
}

/**
 * What was known on a day, the most relevant first: the figures of the day or of a few days with it among them, the
 * highest number of displaced people given so far, and last what is told of longer periods.
 */
export const groupFiguresOn = rememberByDay((atlas, day): readonly FigureGroup[] => {
  const ofDay = listReportedOn(atlas.dataset.figures, day);
  const displaced = findDisplacedSoFar(atlas.dataset.figures, day);
  const known = displaced && !ofDay.includes(displaced) ? [displaced, ...ofDay] : ofDay;
  const groups = new Map<string, Figure[]>();
  for (const figure of known) {
    const { measure, concerns, unit, settlement = "" } = figure;
    const key = [measure, concerns, unit, settlement, isLong(figure)].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups]
    .flatMap(([key, figures]): FigureGroup[] => {
      const [first] = figures;
      if (!first) return [];
      const { measure, concerns } = first;
      return [{ key, measure, concerns, figures, recordCounts: countAgainst(atlas, figures) }];
    })
    .toSorted((a, b) => rankGroup(a) - rankGroup(b));
});

/** The groups with the figures that pass a filter; without those of which none does. */
export function filterGroups(
  groups: readonly FigureGroup[],
  { isOn, figure }: Judge,
): readonly FigureGroup[] {
  if (!isOn) return groups;
  return groups
    .map((group) => ({ ...group, figures: group.figures.filter(figure) }))
    .filter(({ figures }) => figures.length > 0);
}

export function countFigures(groups: readonly FigureGroup[]): number {
  return groups.reduce((sum, { figures }) => sum + figures.length, 0);
}

/**
 * The highest number of displaced people that anybody had given by the end of `day`, for the whole area; `undefined`
 * before the first. The highest and not the latest, because some count only those of a few days. Totals of the whole
 * story are left out, for they are given with hindsight.
 */
export function findDisplacedSoFar(figures: readonly Figure[], day: Day): Figure | undefined {
  return figures
    .filter((figure) => {
      const { measure, unit, settlement, lastDay } = figure;
      const isTotal = measure === "displaced" && unit === "persons" && settlement === undefined;
      return isTotal && lastDay <= day && !isLong(figure);
    })
    .toSorted((a, b) => b.value - a.value)[0];
}

/**
 * The first groups up to the one with which they have `enough` figures, without those of long periods if there are
 * others. No group is cut, so a number never stands without what contradicts it.
 */
export function takeFirstGroups(groups: readonly FigureGroup[], enough: number): readonly FigureGroup[] {
  const ofDay = groups.filter((group) => !isOfLongPeriod(group));
  const candidates = ofDay.length > 0 ? ofDay : groups;
  let count = 0;
  const end = candidates.findIndex(({ figures }) => {
    count += figures.length;
    return count >= enough;
  });
  return end === -1 ? candidates : candidates.slice(0, end + 1);
}

/**
 * Places that the record has going to `side` within the days, each once: those of which a claim tells, and those
 * whose change is only implied. What the areas alone tell is no record, and is left out.
 */
export function countCaptured(atlas: Atlas, side: string, { firstDay, lastDay }: DaySpan): RecordCount {
  const named = new Set<string>();
  const implied = new Set<string>();
  for (const { day, to, settlement, certainty } of atlas.changes) {
    if (to !== side || day < firstDay || day > lastDay || certainty === "inferred") continue;
    (certainty === "implied" ? implied : named).add(settlement);
  }
  for (const settlement of named) implied.delete(settlement);
  return { firstDay, lastDay, named: named.size, implied: implied.size };
}

function countAgainst(atlas: Atlas, figures: readonly Figure[]): RecordCount[] {
  const spans = new Map<string, RecordCount>();
  for (const { measure, concerns, firstDay, lastDay } of figures) {
    if (measure !== "settlements-captured") continue;
    spans.set(`${firstDay} ${lastDay}`, countCaptured(atlas, concerns, { firstDay, lastDay }));
  }
  return [...spans.values()];
}

function rankGroup(group: FigureGroup): number {
  return RELEVANCE.indexOf(group.measure) + (isOfLongPeriod(group) ? RELEVANCE.length : 0);
}

function isOfLongPeriod({ figures }: FigureGroup): boolean {
  return figures.every(isLong);
}
