import type { Atlas } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";

/**
 * `compute`, asked once for each day of an atlas and remembered after that, so that going back and forth in time
 * costs nothing. For answers that depend on these two alone, and that no one changes.
 */
export function rememberByDay<Answer>(
  compute: (atlas: Atlas, day: Day) => Answer,
): (atlas: Atlas, day: Day) => Answer {
  const answers = new WeakMap<Atlas, Map<Day, Answer>>();
  return (atlas, day) => {
    const ofAtlas = answers.get(atlas) ?? new Map<Day, Answer>();
    answers.set(atlas, ofAtlas);
    const known = ofAtlas.get(day);
    // "Nothing" may be an answer too; then it is of the answer's type, which the map's own type cannot say.
    if (known !== undefined || ofAtlas.has(day)) return known as Answer;
    const answer = compute(atlas, day);
    ofAtlas.set(day, answer);
    return answer;
  };
}
