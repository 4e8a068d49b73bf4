import { countFirst } from "./count-first.ts";
import type { Day } from "./day.ts";

/** Something that lasts from its first to its last day, both included. */
interface Lasting {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** At least so many items begin between two marks. */
const STEP = 256;

/**
 * Finds, in their given order, the items that have a day among theirs. Of the items in order of their first day, what still lasts
 * is noted at marks, which lie the further apart the more that is: a question looks at no more than twice its answer and a few hundred
 * items, and all marks together hold no more than there are items.
 */
export function indexByDay<Item extends Lasting>(items: readonly Item[]): (day: Day) => Item[] {
  const order = items.map((_, index) => index);
  const first = (at: number) => items[order[at] ?? -1]?.firstDay ?? "";
  const last = (index: number) => items[index]?.lastDay ?? "";
  order.sort((a, b) => {
    const [one, other] = [items[a]?.firstDay ?? "", items[b]?.firstDay ?? ""];
    return one < other ? -1 : one > other ? 1 : a - b;
  });
  const marks: { readonly at: number; readonly lasting: readonly number[] }[] = [{ at: 0, lasting: [] }];
  for (let at = STEP; at < order.length; at++) {
    const mark = marks.at(-1) ?? { at: 0, lasting: [] };
    if (at - mark.at < Math.max(STEP, mark.lasting.length)) continue;
    const begun = [...mark.lasting, ...order.slice(mark.at, at)];
    marks.push({ at, lasting: begun.filter((index) => last(index) >= first(at)) });
  }
  return (day) => {
    const end = countFirst(order.length, (at) => first(at) <= day);
    const mark = marks[countFirst(marks.length, (at) => (marks[at]?.at ?? 0) < end) - 1];
    const begun = [...(mark?.lasting ?? []), ...order.slice(mark?.at ?? 0, end)];
    return begun
      .filter((index) => last(index) >= day)
      .sort((a, b) => a - b)
      .flatMap((index) => items[index] ?? []);
  };
}
