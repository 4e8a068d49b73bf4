import { type EventWords, roundKm, sayFatalities } from "../event-words.ts";
import { LOCALE, plural, toComma } from "./forms.ts";

const digits = new Intl.NumberFormat(LOCALE);
const count = (number: number) =>
  `${digits.format(number)} ${plural(number, { one: "mort", other: "morts" })}`;

/** The French words of events with places, people and numbers of their own. */
export const frEvents: EventWords = {
  ring: "Événement quelque part dans le cercle",
  fatalities: (told) =>
    sayFatalities(
      {
        none: "aucun mort signalé",
        count,
        range: (low, high) => `de ${digits.format(low)} à ${digits.format(high)}`,
        between: (low, high) => `de ${digits.format(low)} à ${count(high)}`,
        atLeast: (low) => `au moins ${count(low)}`,
        atMost: (high) => `au plus ${count(high)}`,
      },
      told,
    ),
  where: (precision, radiusKm) => {
    const within =
      radiusKm === undefined ? "" : `à moins de ${toComma(String(roundKm(radiusKm)))} km du repère`;
    if (precision === undefined) return `Quelque part ${within}`;
    const named = {
      spot: "L’endroit exact",
      settlement: "Quelque part dans la localité",
      vicinity: "Quelque part près du lieu nommé",
      district: "Quelque part dans le district",
      province: "Quelque part dans la province",
      country: "Quelque part dans le pays",
    }[precision];
    return within === "" ? named : `${named}, ${within}`;
  },
};
