import { formatKm, type EvidenceWords } from "../evidence-words.ts";
import { dates, LOCALE, plural, toComma } from "./forms.ts";

const digits = new Intl.NumberFormat(LOCALE);

const UNITS = new Map([
  ["persons", { one: "personne", other: "personnes" }],
  ["persons a day", { one: "personne par jour", other: "personnes par jour" }],
  ["km2", { other: "km²" }],
  ["km", { other: "km" }],
  ["percent", { other: "%" }],
  ["aircraft", { one: "aéronef", other: "aéronefs" }],
  ["facilities", { one: "installation", other: "installations" }],
]);

/** The French words for events, figures and what is computed. */
export const frEvidence: EvidenceWords = {
  events: "Événements",
  eventKind: (kind) =>
    ({
      ceasefire: "cessez-le-feu",
      talks: "pourparlers",
      operation: "opération",
      strike: "frappe",
      post: "poste",
      highway: "route",
      airspace: "espace aérien",
      humanitarian: "humanitaire",
      reinforcement: "renforts",
      statement: "déclaration",
      patrol: "patrouille",
      other: "autre",
    })[kind],
  since: (day) => `depuis le ${dates.short(day)}`,
  figures: "Connu ce jour-là",
  measure: (measure) =>
    ({
      displaced: "Déplacés",
      "civilians-killed": "Civils tués",
      "civilians-wounded": "Civils blessés",
      "fighters-killed": "Combattants tués",
      "fighters-wounded": "Combattants blessés",
      "settlements-captured": "Localités prises",
      "area-captured": "Terrain pris",
      "share-of-governorate": "Part du gouvernorat",
      "highway-captured": "Route prise",
      "highway-remaining": "Route encore tenue",
      strikes: "Frappes",
      troops: "Effectifs",
      "equipment-lost": "Matériel perdu",
      "facilities-struck": "Installations frappées",
      "people-affected": "Personnes touchées",
      other: "Autres chiffres",
    })[measure],
  qualifier: (qualifier) =>
    ({
      exactly: "",
      about: "environ",
      "at-least": "au moins",
      over: "plus de",
      "up-to": "jusqu’à",
      nearly: "près de",
    })[qualifier],
  number: (value) => digits.format(value),
  unit: (unit, count) => plural(count, UNITS.get(unit) ?? { other: unit }),
  asOf: (day) => `au ${dates.short(day)}`,
  recordCount: ({ side, firstDay, lastDay, named, implied }) => {
    const days = firstDay === lastDay ? `le ${dates.short(lastDay)}` : dates.window(firstDay, lastDay);
    const places =
      named === 0 ? "aucune localité" : plural(named, { one: "# localité", other: "# localités" });
    const others = plural(implied, { one: "# autre", other: "# autres" });
    const more = implied > 0 ? ` et en implique ${named === 0 ? implied : others}` : "";
    return `Le relevé nomme ${places} au bénéfice de ${side} ${days}${more}.`;
  },
  contradictedBy: (attribution) => `Contredit par ${attribution} :`,
  contradictEachOther: "Ces chiffres se contredisent.",
  showAll: (count) => `Tout afficher (${count})`,
  showFewer: "Afficher moins",
  highways: "Routes",
  heldLength: (lengthKm, totalKm, side) =>
    `${toComma(formatKm(lengthKm))} sur ${toComma(formatKm(totalKm))} km sous ${side}`,
  furtherLength: (lengthKm, side) => `${toComma(formatKm(lengthKm))} sous ${side}`,
  outsideLength: (lengthKm) => `${toComma(formatKm(lengthKm))} hors des zones de la carte`,
  computed: "calculé",
  ceasefire: "cessez-le-feu",
};
