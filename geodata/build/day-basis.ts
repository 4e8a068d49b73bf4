import type { Dataset } from "../../src/core/dataset.ts";
import type { Day } from "../../src/core/day.ts";
import type { Statement, StoryEvent } from "../../src/core/records.ts";
import type { Locator } from "./index-documents.ts";

/** What the rule looks at. Of events also the kind: a ceasefire is judged by its first day, since it lasts. */
export type Dated = Pick<Statement, "id" | "dayBasis" | "firstDay" | "lastDay"> &
  Partial<Pick<StoryEvent, "kind">>;

/** Records that the rule would judge by a day which their sentence names of something else, and why they stay as they are. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  c0263: "The day before is that of the clashes with which the sentence begins.",
  c0352: "The sentence has the capture, before the story opens; by its first day the place is held.",
  c0353: "The sentence has the capture, before the story opens; by its first day the place is held.",
  e0026: "The day is that of the offensive which the video answers; that of the video is not told.",
  e0230: "The day is that of the attack after which the schools were suspended.",
  e0295: "The day before is that of the clashes with which the sentence begins.",
};

/** Every record that breaks the rule of {@link findBasisFault}, every sentence with two bases, every needless exception. */
export function listBasisFaults(
  { claims, events, figures }: Pick<Dataset, "claims" | "events" | "figures">,
  locators: readonly Locator[],
): string[] {
  const locatorOf = new Map(locators.map((locator) => [locator.record, locator]));
  const placed = [...claims, ...events, ...figures].flatMap((record) => {
    const locator = locatorOf.get(record.id);
    if (!locator) return [];
    const { source, paragraph, sentence, sentence_days } = locator;
    const days = sentence_days === "" ? [] : sentence_days.split("|");
    return [{ record, sentence: [source, paragraph, sentence].join(":"), days }];
  });
  const faults = placed.flatMap(({ record, days }) => {
    const fault = findBasisFault(record, days);
    const isException = EXCEPTIONS[record.id] !== undefined;
    if (isException) return fault ? [] : [`${record.id}: needs no exception`];
    return fault ? [`${record.id}: ${fault}`] : [];
  });
  return [...faults, ...listMixedBases(placed)];
}

/**
 * The one rule by which a record says how its day is known: by what the sentence in which it stands names, and by
 * nothing else. `docs/dataset-format.md` says it in prose.
 *
 * @param days as {@link Sentence.days} has them.
 * @returns what is wrong, or `undefined`.
 */
export function findBasisFault(
  { dayBasis, firstDay, lastDay, kind }: Dated,
  days: readonly string[],
): string | undefined {
  const isSpan = firstDay !== lastDay;
  const isInMonth = (day: Day) => days.some((token) => isToken(token, "month ", day.slice(0, 7)));
  switch (dayBasis) {
    case "stated":
      if (isSpan && kind !== "ceasefire") return "stated, but of several days";
      return isNamed(days, firstDay) ? undefined : "stated, but the sentence does not name the day";
    case "window":
      if (!isSpan) return "a window of one day";
      return [firstDay, lastDay].every((day) => isTold(days, day) || isInMonth(day))
        ? undefined
        : "a window, but the sentence does not name both days";
    case "by":
      if (!isTold(days, lastDay) && !isInMonth(lastDay)) return "by a day that the sentence does not name";
      return isSpan || isLimit(days, lastDay) || isInMonth(lastDay) || !isNamed(days, lastDay)
        ? undefined
        : "by a day, but the sentence names that day itself";
    case "neighbour":
      return isTold(days, kind === "ceasefire" ? firstDay : lastDay)
        ? "from the neighbour, but the sentence itself names the day"
        : undefined;
  }
}

function isTold(days: readonly string[], day: Day): boolean {
  return isNamed(days, day) || isLimit(days, day);
}

/** By its date, or counted from a day named before. */
function isNamed(days: readonly string[], day: Day): boolean {
  return days.some((token) => token === "counted" || isToken(token, "", day));
}

function isLimit(days: readonly string[], day: Day): boolean {
  return days.some((token) => isToken(token, "by ", day));
}

/** A token without a year stands for every year. */
function isToken(token: string, prefix: string, date: string): boolean {
  return token === `${prefix}${date}` || token === `${prefix}${date.slice(5)}`;
}

/** Records of one sentence with the same days whose days are said to be known in different ways. */
function listMixedBases(placed: readonly { readonly record: Dated; readonly sentence: string }[]): string[] {
  const groups = new Map<string, Dated[]>();
  for (const { record, sentence } of placed) {
    if (EXCEPTIONS[record.id] !== undefined) continue;
    const name = [sentence, record.firstDay, record.lastDay].join(" ");
    groups.set(name, [...(groups.get(name) ?? []), record]);
  }
  return [...groups.values()]
    .filter((group) => new Set(group.map(({ dayBasis }) => dayBasis)).size > 1)
    .map(
      (group) =>
        `one sentence, two bases: ${group.map(({ id, dayBasis }) => `${id} ${dayBasis}`).join(", ")}`,
    );
}
