import type { ImportWords } from "../import-words.ts";
import { dates, LOCALE, plural } from "./forms.ts";

const languages = new Intl.DisplayNames(LOCALE, { type: "language" });

/** The English words of the import assistant. */
export const enImport: ImportWords = {
  steps: "Steps",
  step: { files: "Files", meaning: "Meaning", check: "Check", open: "Open" },
  lead: {
    files: "What was read, sheet by sheet.",
    meaning: "What the files were taken to mean. Correct whatever is wrong: the map follows.",
    check: "What comes out of it, and what could not be used.",
    open: "See it on the dashboard, or keep it as a data set.",
  },
  undo: "Undo",
  next: (step) => `Next: ${step}`,
  working: "Working…",
  upToDate: "Up to date.",
  problems: (count) => plural(count, { one: "# problem", other: "# problems" }),
  questions: (count) => plural(count, { one: "# question", other: "# questions" }),
  failed: (reason) => `The files could not be read: ${reason}`,
  tryAgain: "Choose other files",

  map: "Small map",
  mapEmpty: "Nothing can be drawn yet.",
  mapDay: "Day on the small map",
  mapAlt: (day, areas, places) =>
    `${dates.long(day)}: ${plural(areas, { one: "# area", other: "# areas" })}, ${plural(places, { one: "# place", other: "# places" })}`,

  rows: (count) => plural(count, { one: "# row", other: "# rows" }),
  columns: (count) => plural(count, { one: "# column", other: "# columns" }),
  points: (count) => plural(count, { one: "# point", other: "# points" }),
  lines: (count) => plural(count, { one: "# line", other: "# lines" }),
  areas: (count) => plural(count, { one: "# area", other: "# areas" }),
  files: (count) => plural(count, { one: "# file", other: "# files" }),
  nothingRead: "No table and no shapes were found in these files.",
  encodingOf: (file) => `Encoding of ${file}`,
  noteOf: (note) => {
    switch (note.kind) {
      case "encoding-guessed":
        return `The file does not say how its letters are written; read as ${note.encoding}. If names look wrong, choose another encoding.`;
      case "reprojected":
        return `The coordinates were in another system (${note.system}) and were converted to longitude and latitude.`;
      case "placed-by-columns":
        return `Positions were taken from ${note.columns.join(" and ")}.`;
      case "rows-above-header":
        return `${plural(note.count, { one: "# row", other: "# rows" })} above the names of the columns passed over.`;
      case "no-header":
        return "The first row has no names: the columns were numbered.";
      case "row-of-tags":
        return "A row of tags below the names of the columns was left away.";
      case "found-within":
        return `The rows were found in “${note.path}”.`;
      case "files-passed-over":
        return `Passed over, as no data is looked for in them: ${note.paths.join(", ")}.`;
    }
  },
  problemsOfFiles: "Problems in reading",

  dataTitle: "Title",
  nameLanguage: "Language of the names",
  openQuestions: "To be answered by you",
  noQuestions: "Nothing has to be asked.",
  question: ({ about, wanted, sample }) => {
    const example = sample === "" ? "" : ` For example: ${sample}.`;
    return {
      kind: "What is in this sheet?",
      column: `Which column tells this: ${wanted}?`,
      side: sample === "" ? "Whose ground or places are these?" : `Which side does “${sample}” stand for?`,
      rest: "Who holds all that lies in no area?",
      "day-order": `Does the day or the month come first?${example}`,
      "day-numbers": `What do the numbers count that stand for days?${example}`,
      "day-end": `Does the last day of a row still count?${example}`,
      day: "On which day was this so? No column and no file name tells.",
    }[about];
  },
  choose: "Choose…",
  takeBack: "As guessed",
  isWhat: "What it is",
  kind: {
    settlements: "Places",
    "held-places": "Places and who holds them",
    areas: "Areas held",
    lines: "Front line",
    highways: "Highways",
    regions: "Regions or districts",
    claims: "Claims: who took or held what",
    events: "Events",
    figures: "Figures",
    ignored: "Not used",
  },
  column: {
    place: "Name of the place",
    place_id: "Code of the place",
    governorate: "Governorate",
    district: "District",
    precision: "Precision",
    spellings: "Other spellings",
    place_kind: "Kind of place",
    population: "Population",
    importance: "Importance",
    note: "Note",
    side: "Side",
    side_by_day: "Side, a column for each day",
    day: "Day",
    first_day: "First day",
    last_day: "Last day",
    id: "Number of the record",
    source: "Source",
    attribution: "Who says so",
    certainty: "Certainty",
    summary: "Summary",
    action: "What happened to the place",
    extent: "How much of the place",
    actor: "Who did it",
    kind: "Kind",
    title: "Title",
    other_actor: "To whom",
    fatalities: "Fatalities",
    fatalities_low: "Fatalities, at least",
    fatalities_high: "Fatalities, at most",
    day_precision: "Precision of the day",
    measure: "What is counted",
    value: "Number",
    value_high: "Highest number",
    unit: "Unit",
    concerns: "Whom it concerns",
  },
  nameIn: (language) => `Name in ${languages.of(language) ?? language}`,
  notUsed: "Not used",
  meaningOf: (column) => `Meaning of ${column}`,
  row: "Row",
  firstRows: (sheet) => `First rows of ${sheet}`,
  why: (reason, detail) =>
    ({
      told: "You said so.",
      recipe: `The columns are those of ${detail}.`,
      "column-name": `From the name “${detail}”.`,
      values: detail === "" ? "From the values." : `From values such as “${detail}”.`,
      shapes: "From the shapes.",
      columns: "From the columns.",
      "file-name": `From the name of the file: ${detail}.`,
      "only-reading": `“${detail}” can be read in no other way.`,
      format: "The format says so.",
      usual: "A guess: most files have it so.",
      nothing: "A guess: nothing tells.",
    })[reason],
  sheets: "Sheets",
  order: "Day and month",
  orders: { "day-month": "Day first: 31/12", "month-day": "Month first: 12/31" },
  numbers: "Numbers count",
  numberKinds: {
    milliseconds: "milliseconds since 1970",
    seconds: "seconds since 1970",
    serial: "days of a spreadsheet",
    digits: "year, month, day as digits",
  },
  end: "Last day of a row",
  ends: { inclusive: "still counts", exclusive: "no longer counts" },
  dayOfAll: "Day of all rows",
  sides: "Sides",
  colourOf: (side) => `Colour of ${side}`,
  nameOf: (side) => `Name of ${side}`,
  values: "Values",
  sideOf: (value) => `Side of “${value}”`,
  contested: "Contested",
  leftOut: "Left out",
  anotherSide: "Another side…",
  newSide: "Name of the other side",
  use: "Use",
  nobody: "Nobody is known to",
  rest: "What lies in no area is held by",
  sheetSide: "Side of all rows",

  span: (first, last, count) =>
    count === 1
      ? `One day: ${dates.long(first)}.`
      : `${plural(count, { other: "# days" })}: ${dates.long(first)} to ${dates.long(last)}.`,
  contents: "What comes out",
  settlements: (count) => plural(count, { one: "# settlement", other: "# settlements" }),
  phases: (count) => plural(count, { one: "# state of the areas", other: "# states of the areas" }),
  claims: (count) => plural(count, { one: "# claim", other: "# claims" }),
  events: (count) => plural(count, { one: "# event", other: "# events" }),
  figures: (count) => plural(count, { one: "# figure", other: "# figures" }),
  names: "Names as they come out, and who holds the place on the last day",
  noProblems: "No problems: everything could be used.",
  showRow: "Show the row",
  rowOf: (record) => `In the file: ${record}`,
  noRow: "This is about the file as a whole.",
  furtherProblems: (count) =>
    plural(count, { one: "# more is not listed.", other: "# more are not listed." }),

  cannotOpen: "Nothing can be shown yet: no day and no place or area came out. Go back to Meaning.",
  openQuestionsLeft: (count) =>
    `${plural(count, { one: "# question is", other: "# questions are" })} still open; until then a guess is used.`,
  openNow: "Open on the dashboard",
  saveZip: "Save as a data set (zip)",
  saveFolder: "Save as a folder…",
  savedFolder: (folder) => `Saved as the folder ${folder}.`,
  saveHelp:
    "The archive has the files as they were, and a dataset.json that says what they mean: dropped on this page, or unpacked and given to the command line, it opens without a question.",
};
