import { type EventWords, roundKm, sayFatalities } from "../event-words.ts";
import { LOCALE, plural } from "./forms.ts";

const digits = new Intl.NumberFormat(LOCALE);
const count = (number: number) =>
  `${digits.format(number)} ${plural(number, { one: "fatality", other: "fatalities" })}`;

/** The English words of events with places, people and numbers of their own. */
export const enEvents: EventWords = {
  ring: "Event somewhere within the ring",
  fatalities: (told) =>
    sayFatalities(
      {
        none: "no fatalities reported",
        count,
        range: (low, high) => `${digits.format(low)} to ${digits.format(high)}`,
        between: (low, high) => `${digits.format(low)} to ${count(high)}`,
        atLeast: (low) => `at least ${count(low)}`,
        atMost: (high) => `at most ${count(high)}`,
      },
      told,
    ),
  where: (precision, radiusKm) => {
    const within = radiusKm === undefined ? "" : `within ${roundKm(radiusKm)} km of the mark`;
    if (precision === undefined) return `Somewhere ${within}`;
    const named = {
      spot: "The very spot",
      settlement: "Somewhere in the settlement",
      vicinity: "Somewhere near the place named",
      district: "Somewhere in the district",
      province: "Somewhere in the province",
      country: "Somewhere in the country",
    }[precision];
    return within === "" ? named : `${named}, ${within}`;
  },
};
