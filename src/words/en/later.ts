import type { LaterWords } from "../later-words.ts";
import { enDataProblem, enViewProblem } from "./address.ts";
import { enEvents } from "./events.ts";

/** The English words of what is there once it is asked for. */
export const enLater: LaterWords = {
  viewProblem: enViewProblem,
  dataProblem: enDataProblem,
  events: enEvents,
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
