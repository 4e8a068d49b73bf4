import type { Atlas } from "./atlas.ts";
import { addDays, type Day } from "./day.ts";

/** How many answers that hold shapes are kept for an atlas, of one day and of two; the one found first goes first. */
const KEPT_ANSWERS = 64;
const KEPT_COMPARISONS = 24;

/**
 * `compute`, asked once for each day of an atlas and remembered after that, so that going back and forth in time
 * costs nothing. For answers that depend on these two alone, and that no one changes.
 */
export function rememberByDay<Answer>(
  compute: (atlas: Atlas, day: Day) => Answer,
): (atlas: Atlas, day: Day) => Answer {
  return rememberUnder((_, day) => day, compute);
}

/**
 * The same for answers that depend on nothing but the ground: the days of one phase share one, as do all missing days. Of
 * answers that hold shapes (`hasShapes`) only the latest are kept.
 */
export function rememberByPhase<Answer>(
  compute: (atlas: Atlas, day: Day) => Answer,
  { hasShapes = false } = {},
): (atlas: Atlas, day: Day) => Answer {
  const nameGround = ({ dataset }: Atlas, day: Day) => String(dataset.control.findPhase(day));
  return rememberUnder(nameGround, compute, hasShapes ? KEPT_ANSWERS : undefined);
}

/**
 * The same for answers that depend on nothing but the ground of a day and of the day before: days between the same two
 * phases share one. Such answers hold shapes, so only the latest are kept.
 */
export function rememberBetweenPhases<Answer>(
  compute: (atlas: Atlas, day: Day) => Answer,
): (atlas: Atlas, day: Day) => Answer {
  const nameGround = ({ dataset: { control } }: Atlas, day: Day) =>
    `${control.findPhase(addDays(day, -1))} ${control.findPhase(day)}`;
  return rememberUnder(nameGround, compute, KEPT_ANSWERS);
}

/** The same for answers about two days. They too hold shapes, so only the latest are kept. */
export function rememberByTwoDays<Answer>(
  compute: (atlas: Atlas, one: Day, other: Day) => Answer,
): (atlas: Atlas, one: Day, other: Day) => Answer {
  return rememberUnder((_, one, other) => `${one} ${other}`, compute, KEPT_COMPARISONS);
}

function rememberUnder<Days extends readonly Day[], Answer>(
  nameOf: (atlas: Atlas, ...days: Days) => string,
  compute: (atlas: Atlas, ...days: Days) => Answer,
  most = Number.POSITIVE_INFINITY,
): (atlas: Atlas, ...days: Days) => Answer {
  const answers = new WeakMap<Atlas, Map<string, Answer>>();
  return (atlas, ...days) => {
    const ofAtlas = answers.get(atlas) ?? new Map<string, Answer>();
    answers.set(atlas, ofAtlas);
    const name = nameOf(atlas, ...days);
    const known = ofAtlas.get(name);
    // "Nothing" may be an answer too; then it is of the answer's type, which the map's own type cannot say.
    if (known !== undefined || ofAtlas.has(name)) return known as Answer;
    const answer = compute(atlas, ...days);
    ofAtlas.set(name, answer);
    const [oldest] = ofAtlas.keys();
    if (ofAtlas.size > most && oldest !== undefined) ofAtlas.delete(oldest);
    return answer;
  };
}
