import type { OwnWords } from "../own-words.ts";
import { plural } from "./forms.ts";

/** The English words for the reader's own data. */
export const enOwn: OwnWords = {
  edit: {
    addClaim: "Add a claim",
    move: "Move this place",
    starting: "Reading the files…",
    whyNot: {
      compiled: "A compiled file cannot be changed here: open the folder or archive that it was made of.",
      kept: "What this browser has kept cannot be changed: open its folder or archive again.",
      served: "This page shows what a server has, which cannot be changed here.",
      lent: "The base map lends this place: the data set has no list of places that could be changed.",
    },
    copyNote: "You change a copy. The files it comes from stay as they are.",
    claimAbout: (place) => `A claim about ${place}`,
    moveOf: (place) => `Position of ${place}`,
    firstDay: "Day",
    lastDay: "Until",
    lastDayHint: "Only if the day is not known: the last on which it can have happened.",
    side: "Side",
    noSide: "None",
    action: "What happened",
    source: "Source",
    sourceHint: "A document of the data set, or a web address.",
    summary: "What it says",
    noColumn: "The table of claims has no column for this.",
    lng: "Longitude",
    lat: "Latitude",
    moveHint: "Drag the pin on the map, or type degrees.",
    add: "Add",
    moveHere: "Move",
    cancel: "Cancel",
    refused: "Not done: the data set would then have a problem that it does not have now.",
    added: "The claim is added.",
    moved: "The place is moved.",
    bar: "Changes to the data",
    unsaved: (count) => plural(count, { one: "# unsaved change", other: "# unsaved changes" }),
    allSaved: "All changes are saved",
    working: "Working…",
    undo: "Undo",
    redo: "Redo",
    saveFolder: "Save to the folder",
    saveNewFolder: "Save as a folder…",
    saveZip: "Save as zip",
    savedFolder: (folder, files) =>
      `Saved to the folder ${folder}: ${plural(files, { one: "# file written", other: "# files written" })}.`,
    savedZip: "Saved as an archive, which opens here again.",
    notSaved: (reason) => `Not saved: ${reason}`,
    unsavedTitle: "Changes that are not saved",
    unsavedText: (count) =>
      `The data on the page has ${plural(count, { one: "# unsaved change", other: "# unsaved changes" })}. Opening other data puts ${count === 1 ? "it" : "them"} away.`,
    discard: "Put them away and go on",
    keep: "Stay here",
  },
  follow: {
    hint: "The page follows a folder: when a file changes, so does the dashboard.",
    changed: "The files in the folder have changed.",
    apply: "Take them, and my changes with them",
    takeTheirs: "Take them without my changes",
    noPermission: (folder) =>
      `The browser no longer lets this page read the folder ${folder}. Open it again to follow it.`,
    gone: (folder) => `The folder ${folder} is no longer there. The page stays as it is.`,
  },
  address: {
    title: "Open data from an address",
    question: "The link that you followed asks this page to fetch data from elsewhere.",
    host: "Host",
    whole: "Address",
    requests: (isDeclaration) =>
      isDeclaration
        ? "Your browser would ask for this file, and for the files beside it that it names."
        : "Your browser would ask for this one file.",
    nothingElse:
      "The host learns your network address and nothing of what you do here. Nothing else is asked for, and nothing is sent.",
    pinned: "The link says which content is meant (SHA-256); any other is not opened.",
    open: "Fetch and open",
    not: "Do not open",
    fetching: "Fetching…",
    fault: (fault, detail) =>
      ({
        "not-http": `Only addresses that begin with https:// or http:// can be opened, and this one does not: ${detail}`,
        unreachable:
          "Nothing came. Either there is no network or no such host, or the host does not allow pages from elsewhere to read its files (CORS): ask who runs it, or download the file and open it here.",
        redirected:
          "The host leads on to another address, which you were not asked about. Use that address in the link.",
        refused: `The host answered ${detail}.`,
        "too-large": `The file is larger than ${detail}, the most that can be opened here.`,
        "other-hash": `The content is another than the link says. Its SHA-256 is ${detail}. Nothing was opened.`,
        "no-hash":
          "This page cannot check which content came, since it was not opened from https. Nothing was opened.",
        outside: `The data set names a file that does not lie beside it: ${detail}`,
      })[fault],
    came: "SHA-256 of what came",
    pin: "Link to exactly this content",
    show: "Show on the dashboard",
  },
};
