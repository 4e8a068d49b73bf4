import { type Atlas, listChangesOn } from "../../core/atlas.ts";
import { type Day, listDays } from "../../core/day.ts";
import { summariseDay } from "../../core/measure/day-summary.ts";
import { FALLBACK_LANGUAGE, type Language, pickName } from "../../core/names.ts";
import { type Narrative, readPassage } from "../../core/narrative.ts";
import { describeDay } from "../../words/day-sentence.ts";
import { loadWords } from "../../words/index.ts";

/** What a link to a view shows of itself in a message: a picture, and what it is of. */
export interface Card {
  /** Of its files, without an ending: letters, digits and hyphens. */
  readonly name: string;
  /** Of the address of the view that it stands for. */
  readonly query: string;
  readonly day: Day;
  /** Of the link. */
  readonly title: string;
  /** On the picture, below the title of the data set; empty for a day, whose date and sentence are there. */
  readonly subtitle: string;
  readonly description: string;
}

interface CardSource {
  readonly atlas: Atlas;
  /** `undefined` where the data set is not told in steps. */
  readonly narrative: Narrative | undefined;
  /** One that the interface speaks. */
  readonly language: Language;
}

/** The cards of a data set: that of the day which is shown first, those of all other days with changes, and of each step of its story. */
export async function listCards({ atlas, narrative, language }: CardSource): Promise<readonly Card[]> {
  const words = await loadWords(language);
  const { dataset } = atlas;
  const { firstDay, lastDay, defaultDay } = dataset;
  const title = pickName(dataset.title, language);
  const changing = listDays(firstDay, lastDay).filter((day) => listChangesOn(atlas, day).length > 0);
  const days = [defaultDay, ...changing.filter((day) => day !== defaultDay)];
  const ofDays = days.map((day) => ({
    name: day,
    query: writeQuery(day, language),
    day,
    title: `${words.dates.long(day)} · ${title}`,
    subtitle: "",
    description: describeDay(summariseDay(atlas, day), dataset, words),
  }));
  const ofSteps = (narrative?.steps ?? []).map(({ id, day, heading, lead }) => ({
    name: `story-${id}`,
    query: writeQuery(day, language, id),
    day,
    title: `${pickName(heading, language)} · ${title}`,
    subtitle: pickName(heading, language),
    description: readPassage(pickName(lead, language))
      .map(({ text }) => text)
      .join(""),
  }));
  return [...ofDays, ...ofSteps];
}

/** In the order of `encodeView`, so that what the page makes of it is the same. */
function writeQuery(day: Day, language: Language, step?: string): string {
  return new URLSearchParams({
    day,
    ...(language !== FALLBACK_LANGUAGE && { lang: language }),
    ...(step !== undefined && { story: step }),
  }).toString();
}
