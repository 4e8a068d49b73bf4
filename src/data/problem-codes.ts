interface ProblemKind {
  /** What the kind is, in one line: its heading on the page and in the table of `docs/problems.md`. */
  readonly meaning: string;
  /** What usually mends it. A problem may know better: its own `remedy` counts. */
  readonly remedy: string;
}

/**
 * Every kind of problem once, under its code. Codes are for programs and for those who search: a message may be worded
 * anew, its code stays. Whoever takes one away breaks what others wrote against it.
 */
export const PROBLEM_CODES = {
  // Files as such.
  "file-missing": {
    meaning: "A file that is not there or cannot be read",
    remedy: "Add the file, or correct its name in dataset.json",
  },
  "empty-file": { meaning: "A file without any content", remedy: "Fill it, or take it out of dataset.json" },
  "file-too-large": {
    meaning: "A file too large to be read",
    remedy: "Split it, or take out what is not needed",
  },
  "not-a-text-file": {
    meaning: "A file that is no text",
    remedy: "Export the data as GeoJSON or as CSV in UTF-8",
  },
  "not-utf-8": { meaning: "A text in another encoding than UTF-8", remedy: "Save it as UTF-8" },
  "read-as-declared": {
    meaning: "A text in another encoding than UTF-8, which the data set declares",
    remedy: "Nothing need be done",
  },
  "damaged-archive": {
    meaning: "A zip archive that cannot be opened",
    remedy: "Pack the folder again, or drop the folder itself",
  },
  "archive-too-large": {
    meaning: "A zip archive with too many or too large files",
    remedy: "Pack only the files of the data set",
  },
  "damaged-compiled-file": {
    meaning: "A compiled data set that cannot be read",
    remedy: "Compile the data set again, or open its folder",
  },
  "missing-part": {
    meaning: "A part of a compiled data set that is missing or damaged",
    remedy: "Put its file beside the compiled one again, or compile the data set again",
  },
  "several-data-sets": {
    meaning: "More than one data set at a time",
    remedy: "Open one of the folders by itself",
  },

  // Files of any kind, read for what they are.
  "unknown-file-kind": {
    meaning: "A file of a kind that is not read, whatever its name says",
    remedy: "Save the data as a table, GeoJSON, KML, a shapefile or a GeoPackage",
  },
  "damaged-file": {
    meaning: "A file that is cut off or damaged",
    remedy: "Take it from where it was first saved, or export it again",
  },
  "protected-file": {
    meaning: "A file that is protected by a password",
    remedy: "Save it without a password, or unpack it with it",
  },
  "cut-short": {
    meaning: "Data of which a service gave a part alone",
    remedy: "Fetch the pages that follow, too",
  },
  "imports-not-read": {
    meaning: "A data set of imported files, where files of other kinds cannot be read",
    remedy: "Open it in the dashboard or on the command line",
  },
  "unknown-sheet": {
    meaning: "A sheet of an imported file of which the data set does not say what it means",
    remedy: "Import the files anew, or take this one out",
  },
  "table-too-large": {
    meaning: "A table with too many rows or columns",
    remedy: "Take out rows and columns that are not needed",
  },
  "ground-too-large": {
    meaning: "Ground with more places, edges or changes than are read",
    remedy: "Draw the outlines more coarsely, or tell the story in several data sets",
  },
  "nested-too-deeply": {
    meaning: "Things within things without an end",
    remedy: "Export the data again: no format of data is nested like this",
  },
  "entities-in-xml": {
    meaning: "XML that declares texts or files to be brought in",
    remedy: "Take the declarations of entities out",
  },
  "network-link": {
    meaning: "A link to data that lie elsewhere, which is never followed",
    remedy: "Open the link yourself, and drop the file that it leads to",
  },

  // Exported pictures, which say what they show.
  "unknown-picture": {
    meaning: "A file that is no PNG, JPEG, WebP or PDF",
    remedy: "Take the picture or page as it was exported",
  },
  "damaged-picture": {
    meaning: "An exported picture that is cut off or damaged",
    remedy: "Take the picture from where it was first saved",
  },
  "picture-without-provenance": {
    meaning: "A picture that does not say which view it shows",
    remedy: "Take the exported file itself: messengers and editors leave out what it says",
  },

  // JSON, tables and records of any kind.
  "broken-json": {
    meaning: "A text that is not JSON",
    remedy: "Look for a missing or surplus comma, quote or bracket just before the place named",
  },
  "missing-column": {
    meaning: "A column or property that the file does not have",
    remedy: "Add it, or name the one that stands for it in dataset.json",
  },
  "repeated-column": { meaning: "A column that stands twice", remedy: "Rename or delete one of the two" },
  "wrong-cell-count": {
    meaning: "A row with more or fewer cells than the header",
    remedy: "Put texts with a comma, semicolon or line break in double quotes",
  },
  "broken-quotes": { meaning: "Double quotes that do not match", remedy: 'Double each " within a text' },
  "unknown-language": {
    meaning: "A column of translations in a language that is none, or that of the texts themselves",
    remedy: "Correct the code of the language, or declare text_language in dataset.json",
  },
  "translation-without-text": {
    meaning: "A translation of a text that is not there",
    remedy: "Fill in the text, or take the translation out",
  },
  "translations-differ": {
    meaning: "A name that is translated in two ways",
    remedy: "Use one of them everywhere",
  },
  "not-translated": {
    meaning: "Records without their texts in a language that others have",
    remedy: "Translate them, or leave them: the original is shown",
  },
  "html-in-text": { meaning: "HTML in a text", remedy: "Take the marks out" },
  "formula-in-text": {
    meaning: "A text that looks like a formula",
    remedy: "Check that no formula was meant to give a value there",
  },
  "not-a-list": { meaning: "Something else where a list should be", remedy: "Put it in square brackets" },
  "not-an-object": {
    meaning: "Something else where an object should be",
    remedy: "Write it as an object, in curly brackets",
  },
  "missing-member": { meaning: "A value that is missing", remedy: "Add the value" },
  "unknown-member": {
    meaning: "A word that may not stand there",
    remedy: "Correct the word, or take it out",
  },
  "wrong-value": { meaning: "A value of another kind than expected", remedy: "Correct the value" },
  "unknown-value": {
    meaning: "A value that is none of those allowed",
    remedy: "Use one of the words that are listed",
  },
  "not-a-text": { meaning: "Something else where a text should be", remedy: "Correct the value" },
  "not-a-number": {
    meaning: "A number that is none, or out of its range",
    remedy: "Correct it, without a unit",
  },
  "not-an-id": {
    meaning: "A text that cannot be an id",
    remedy: "Use letters, digits and the signs - _ . : / without blanks",
  },
  "not-a-day": { meaning: "A day that cannot be read", remedy: "Write a real day as YYYY-MM-DD" },
  "number-for-day": {
    meaning: "A day written as a count of seconds or milliseconds",
    remedy: "Declare day_numbers in files.control of dataset.json",
  },
  "not-a-file-name": {
    meaning: "A name of a file that lies outside the folder, or is none",
    remedy: "Put the file into the folder and give its name there",
  },

  // The declaration, and what records say of each other.
  "unknown-format": { meaning: "An unknown version of the format", remedy: "Correct format" },
  "newer-format": {
    meaning: "A data set made for a newer program",
    remedy: "Open it with a newer Frontline Atlas",
  },
  "no-sides": { meaning: "No side is declared", remedy: "Declare at least one side in dataset.json" },
  "no-days": {
    meaning: "No day of the story is known",
    remedy: "Add first_day and last_day, or mend the control files",
  },
  "impossible-span": {
    meaning: "A story that ends before it begins, or lasts too long",
    remedy: "Correct first_day, last_day or the days of the areas",
  },
  "colours-alike": {
    meaning: "Two sides in colours that are hard to tell apart",
    remedy: "Choose another colour for one of the two",
  },
  "repeated-id": { meaning: "An id that another record has", remedy: "Rename or delete one of the two" },
  "unknown-side": {
    meaning: "A side that is not declared",
    remedy: "Correct the id, or declare the side in dataset.json",
  },
  "side-without-ground": {
    meaning: "A side that holds no ground where one that does is needed",
    remedy: "Name another side, or correct holds_ground",
  },
  "ambiguous-settlement": {
    meaning: "A name that several settlements have",
    remedy: "Write the id of the one that is meant",
  },
  "unknown-settlement": {
    meaning: "A settlement that the data set does not have",
    remedy: "Correct the id, or add the settlement",
  },
  "unknown-source": {
    meaning: "A document that the data set does not list",
    remedy: "Correct the id, or add the document",
  },
  "unknown-highway": {
    meaning: "A highway that the data set does not have",
    remedy: "Correct the id, or add the highway",
  },
  "unknown-region": {
    meaning: "A region that the data set does not have",
    remedy: "Correct the id, or add the region",
  },
  "unknown-record": {
    meaning: "A contradicted record that its file does not have",
    remedy: "Correct the id in contradicts, or leave it empty",
  },
  "unknown-post": {
    meaning: "A post that the data set does not have",
    remedy: "Correct the id, or add the post",
  },
  "unknown-told-record": {
    meaning: "A sentence that rests on a record that the data set does not have",
    remedy: "Correct the id in square brackets, or take it out",
  },
  "unknown-layer": {
    meaning: "A layer that the map does not have",
    remedy: "Use one of the keys that are listed",
  },
  "missing-language": {
    meaning: "A text that lacks a language that others of its file have",
    remedy: "Add the text in that language",
  },
  "days-reversed": {
    meaning: "Days that end before they begin",
    remedy: "Swap or correct the two days",
  },
  "outside-story": {
    meaning: "Days outside the story",
    remedy: "Correct them, or first_day and last_day of the story",
  },
  "range-reversed": {
    meaning: "An upper end of a range that is not above the lower",
    remedy: "Swap the two, or leave the upper end empty",
  },
  "patrols-outside-corridor": {
    meaning: "Patrols on days on which their corridor is not in force",
    remedy: "Correct the days of one of the two",
  },

  // Shapes and positions.
  "not-geojson": {
    meaning: "A file or feature that is no GeoJSON",
    remedy: "Export the layer as GeoJSON again",
  },
  "invalid-geojson": {
    meaning: "Coordinates that GeoJSON does not allow",
    remedy: "Correct the coordinates, or draw the shape again",
  },
  "no-features": { meaning: "A file without any feature", remedy: "Draw some, or delete the file" },
  "no-position": {
    meaning: "A shape without any position",
    remedy: "Draw the shape, or delete the feature",
  },
  "wrong-geometry": {
    meaning: "A shape of another type than is read there",
    remedy: "Draw it as one of the types that are listed",
  },
  "turned-into-degrees": {
    meaning: "Coordinates in metres of Web Mercator, which were turned into degrees",
    remedy: "Nothing need be done",
  },
  "not-in-degrees": {
    meaning: "Coordinates in another system than longitude and latitude",
    remedy: "Export the layer in EPSG:4326",
  },
  "unknown-coordinate-system": {
    meaning: "Coordinates in a system that is not known",
    remedy: "Export the layer in EPSG:4326",
  },
  "broken-shape": {
    meaning: "A shape or position that cannot be read",
    remedy: "Draw or write it again, or delete it",
  },
  "swapped-position": {
    meaning: "Longitude and latitude that look swapped",
    remedy: "Put the longitude first",
  },
  "off-globe": { meaning: "A position that is not on the globe", remedy: "Correct the position" },
  "beyond-180": {
    meaning: "A shape beyond 180 degrees of longitude",
    remedy: "Nothing where it could be brought back, else cut it there",
  },
  "edge-around-globe": {
    meaning: "An edge that goes more than half around the globe",
    remedy: "Write 181 for -179 where it is to cross at 180 degrees, or cut the shape there",
  },
  "outside-bounds": {
    meaning: "A position far from the rest of the data set",
    remedy: "Check the position, or the bounds in dataset.json",
  },
  "third-value": { meaning: "Positions with a height", remedy: "Nothing: it is left away" },
  "number-as-text": {
    meaning: "Coordinates written as texts",
    remedy: "Export the layer again, with numbers without quotes",
  },
  "repeated-position": {
    meaning: "Positions that repeat the one before",
    remedy: "Nothing: they are left away",
  },
  "ring-not-closed": {
    meaning: "Rings that do not end where they begin",
    remedy: "Check that no position is missing at the end",
  },
  "flat-ring": { meaning: "Rings that enclose nothing", remedy: "Delete them, or draw them again" },
  "ring-wound-backwards": {
    meaning: "Rings wound against the rule of GeoJSON",
    remedy: "Nothing: they are read either way",
  },
  "hole-outside-ring": {
    meaning: "A hole outside the ring that it should be cut from",
    remedy: "Delete it, or make it a polygon of its own",
  },
  "ring-crosses-itself": {
    meaning: "Edges of one area that cross",
    remedy: "Draw the outline anew at the place named",
  },
  "ground-drawn-twice": {
    meaning: "Ground that is drawn twice for the same side",
    remedy: "Nothing: it is counted once",
  },
  "outline-too-tangled": {
    meaning: "An outline too tangled to be put in order",
    remedy: "Draw the outline anew",
  },

  // Control areas and front lines, day by day.
  "no-areas": {
    meaning: "No area where there should be some",
    remedy: "Draw the areas, or export the layer again",
  },
  "theatre-found": {
    meaning: "A theatre that was taken from the countries under the areas",
    remedy: "Nothing, if they are right; else name the countries in theatre",
  },
  "places-lent": {
    meaning: "Places of a gazetteer in the stead of settlements",
    remedy: "Nothing, or name a file of settlements; gazetteer: none shows the areas alone",
  },
  "places-missing": {
    meaning: "A gazetteer that could not be read",
    remedy: "Try again; until then the areas are shown without places",
  },
  "missing-day": {
    meaning: "Days of the story without any area",
    remedy: "Add the areas; until then nothing is told of the ground on these days",
  },
  "open-end": {
    meaning: "Areas or lines without an end",
    remedy: "Nothing where they hold to the last day, else give each its end",
  },
  "repeated-area": {
    meaning: "Two versions of one area on the same day",
    remedy: "End the earlier one where the later begins",
  },
  "sides-overlap": {
    meaning: "Ground that two sides hold on the same day",
    remedy: "Cut one of the two areas along the other",
  },
  "areas-not-checked": {
    meaning: "Areas too tangled to be checked on all days",
    remedy: "Mend the crossings that are listed, and validate again",
  },
  "not-two-sides": {
    meaning: "A front line that is not between two sides",
    remedy: 'Write it as ["one side", "other side"]',
  },
  "left-out-by-value": {
    meaning: "Features that dataset.json says to leave out",
    remedy: "Nothing, if that is meant",
  },
  "point-left-out": {
    meaning: "Points among areas and lines",
    remedy: "Nothing, unless they should be areas",
  },
  "day-of-file-unknown": {
    meaning: "A daily file that does not tell its day, or tells two",
    remedy: "Name the file by its day, such as 2024-07-08.geojson",
  },
  "day-pattern-guessed": {
    meaning: "Names of daily files without the year in full",
    remedy: "Declare day_pattern in files.control of dataset.json",
  },
  "repeated-day": { meaning: "Two files for one day", remedy: "Delete or rename one of the two" },
  "claims-and-areas-disagree": {
    meaning: "A place that claims and areas put under different sides",
    remedy: "Redraw the areas of that day, or correct the claims",
  },
  "areas-not-compared": {
    meaning: "Claims that could not be compared with the areas",
    remedy: "Mend the errors of the areas, and validate again",
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;

/** What kind a problem is of. It stays the same when messages are worded anew. */
export type ProblemCode = keyof typeof PROBLEM_CODES;
