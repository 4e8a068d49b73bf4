import { formatSize, type OpeningWords } from "../open-words.ts";
import { dates, LOCALE, plural } from "./forms.ts";

const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });
const digits = new Intl.NumberFormat(LOCALE);

/** The English words of the dialog for opening data, apart from the others: that comes only when it is asked for. */
export const enOpening: OpeningWords = {
  title: "Open data",
  introduction:
    "See another conflict on this dashboard: a data set, or files of any kind, such as tables, workbooks, GeoJSON, KML and shapefiles. What they do not say themselves is asked.",
  openFolder: "Open folder…",
  openFiles: "Open zip or files…",
  orDrop: "Or drop them anywhere on this page.",
  pictureHint: "A picture or PDF that was exported here leads back to the view it shows.",
  pictureShown: (day, match) => {
    const shown = `This is the view of the picture: ${dates.long(day)}.`;
    return {
      same: shown,
      changed: `${shown} The data has changed since the picture was made, so the two may differ.`,
      unsure: `${shown} Whether the data has changed since then is not known.`,
    }[match];
  },
  pictureOther: (title) => `The picture shows “${title}”`,
  pictureOtherHelp: (day) =>
    `It is a view of ${dates.long(day)} in another data set than the one on the page. Open that data set below, and the view of the picture is shown.`,
  story: "Bundled story",
  recent: "Opened before, kept in this browser",
  noRecent:
    "None yet. What you open is kept in this browser, so that it can be opened again without its files.",
  noStorage: "This browser keeps no data for this page, as in a private window.",
  recentNote: (source, openedAt, sizeBytes) =>
    [source, moment.format(openedAt), formatSize(sizeBytes, ["KB", "MB"])]
      .filter((part) => part !== "")
      .join(" · "),
  shown: "Shown now",
  forget: "Forget",
  forgetOne: (title) => `Forget ${title}`,
  forgetAll: "Forget all",
  forgotten: "Forgotten.",
  opening: (name) => (name === "" ? "Opening" : `Opening ${name}`),
  finding: (count) => plural(count, { one: "# file found", other: "# files found" }),
  progress: ({ stage, done, total }) => {
    const of = `${digits.format(done)} of ${digits.format(total)}`;
    return {
      reading: `Read ${of} files`,
      checking: `Checked ${of} days`,
      compiling: "Compiling…",
    }[stage];
  },
  stage: (stage) => ({ reading: "Reading", checking: "Checking", compiling: "Compiling" })[stage],
  problemsSoFar: (count) => plural(count, { one: "# problem so far", other: "# problems so far" }),
  preparing: "Preparing the dashboard…",
  cancel: "Cancel",
  cancelled: "Cancelled. The data shown before is still shown.",
  contents: ({ settlements, days, firstDay, lastDay }) => {
    const places = plural(settlements, { one: "# settlement", other: "# settlements" });
    const span = plural(days, { one: "# day", other: "# days" });
    return `${places}, ${span}: ${dates.long(firstDay)} to ${dates.long(lastDay)}.`;
  },
  counts: (errors, warnings, notes) =>
    [
      errors > 0 ? plural(errors, { one: "# error", other: "# errors" }) : "",
      warnings > 0 ? plural(warnings, { one: "# warning", other: "# warnings" }) : "",
      notes > 0 ? plural(notes, { one: "# note", other: "# notes" }) : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  soundIsShown: "Records with errors are left out, all others are shown.",
  show: "Show on the dashboard",
  keepPresent: "Keep what is shown now",
  refused: (name) => `${name === "" ? "These files" : name} cannot be shown.`,
  presentStays: "What was shown before is still shown.",
  furtherProblems: (count) =>
    `${plural(count, { one: "# more problem is", other: "# more problems are" })} in the saved report.`,
  saveCsv: "Save as CSV",
  saveJson: "Save as JSON",
};
