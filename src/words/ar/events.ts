import { type EventWords, roundKm, sayFatalities } from "../event-words.ts";
import { isolate, plural } from "./forms.ts";

const count = (number: number) =>
  plural(number, {
    one: "قتيل واحد",
    two: "قتيلان",
    few: "# قتلى",
    many: "# قتيلاً",
    other: "# قتيل",
  });

/** The Arabic words of events with places, people and numbers of their own. */
export const arEvents: EventWords = {
  ring: "حدث في مكان ما ضمن الدائرة",
  fatalities: (told) =>
    sayFatalities(
      {
        none: "لم يُذكر سقوط قتلى",
        count,
        range: (low, high) => `من ${low} إلى ${high}`,
        between: (low, high) => `من ${low} إلى ${count(high)}`,
        atLeast: (low) => `${count(low)} على الأقل`,
        atMost: (high) => `${count(high)} على الأكثر`,
      },
      told,
    ),
  where: (precision, radiusKm) => {
    const within = radiusKm === undefined ? "" : `ضمن ${isolate(String(roundKm(radiusKm)))} كم من العلامة`;
    if (precision === undefined) return `في مكان ما ${within}`;
    const named = {
      spot: "الموقع نفسه",
      settlement: "في مكان ما من البلدة",
      vicinity: "في مكان ما قرب الموضع المذكور",
      district: "في مكان ما من الناحية",
      province: "في مكان ما من المحافظة",
      country: "في مكان ما من البلاد",
    }[precision];
    return within === "" ? named : `${named}، ${within}`;
  },
};
