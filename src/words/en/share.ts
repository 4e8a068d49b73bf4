import type { ShareWords } from "../share-words.ts";
import { dates, LOCALE } from "./forms.ts";

const digits = new Intl.NumberFormat(LOCALE);

export const enShare: ShareWords = {
  link: {
    name: "Link",
    hint: "The address of this view, as a QR code too",
    address: "Address",
    copy: "Copy link",
    what: "It opens this day with what is selected and where the map looks.",
    ofState: (state) =>
      `It says for which state of the data it was made (${state}): over any other, the page tells the reader so.`,
    code: "QR code",
    saveCode: (format) => `Save as ${format}`,
    tooLong: "This address is too long for a QR code. A view with fewer filters has a shorter one.",
  },
  citation: {
    name: "Citation",
    hint: "For papers and articles",
    form: "Form",
    plain: "Text",
    copy: "Copy citation",
    save: "Save as a file",
    noAddress:
      "It has no address, because that of this page works here only. A site that is built with its public address (frontline build --url) gives that one.",
    noMakers: "The data set names nobody whose work it is.",
    title: (name, first, last) =>
      `${name}, ${dates.long(first)}${last === undefined ? "" : ` and ${dates.long(last)}`}`,
    shows: (day) => `Situation at the end of ${dates.long(day)}`,
    compares: (first, last) => `Situation at the end of ${dates.long(first)} and of ${dates.long(last)}`,
    dataset: "data set",
    state: (state) => `data set, state ${state}`,
    licence: (licence) => `Licence: ${licence}`,
    hash: (hash) => `SHA-256 of the data: ${hash}`,
    accessed: (day) => `Accessed ${dates.long(day)}`,
  },
  embed: {
    name: "Embed",
    hint: "The map within an article",
    code: "Code for the article",
    copy: "Copy code",
    width: "Width",
    fullWidth: "All there is",
    height: "Height",
    sizeLimits: (least, most) => `Between ${digits.format(least)} and ${digits.format(most)} pixels.`,
    asReader: "As the reader’s system",
    oneFile:
      "This page is one file, which cannot stand in another page. A site can (frontline build --site).",
    oembed: "Address for oEmbed",
    what: "Map, date, slider, legend and a link to the whole page. Next year it shows the same day as today, with what is known of it then.",
    title: (name, day) => `Map of who held what on ${dates.long(day)}: ${name}`,
  },
  copied: "Copied.",
  notCopied: "The browser does not let the page copy. The text is selected: press Ctrl+C or ⌘C.",
  onlyMachine:
    "This address works on this machine only. A site that is built with its public address (frontline build --url) gives that one.",
  onlyFile: "This address opens this file on this machine. To show it to others, send them the file itself.",
  onlyBrowser: "This address works in this browser only: the data is on this computer and nowhere else.",
  noState: "The browser could not tell the state of the data here, so the address does not say it.",
};
