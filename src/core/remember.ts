import type { Atlas } from "./atlas.ts";
import { addDays, type Day } from "./day.ts";

/** How many answers of {@link rememberBetweenPhases} are kept; the one asked for first goes first. */
const KEPT_ANSWERS = 64;

/**
 * `compute`, asked once for each day of an atlas and remembered after that, so that going back and forth in time
 * costs nothing. For answers that depend on these two alone, and that no one changes.
 */
export function rememberByDay<Answer>(
  compute: (atlas: Atlas, day: Day) => Answer,
): (atlas: Atlas, day: Day) => Answer {
  return rememberUnder((_, day) => day, compute);
}

/** The same for answers that depend on nothing but the ground: the days of one phase share one, as do all missing days. */
export function rememberByPhase<Answer>(
  compute: (atlas: Atlas, day: Day) => Answer,
): (atlas: Atlas, day: Day) => Answer {
  return rememberUnder(({ dataset }, day) => String(dataset.control.findPhase(day)), compute);
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

function rememberUnder<Answer>(
  nameOf: (atlas: Atlas, day: Day) => string,
  compute: (atlas: Atlas, day: Day) => Answer,
  most = Number.POSITIVE_INFINITY,
): (atlas: Atlas, day: Day) => Answer {
  const answers = new WeakMap<Atlas, Map<string, Answer>>();
  return (atlas, day) => {
    const ofAtlas = answers.get(atlas) ?? new Map<string, Answer>();
    answers.set(atlas, ofAtlas);
    const name = nameOf(atlas, day);
    const known = ofAtlas.get(name);
    // "Nothing" may be an answer too; then it is of the answer's type, which the map's own type cannot say.
    if (known !== undefined || ofAtlas.has(name)) return known as Answer;
    const answer = compute(atlas, day);
    ofAtlas.set(name, answer);
    const [oldest] = ofAtlas.keys();
    if (ofAtlas.size > most && oldest !== undefined) ofAtlas.delete(oldest);
    return answer;
  };
}
