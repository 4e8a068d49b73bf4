import { dates, inSentence, plural } from "./forms.ts";
import { enCharts } from "./charts.ts";
import { enLayers } from "./layers.ts";
import { enMap } from "./map.ts";
import { enFilter } from "./filter.ts";
import { enOpen } from "./open.ts";
import { enNarrative } from "./narrative.ts";
import { enSelection } from "./selection.ts";
import { enEvidence } from "./evidence.ts";
import { OWN_WORDS } from "../../core/records.ts";
import type { Words } from "../types.ts";

const SMALL_NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** "Three places", "20 places": newspapers write numbers up to ten in words. */
function countPlaces(count: number): string {
  return plural(count, { one: "# place", other: "# places" }).replace(
    String(count),
    SMALL_NUMBERS[count] ?? "$&",
  );
}

/** The interface in English. */
export const en: Words = {
  language: "en",
  direction: "ltr",
  comma: ", ",
  dates,
  timeline: {
    region: "Timeline",
    slider: "Day",
    play: "Play",
    pause: "Pause",
    previousDay: "Previous day",
    nextDay: "Next day",
    previousChange: "Previous change",
    nextChange: "Next change",
    speed: "Speed in days per second",
    speedOption: (daysPerSecond) => `${daysPerSecond}×`,
    goToDate: "Go to date",
    between: (window) => `${window.charAt(0).toUpperCase()}${window.slice(1)}: drawn, not known`,
    outsideStory: (first, last) => `Between ${dates.long(first)} and ${dates.long(last)}`,
    showChart: "Show chart",
    hideChart: "Hide chart",
    chart: "Places gained per day (paler: implied or disputed)",
  },
  day: {
    region: "Day",
    changedHands: (count) => `${countPlaces(count)} changed hands`,
    gain: (side, count) => `${inSentence(side)} +${count}`,
    nothingChanged: "No place is recorded as changing hands on this day.",
    groundChanged: "Ground changed hands",
    gainedKm2: (side, km2) => `${inSentence(side)} +${km2} km²`,
    vacatedKm2: (km2) => `${km2} km² left by all sides`,
    noGroundChanged: "No ground is recorded as changing hands on this day.",
    missing: "The data set has no areas for this day: nothing is known of who held what.",
    changedAndBack: (count) => `${countPlaces(count)} changed hands and back within the day`,
    sentence: (head, parts) => (parts.length > 0 ? `${head}: ${parts.join(", ")}.` : `${head}.`),
    changes: "Changed hands",
    contested: "Contested",
    alsoReported: "Also reported",
    index: "Parts of the day",
    previousChanges: (day) => `Earlier: ${dates.short(day)}`,
    nextChanges: (day) => `Later: ${dates.short(day)}`,
    balance: (count) =>
      `Control of ${count.toLocaleString("en")} place${count === 1 ? "" : "s"} at the end of the day`,
    unknownHolder: "Not known",
    withinDay: "changed back within the day",
  },
  gazetteer: {
    said: (text, name) => `${text} (of the gazetteer ${name}, not of the data set)`,
  },
  selection: enSelection,
  narrative: enNarrative,
  filter: enFilter,
  settlement: {
    kind: (kind) =>
      ({
        city: "City",
        town: "Town",
        village: "Village",
        suburb: "Suburb",
        hill: "Hill",
        base: "Base",
        site: "Site",
      })[kind],
    whereabouts: (kind, governorate) => (governorate === "" ? kind : `${kind}, ${governorate}`),
  },
  record: {
    certainty: (certainty) => certainty,
    certaintyMeaning: (certainty) =>
      ({
        stated: "Stated outright by a document",
        reported: "Reported by someone whom a document names or mentions",
        disputed: "Another claim says otherwise",
        implied: "No document says it; what one says presupposes it",
        inferred: "No claim speaks of it; read off the areas",
        contested: "No side can be said to hold it",
      })[certainty],
    impliedBy: (reason) =>
      ({
        "revealed-by-recapture": "Implied: a later recapture shows that it had been lost before",
        presupposed: "Implied: a later claim presupposes that it had changed hands",
        "passed-by-the-front": "Implied: the front passed it; no document says on which day",
        "shared-with-neighbour": "Implied: it shared the fortune of the documented place next to it",
        "said-of-its-ground": "Implied: a document says it of the whole ground in which it lies",
      })[reason],
    action: (action) => action,
    attribution: (attribution, publisher) =>
      attribution === OWN_WORDS ? `${publisher}’s own words` : attribution || "unattributed",
    claims: (count) => plural(count, { one: "# claim", other: "# claims" }),
    saysOtherwise: "says otherwise",
    line: (line) => `line ${line}`,
    printedAs: (spelling) => `printed as “${spelling}”`,
    saidOf: (ground) => `said of “${ground}”, in which it lies`,
    nobody: "Not known",
    translated: (original) => `Texts of the record are translations; the originals are in ${original}.`,
    showOriginals: "Show originals",
    hideOriginals: "Hide originals",
    translationMissing: "The translations of the record could not be fetched; the original texts are shown.",
  },
  chrome: {
    title: "Frontline Atlas",
    search: "Find a place",
    searchHint: (example) => `Find a place… ${example}`,
    openSearch: "Open search",
    noMatch: (query) => `No place found for “${query}”`,
    matches: (count) => plural(count, { one: "# place found", other: "# places found" }),
    layers: "Layers",
    table: "Table",
    more: "More",
    language: "Language",
    languageMissing: (language) =>
      `The words for ${language} could not be loaded. Try again when you are online.`,
    exportPicture: "Export",
    shareLink: "Share the link",
    help: "Keyboard shortcuts",
    close: "Close",
    showPanel: "Show panel",
    hidePanel: "Hide panel",
    enlarge: "Enlarge panel",
    shrink: "Shrink panel",
    legend: "Legend",
    tour: "One-minute tour",
  },
  map: enMap,
  layers: enLayers,
  charts: enCharts,
  evidence: enEvidence,
  open: enOpen,
  opening: undefined,
  later: undefined,
  notices: {
    dataProblems: (errors, warnings) => {
      const parts = [
        errors > 0 ? plural(errors, { one: "# error", other: "# errors" }) : "",
        warnings > 0 ? plural(warnings, { one: "# warning", other: "# warnings" }) : "",
      ].filter((part) => part !== "");
      return `The data set has ${parts.join(" and ")}. What is sound is shown.`;
    },
    nothingToShow: "The data set cannot be shown. What is wrong with it:",
    showProblems: "Show problems",
    problemsTitle: "Problems in the data set",
    file: "File",
    found: "Found",
    expected: "Expected",
    remedy: "Remedy",
    severity: (severity) => severity,
    saving: "Drawing the picture…",
    saved: "Picture saved.",
    notSaved: (reason) => `The picture could not be saved: ${reason}`,
    dismiss: "Dismiss",
    failed: (part) => `This part of the page failed: ${part}.`,
    stillWorks: "Everything else still works.",
    tryAgain: "Try again",
    mapPart: "Map",
    panelPart: "Panel",
    loading: "The map and its days are loading…",
    loadingLong:
      "This is taking unusually long: perhaps a part of the page has not come through. Check the connection and load the page again.",
    reload: "Load the page again",
    needsScripts:
      "The browser draws this page with scripts, and they are turned off. Allow JavaScript for this page and load it again.",
    partMissing: "A part of the program could not be fetched. Check the connection and try again.",
    pageFailed: "The page has stopped at a fault it could not get over.",
    mayBeData:
      "It may lie in the data set. You can go back to the bundled story; forgetting the data set also takes it out of this browser.",
    forgetShown: "Forget this data set",
  },
  problems: undefined,
};
