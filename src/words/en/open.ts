import type { OpenWords } from "../open-words.ts";

/** The English words for opening data of one's own, but those of its dialog. */
export const enOpen: OpenWords = {
  button: "Open data",
  privacy: "The files are read on this computer. Nothing is uploaded.",
  dropHere: "Drop to open",
  dropHint:
    "A folder, a zip archive or files of any kind. What is shown now stays until the new data is ready.",
  showStory: "Show the bundled story",
  failed: (name, reason) => `${name === "" ? "The data" : name} could not be opened: ${reason}`,
  opened: (title) => `${title} is shown. Nothing has left this computer.`,
  notKept: (title, hasNoRoom) =>
    hasNoRoom
      ? `${title} is shown, but this browser has no room to keep it. Forget other data sets to make room.`
      : `${title} is shown, but this browser keeps no data for this page. Keep the files to open it again.`,
  notHere:
    "The address names a data set that is not kept in this browser. Such links work only where the data was opened; the bundled story is shown.",
  notForgotten: "The browser refused to forget the data. Clear this page’s data in the browser’s settings.",
  followed: "The files have changed: this is their new state.",
  held: "The files have changed and now have errors. What is shown is their last good state.",
  lost: "The server no longer answers. The page stays as it is and does not follow the files until the server is started again.",
  reached: "The server answers again: the page follows the files.",
};
