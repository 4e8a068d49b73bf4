import { dates, inSentence, plural } from "./forms.ts";
import { formatDistance } from "../evidence-words.ts";
import type { LaterWords } from "../later-words.ts";
import { enDataProblem, enViewProblem } from "./address.ts";
import { enEvents } from "./events.ts";

/** The English words of what is there once it is asked for. */
export const enLater: LaterWords = {
  viewProblem: enViewProblem,
  dataProblem: enDataProblem,
  events: enEvents,
  story: {
    steps: "Steps of the story",
    position: (number, total) => `Step ${number} of ${total}`,
    previous: "Previous step",
    next: "Next step",
    leave: "Leave the story",
    explore: "Explore from here",
    back: "Back to the story",
    mark: (number) => `Record ${number}`,
    closeRecord: "Close the record",
    kinds: { claim: "Claim", event: "Event", figure: "Figure" },
  },
  post: {
    operator: (side, number) => (number === undefined ? side : `${side}, No. ${number}`),
    today: (state, day) =>
      ({
        established: `In place on ${dates.long(day)}`,
        encircled: `Encircled on ${dates.long(day)}`,
        relieved: `In place, its encirclement ended, on ${dates.long(day)}`,
        evacuated: `No longer there on ${dates.long(day)}`,
      })[state],
    notYet: (day) => `Not set up yet on ${dates.long(day)}`,
    month: (month) => `in ${month}`,
    uncertain: "the sources differ or guess",
    ground: (side) => `On the ground of ${inSentence(side)}`,
    history: "History of the post",
  },
  looks: {
    labels: "Names in",
    labelsBoth: "Both",
    theme: "Theme",
    themeAuto: "Auto",
    themeLight: "Light",
    themeDark: "Dark",
    themeContrast: "Contrast",
  },
  place: {
    spellings: (names) => `Also spelled ${names.join(", ")}`,
    held: (side, day) => `Held by ${inSentence(side)} on ${dates.long(day)}`,
    contested: (side, day) =>
      side === undefined
        ? `Contested on ${dates.long(day)}`
        : `Contested on ${dates.long(day)}; drawn on the ground of ${inSentence(side)}`,
    unknown: (day) => `Who held it on ${dates.long(day)} is not known`,
    bandHint: "Click to go to a day",
    initialSide: (side, first) => `At the start, ${dates.long(first)}: ${inSentence(side)}`,
    initialSideUnknown: (first) => `At the start, ${dates.long(first)}: not known`,
    history: "History of control",
    noChanges: "No change of control is recorded in this period.",
    otherClaims: "Other claims",
    position: "Position",
    precision: (km) => `true to within ${km} km`,
    positionSource: (source, raw) => {
      if (source === undefined) return raw;
      return {
        "geonames-wof": "GeoNames via Who’s On First",
        geonames: "GeoNames",
        "wikipedia-map-module": "Wikipedia map module",
        wikipedia: "Wikipedia",
        "ocha-cod": "OCHA common operational data",
        estimate: "own estimate from the documents",
      }[source];
    },
    elsewhere: "Look it up elsewhere",
    contextOnly: "Shown for orientation: no document of this data set names it.",
    frontDistance: (distanceKm) => `${formatDistance(distanceKm)} km from the front line`,
    nearestPost: (name, distanceKm, state) => {
      const words = {
        established: "in place",
        encircled: "encircled",
        relieved: "relieved",
        evacuated: "left",
      };
      return `Nearest observation post: ${name}, ${formatDistance(distanceKm)} km, ${words[state]}`;
    },
  },
  shortcut: (name) =>
    ({
      "toggle-play": "Play or pause",
      "previous-day": "One day back",
      "next-day": "One day on",
      "previous-change": "Previous day with changes",
      "next-change": "Next day with changes",
      "first-day": "First day",
      "last-day": "Last day",
      compare: "Compare with another day, or stop",
      charts: "Open or close the charts",
      story: "Read the story, or leave it",
      "previous-step": "Previous step of the story",
      "next-step": "Next step of the story",
      filter: "Filter the records",
      layers: "What the map shows",
      table: "Table of all settlements",
      export: "Take away or share: picture, film, data, link",
      search: "Search for a place",
      help: "This list",
      escape: "Close what is open, or deselect",
    })[name],
  baseMap: {
    name: "Base map",
    builtIn: "Built in",
    own: "My own",
    address: "Address of a PMTiles file, of tiles with {z}/{x}/{y}, or of a style",
    use: "Use it",
    note: "Off unless you set it. While it is on, this page asks that host for the map of wherever you look, so the host learns where that is. Kept in this browser only.",
    opening: "Asking …",
    shown: (host) => `Shown, from ${host}.`,
    fault: {
      "no-address": "This is not an address of the web. The built-in map is shown.",
      unreachable:
        "Nothing came from this address: there is no such host, no connection, or it does not let other pages use its files. The built-in map is shown.",
      refused: "The host refused to give this map. The built-in map is shown.",
      "no-map": "What this address gives is no map that can be drawn here. The built-in map is shown.",
    },
  },
  table: {
    caption: (day) => `Control of every settlement at the end of ${dates.full(day)}`,
    name: "Settlement",
    otherName: "Arabic name",
    kind: "Kind",
    governorate: "Governorate",
    control: "Control",
    since: "Since",
    contested: (side) => (side === undefined ? "Contested" : `Contested (ground of ${inSentence(side)})`),
    find: "Find in the table",
    changes: "Changes",
    bySide: "Held by",
    howToRead:
      "Arrow keys go from row to row, Home and End to the first and last, Enter shows the settlement and its history.",
  },
  comparison: {
    hint: "What is different at the end of the later day, whatever happened in between.",
    unknown: "The data set has no areas for one of the two days: of the ground nothing can be compared.",
    same: "Nothing is different between the two days.",
    side: "Side",
    places: "Places",
    gainedKm2: "km² gained",
    areaKm2: "km² in all",
    placesList: "Places under another side",
    saveList: "Save list (CSV)",
  },
  highway: {
    overTime: "Who held it, day by day",
    working: (percent) => `Being measured: ${percent}\u00a0%`,
    days: (count) =>
      plural(count, { one: "# change in length, in numbers", other: "# changes in length, in numbers" }),
    stretches: "Stretches at the end of the day",
    stretch: (from, to) => (from === to ? `near ${from}` : `${from} to ${to}`),
    outside: "outside the map’s areas",
    events: "Events along it",
    eventsNote: (km) =>
      `Those that name it, and those about highways and patrols at places within ${km} km of it.`,
    noEvents: "No event of this data set tells of it.",
  },
  source: {
    date: "Date",
    leaning: "Leaning",
    id: "Short name in the data",
    open: "Open the document",
    rests: "What rests on it",
    claims: "Claims",
    figures: "Figures",
    nothing: "Nothing in this data set rests on it.",
    corridors: "Agreements",
  },
  chartTable: {
    reportedOn: "reported:",
    noReport: "no number",
    howToRead:
      "Arrow keys read day by day, Page Up and Page Down go to the numbers that documents give, Enter shows the day on the map.",
    drawing: "Chart",
    tableDay: "Day",
    tableValue: "Number",
    tableWho: "Who says so",
    tableSays: "What it says",
    previousRows: "Previous rows",
    nextRows: "Next rows",
  },
  compareModes: {
    mode: "Show the comparison as",
    modes: { difference: "Difference", swipe: "Swipe", beside: "Side by side" },
    divider: "Divider between the two days",
    dividerAt: (percent: number, day: string) => `${percent}\u00a0% of the map shows ${day}`,
  },
  filterForm: {
    note: "Filters lists, the table and the events on the map; who holds what is never filtered. Each choice judges only what tells of it: events name no side.",
    textHint: "Words in a record or name",
  },
  playFields: {
    daysPerSecond: "Days per second",
    loop: "Begin again at the end",
    changesOnly: "Stop only on days with changes",
    from: "From",
    to: "To",
    allDays: "All days",
  },
  groundChoice: {
    name: "Ground shown as",
    options: {
      holder: "Who holds it",
      changed: "The day it changed hands",
      gained: "Gained since a day",
      places: "Who holds the nearest place (inferred)",
    },
    since: "Gained since",
    trail: "Earlier front lines, in days",
    none: "None",
  },
  ground: {
    area: "Area at the end of the day",
    heldKm2: (side, km2, gained) => `${side} ${km2} km²${gained === undefined ? "" : ` (+${gained})`}`,
    place: (name) => `A place of the gazetteer ${name}, not of the data set.`,
  },
  embed: {
    whole: "Open the whole map",
    gestures: {
      control: "Hold Ctrl and scroll to zoom the map",
      command: "Hold ⌘ and scroll to zoom the map",
      touch: "Move the map with two fingers",
    },
  },
  file: {
    noBaseMap:
      "This page is one file and asks no network for anything, so it cannot show a base map of your own.",
  },
  wall: {
    region: "Wall mode",
    leave: "Leave",
    notFull: "F11 or the browser’s menu fills the screen.",
    notAwake: "This browser does not keep the screen from going dark.",
  },
  tour: {
    position: (number, total) => `${number} of ${total}`,
    next: "Next",
    back: "Back",
    skip: "Skip the tour",
    finish: "Done",
    stops: {
      map: {
        name: "The map",
        text: "The colours tell who held the ground at the end of the day, and the dark line is the front. Choose a town to read its history of control and who says so.",
      },
      legend: {
        name: "The legend",
        text: "What each sign means: always just what is on the map. Its last line says how the front line came about.",
      },
      days: {
        name: "The days",
        text: "Drag the slider, press Play or use the arrow keys. The bars count what changed hands on each day; signs above them mark events.",
      },
      day: {
        name: "What happened that day",
        text: "Which places changed hands, who says so and how certain it is, what contradicts it, and what else the record has of the day.",
      },
      story: {
        name: "The story",
        text: "The whole course, told step by step beside the map. Small numbers open the records that each sentence rests on.",
      },
      search: {
        name: "Find a place",
        text: "Type a name in any spelling; the slash key leads here as well. The map goes to what you choose.",
      },
      tools: {
        name: "Everything else",
        text: "Put layers away, see all settlements in a table, save the picture. This tour and the list of keys stay behind the three dots.",
      },
    },
  },
};
