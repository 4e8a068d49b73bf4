import { type EventWords, roundKm, sayFatalities } from "../event-words.ts";
import { LOCALE, plural, toComma } from "./forms.ts";

const digits = new Intl.NumberFormat(LOCALE);
const FORMS = { one: "загиблий", few: "загиблі", many: "загиблих", other: "загиблих" };
const count = (number: number) => `${digits.format(number)} ${plural(number, FORMS)}`;

/** The Ukrainian words of events with places, people and numbers of their own. */
export const ukEvents: EventWords = {
  ring: "Подія десь у межах кола",
  fatalities: (told) =>
    sayFatalities(
      {
        none: "про загиблих не повідомлено",
        count,
        range: (low, high) => `від ${digits.format(low)} до ${digits.format(high)}`,
        between: (low, high) => `від ${digits.format(low)} до ${digits.format(high)} загиблих`,
        atLeast: (low) => `щонайменше ${count(low)}`,
        atMost: (high) => `щонайбільше ${count(high)}`,
      },
      told,
    ),
  where: (precision, radiusKm) => {
    const within =
      radiusKm === undefined ? "" : `не далі як за ${toComma(String(roundKm(radiusKm)))} км від позначки`;
    if (precision === undefined) return `Десь ${within}`;
    const named = {
      spot: "Точне місце",
      settlement: "Десь у населеному пункті",
      vicinity: "Десь поблизу названого місця",
      district: "Десь у районі",
      province: "Десь в області",
      country: "Десь у країні",
    }[precision];
    return within === "" ? named : `${named}, ${within}`;
  },
};
