import { dates, inSentence, LOCALE, plural } from "./forms.ts";
import { formatKm, type EvidenceWords } from "../evidence-words.ts";

const digits = new Intl.NumberFormat(LOCALE);

const UNITS = new Map([
  ["persons", { one: "person", other: "people" }],
  ["persons a day", { other: "people a day" }],
  ["km2", { other: "km²" }],
  ["km", { other: "km" }],
  ["percent", { other: "%" }],
  ["aircraft", { other: "aircraft" }],
  ["facilities", { one: "facility", other: "facilities" }],
]);

/** The English words for events, figures and what is computed. */
export const enEvidence: EvidenceWords = {
  events: "Events",
  eventKind: (kind) => kind,
  since: (day) => `since ${dates.short(day)}`,
  figures: "Known that day",
  measure: (measure) =>
    ({
      displaced: "Displaced",
      "civilians-killed": "Civilians killed",
      "civilians-wounded": "Civilians wounded",
      "fighters-killed": "Fighters killed",
      "fighters-wounded": "Fighters wounded",
      "settlements-captured": "Settlements captured",
      "area-captured": "Ground captured",
      "share-of-governorate": "Share of the governorate",
      "highway-captured": "Highway captured",
      "highway-remaining": "Highway still held",
      strikes: "Strikes",
      troops: "Forces",
      "equipment-lost": "Equipment lost",
      "facilities-struck": "Facilities struck",
      "people-affected": "People affected",
      other: "Other numbers",
    })[measure],
  qualifier: (qualifier) =>
    ({
      exactly: "",
      about: "about",
      "at-least": "at least",
      over: "over",
      "up-to": "up to",
      nearly: "nearly",
    })[qualifier],
  number: (value) => digits.format(value),
  unit: (unit, count) => plural(count, UNITS.get(unit) ?? { one: unit.replace(/s$/, ""), other: unit }),
  asOf: (day) => `as of ${dates.short(day)}`,
  recordCount: ({ side, firstDay, lastDay, named, implied }) => {
    const days = firstDay === lastDay ? `on ${dates.short(lastDay)}` : dates.window(firstDay, lastDay);
    const places = named === 0 ? "no place" : plural(named, { one: "# place", other: "# places" });
    const more = implied > 0 ? ` and implies ${named === 0 ? implied : `${implied} more`}` : "";
    return `The record names ${places} going to ${inSentence(side)} ${days}${more}.`;
  },
  contradictedBy: (attribution) => `Contradicted by ${attribution}:`,
  contradictEachOther: "These numbers contradict each other.",
  showAll: (count) => `Show all ${count}`,
  showFewer: "Show fewer",
  highways: "Highways",
  heldLength: (lengthKm, totalKm, side) =>
    `${formatKm(lengthKm)} of ${formatKm(totalKm)} km under ${inSentence(side)}`,
  furtherLength: (lengthKm, side) => `${formatKm(lengthKm)} under ${inSentence(side)}`,
  outsideLength: (lengthKm) => `${formatKm(lengthKm)} outside the map’s areas`,
  computed: "computed",
  ceasefire: "ceasefire",
};
