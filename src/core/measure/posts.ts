import type { Phase } from "../archive/tables.ts";
import { type Atlas, findPostEvent } from "../atlas.ts";
import type { ObservationPost, PostEvent } from "../records.ts";
import { addDays, clampDay, countDaysBetween, type Day } from "../day.ts";

/**
 * Whether the post stands, at the end of `day`, on ground of a side that its operator fights: drawn for that side, or
 * left to it as the remainder.
 *
 * The point decides, however near the border it lies: see the post's `precisionKm`. A post on ground that nobody is
 * known to hold, or of an operator that is no side of the data set, is not encircled.
 */
export function isEncircled({ dataset }: Atlas, post: ObservationPost, day: Day): boolean {
  const holder = dataset.control.findSide(post.position, day);
  const operator = dataset.sides.find(({ id }) => id === post.operator);
  return holder !== undefined && operator !== undefined && operator.opponents.includes(holder);
}

/** Whether the post has been established and not evacuated by the end of `day`. */
export function isInPlace(post: ObservationPost, day: Day): boolean {
  const event = findPostEvent(post, day);
  return event !== undefined && event.state !== "evacuated";
}

/** A post becoming encircled, or ceasing to be, as the areas and as the documents have it. */
export interface PostChange {
  readonly becomes: "encircled" | "free";
  /** First day at whose end the areas have it so; `undefined` if they never do. */
  readonly computed: Day | undefined;
  /** `undefined` if no document tells of it. */
  readonly documented: PostEvent | undefined;
  /**
   * Days by which the areas are later than the documents (earlier: negative); `undefined` if only one of them knows
   * the change. What was documented before the story began counts as of its first day.
   */
  readonly daysLate: number | undefined;
}

/** What the areas say of a post beside what the documents say. */
export interface PostComparison {
  readonly post: ObservationPost;
  /** Days of the story on which it is in place and encircled by the areas. */
  readonly encircled: readonly Phase[];
  /** In order of day: of the document, or of the areas where no document tells. */
  readonly changes: readonly PostChange[];
}

/** Every post of the data set, in its order, with its encirclement computed and documented. */
export function comparePosts(atlas: Atlas): PostComparison[] {
  return atlas.dataset.posts.map((post) => {
    const encircled = findEncircledSpans(atlas, post);
    return { post, encircled, changes: matchChanges(atlas, post, encircled) };
  });
}

function findEncircledSpans(atlas: Atlas, post: ObservationPost): Phase[] {
  const spans: Phase[] = [];
  for (const day of atlas.days) {
    if (!isInPlace(post, day) || !isEncircled(atlas, post, day)) continue;
    const last = spans.at(-1);
    const to = addDays(day, 1);
    if (last?.to === day) spans[spans.length - 1] = { from: last.from, to };
    else spans.push({ from: day, to });
  }
  return spans;
}

interface ComputedChange {
  readonly becomes: PostChange["becomes"];
  readonly day: Day;
}

/** Each documented change takes the nearest computed one of its kind that no earlier change has taken. */
function matchChanges(atlas: Atlas, post: ObservationPost, encircled: readonly Phase[]): PostChange[] {
  const { firstDay, lastDay } = atlas.dataset;
  const left = new Set(listComputedChanges(encircled, lastDay));
  const known = listDocumentedChanges(post, firstDay, lastDay).map(({ becomes, event }): PostChange => {
    const since = clampDay(event.day, firstDay, lastDay);
    const distance = (change: ComputedChange) => Math.abs(countDaysBetween(since, change.day));
    const [nearest] = [...left]
      .filter((change) => change.becomes === becomes)
      .toSorted((a, b) => distance(a) - distance(b));
    if (nearest) left.delete(nearest);
    const daysLate = nearest && countDaysBetween(since, nearest.day);
    return { becomes, computed: nearest?.day, documented: event, daysLate };
  });
  const unknown = [...left].map(({ becomes, day }): PostChange => {
    return { becomes, computed: day, documented: undefined, daysLate: undefined };
  });
  return [...known, ...unknown].toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

/** A span that lasts to the end of the story has no end that anybody could know. */
function listComputedChanges(encircled: readonly Phase[], lastDay: Day): ComputedChange[] {
  return encircled.flatMap(({ from, to }): ComputedChange[] => [
    { becomes: "encircled", day: from },
    ...(to <= lastDay ? [{ becomes: "free", day: to } as const] : []),
  ]);
}

/** The states that begin or end an encirclement, up to the last day; of those before the first only the latest. */
function listDocumentedChanges(post: ObservationPost, firstDay: Day, lastDay: Day) {
  const changes: { becomes: PostChange["becomes"]; event: PostEvent }[] = [];
  for (const event of post.events) {
    const wasEncircled = changes.at(-1)?.becomes === "encircled";
    if (event.day > lastDay) break;
    if (event.state === "encircled" && !wasEncircled) changes.push({ becomes: "encircled", event });
    if (event.state !== "encircled" && wasEncircled) changes.push({ becomes: "free", event });
  }
  const opening = changes.findLastIndex(({ event }) => event.day < firstDay);
  const isOpenedEncircled = changes[opening]?.becomes === "encircled";
  return changes.slice(isOpenedEncircled ? opening : opening + 1);
}

function dayOf({ computed, documented }: PostChange): string {
  return documented?.day ?? computed ?? "";
}
