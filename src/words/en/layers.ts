import { inSentence } from "./forms.ts";

/** The English words of the layers of the map: their names in the menu, the lines of their legend, what a pointer finds. What every language must have follows from these. */
export const enLayers = {
  frontLines: {
    front: "Front line",
    inferred: "Front line, inferred",
    quiet: "Line between sides not at war",
  },
  comparedDay: {
    name: "Difference from another day",
    gained: (side: string) => `Gained by ${inSentence(side)}`,
    line: (day: string) => `Front line on ${day}`,
    settlements: "Changed hands between the two days",
    compare: "Compare with another day",
    leave: "Leave the comparison",
    between: (first: string, last: string) => `${first} → ${last}`,
    otherDay: "Day to compare with",
  },
  trail: {
    previous: "Front line the day before",
    legend: (days: number) => `Front lines of the ${days} days before`,
  },
  ground: {
    working: (percent: number) => `The days before are still being worked out: ${percent}\u00a0%`,
  },
  advance: {
    taken: (side: string) => `By the day it came under ${inSentence(side)}`,
    cuts: {
      week: "Front line at the end of a week",
      month: "Front line at the end of a month",
      quarter: "Front line at the end of a quarter",
      year: "Front line at the end of a year",
    },
    since: (when: string, before: string | undefined) =>
      before === undefined
        ? `Changed hands: ${when}`
        : `Changed hands: ${when}. Before: ${inSentence(before)}`,
  },
  gainedSince: {
    gained: (side: string, day: string) => `Gained by ${inSentence(side)} since ${day}`,
    settlements: (day: string) => `Changed hands since ${day}`,
  },
  shown: {
    places: "The ground is hatched by who holds the nearest place: inferred, not drawn by a source.",
    changed: "The ground is coloured by the day on which it last changed hands.",
    gained: (day: string) => `The ground gained since ${day} is coloured.`,
    trail: (days: number) => `The front lines of the ${days} days before are drawn too.`,
    difference: (day: string) => `The difference from ${day} is shown.`,
    both: (first: string, last: string) => `Two maps: ${first} and ${last}.`,
  },
  inferred: {
    legend: (side: string) => `${side}: inferred from the nearest place, not drawn by a source`,
  },
  gains: { name: "Ground gained", legend: "Ground gained on this day" },
  settlements: { name: "Settlements", changed: "Changed hands on this day", contested: "Contested" },
  names: { name: "Names" },
  highways: {
    name: "Highways by control",
    legend: (names: readonly string[]) => `${names.join(", ")} in the holder’s colour`,
    corridor: (highway: string, widthKm: number) => `${highway} security corridor, ${widthKm} km each side`,
    patrols: (name: string, highway: string) => `${name}, ${highway}`,
  },
  posts: {
    name: "Observation posts",
    legend: "Observation post",
    encircled: "encircled",
    states: {
      established: "Observation post",
      encircled: "Observation post, encircled",
      relieved: "Observation post, relieved",
    },
  },
  events: { name: "Events", legend: (kinds: string) => `Event: ${kinds}` },
  roads: { name: "Other roads" },
  basePlaces: { name: "Other places" },
};
