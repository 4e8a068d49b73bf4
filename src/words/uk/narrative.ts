import type { NarrativeWords } from "../narrative-words.ts";
import { plural } from "./forms.ts";

const STEPS = { one: "# крок", few: "# кроки", many: "# кроків", other: "# кроку" };
const MINUTES = { one: "# хвилина", few: "# хвилини", many: "# хвилин", other: "# хвилини" };

/** The Ukrainian words for story mode. */
export const ukNarrative: NarrativeWords = {
  region: "Історія",
  extent: (steps, minutes) => `${plural(steps, STEPS)}, ${plural(minutes, MINUTES)}`,
  read: "Читати історію",
  notNow: "Не зараз",
  loading: "Історія завантажується…",
};
