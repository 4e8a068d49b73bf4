import { dates, inSentence } from "./forms.ts";
import type { LaterWords } from "../later-words.ts";
import { enDataProblem, enViewProblem } from "./address.ts";

/** The English words of what is there once it is asked for. */
export const enLater: LaterWords = {
  viewProblem: enViewProblem,
  dataProblem: enDataProblem,
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
