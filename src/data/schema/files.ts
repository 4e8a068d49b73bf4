import * as v from "valibot";
import { CONTROL } from "./control.ts";
import { NAME_COLUMN } from "./name-column.ts";
import { SETTLEMENT_ROW } from "./settlement.ts";
import { CLAIM, EVENT, FIGURE } from "./statements.ts";
import { choice, flag, means, optional, text } from "./values.ts";

/**
 * Only names inside the folder are allowed: a data set from elsewhere must neither make a page ask another site for
 * data nor make the command line read outside the folder it was given.
 */
const FILE_NAME = /^(?!\.\.?(\/|$))[^/\\:?#%]+(\/(?!\.\.?(\/|$))[^/\\:?#%]+)*$/;
const FILE_OR_FOLDER_NAME = /^(?!\.\.?(\/|$))[^/\\:?#%]+(\/(?!\.\.?(\/|$))[^/\\:?#%]+)*\/?$/;

function fileName(description: string) {
  return v.pipe(
    v.string(),
    v.regex(FILE_NAME),
    means({
      description,
      expected: "the name of a file in the folder",
      code: "not-a-file-name",
      remedy: "put the file into the folder and name it here",
    }),
  );
}

const folderName = v.pipe(
  v.string(),
  v.regex(FILE_OR_FOLDER_NAME),
  means({
    description: "A GeoJSON file, or a folder with one for each day",
    expected: "the name of a file or folder in the folder",
    code: "not-a-file-name",
    remedy: "put it into the folder and name it here",
  }),
  v.transform((path) => path.replace(/\/$/, "")),
);

/** An object with any of the words, each leading to the name that a file has for it. */
function mapping<const Word extends string>(words: readonly Word[], description: string) {
  const name = v.optional(text("The file's own name for it"));
  const names = Object.fromEntries(words.map((word) => [word, name])) as Record<Word, typeof name>;
  const expected = "an object with our words on the left, the file's own on the right";
  return v.pipe(v.strictObject(names), means({ description, expected }));
}

/** Our words for what the file of settlements tells; `lng` and `lat` are read from tables only. */
export type SettlementColumn = keyof typeof SETTLEMENT_ROW.entries;
/** Our words for what a feature of the control files tells. `date` is the day of a file that holds for one day. */
export type ControlProperty = keyof typeof CONTROL.entries;

export const SETTLEMENT_COLUMNS = Object.keys(SETTLEMENT_ROW.entries) as SettlementColumn[];
/** Those whose values may be foreign words too. */
export const VALUE_PROPERTIES = ["role", "side", "basis"] as const;
export const CONTROL_PROPERTIES = Object.keys(CONTROL.entries) as ControlProperty[];

/** Our words for a settlement, and `name:uk` and the like. */
const SETTLEMENT_WORD = new RegExp(`^(?:${SETTLEMENT_COLUMNS.join("|")})$|${NAME_COLUMN.source}`);

const SETTLEMENTS_FILE = v.object({
  path: fileName("GeoJSON, or a CSV table if its name ends in .csv"),
  columns: optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.regex(SETTLEMENT_WORD)), text("The file's own name for it")),
      means({
        description: "The columns or properties of the file, by our words",
        expected: "an object with our words on the left, the file's own on the right",
      }),
    ),
  ),
});

const valueMap = v.pipe(
  v.record(
    v.string(),
    v.pipe(v.nullable(v.string()), means({ expected: "our word, or null to leave such features out" })),
  ),
  means({
    description: "The file's values on the left, ours on the right; null leaves such features out",
    expected: "an object with the file's values on the left and ours, or null, on the right",
  }),
);

/** What a day that is written as a number counts, from the start of 1970 in UTC; services for maps give milliseconds. */
const DAY_NUMBERS = ["milliseconds", "seconds"] as const;
export type DayNumbers = (typeof DAY_NUMBERS)[number];

/** Year, month and day once each, with anything but digits and letters between them. */
const DAY_PATTERN =
  /^(?=[^Y]*(?:YYYY|YY)[^Y]*$)(?=[^M]*MM[^M]*$)(?=[^D]*DD[^D]*$)(?:[YMD]|[^A-Za-z0-9/\\])+$/;

const CONTROL_FILE = v.object({
  path: folderName,
  day_numbers: optional(
    choice(DAY_NUMBERS, "What days written as numbers count, from the start of 1970 in UTC"),
  ),
  day_pattern: optional(
    v.pipe(
      v.string(),
      v.regex(DAY_PATTERN),
      means({
        description: "How the names of daily files write the day, such as YYMMDD or DD.MM.YYYY",
        expected: "YYYY or YY, MM and DD once each, such as YYMMDD or DD.MM.YYYY",
      }),
    ),
  ),
  to_inclusive: optional(flag("True if an area still holds on the day that its to names"), false),
  side: optional(text("Id of the side of every feature that names none")),
  properties: optional(mapping(CONTROL_PROPERTIES, "The properties of the features, by our words")),
  values: optional(
    v.pipe(
      v.strictObject({ role: optional(valueMap), side: optional(valueMap), basis: optional(valueMap) }),
      means({
        description: "The values of the features, by our words for the properties",
        expected: "an object with role, side or basis",
      }),
    ),
  ),
});

/** A table of statements: its name, or that with what it calls its columns and values. */
function statementsFile({ entries }: { readonly entries: object }, description: string) {
  const words = Object.keys(entries);
  const map = optional(v.record(v.string(), text("Our word for it")));
  const values = v.strictObject(Object.fromEntries(words.map((word) => [word, map])));
  return v.pipe(
    v.union([
      fileName(description),
      v.object({
        path: fileName(description),
        columns: optional(mapping(words, "The columns of the table, by our words")),
        values: optional(
          v.pipe(
            values,
            means({
              description: "The values of a column, by our word for the column",
              expected:
                "an object with our words for columns, each with the file's values on the left and ours on the right",
            }),
          ),
        ),
      }),
    ]),
    means({
      description,
      expected: "the name of a file in the folder",
      code: "not-a-file-name",
      remedy: "put the file into the folder and name it here",
    }),
  );
}

const settlements = v.pipe(
  v.union([fileName("GeoJSON, or a CSV table if its name ends in .csv"), SETTLEMENTS_FILE]),
  means({
    description: "Every place the story speaks of",
    expected: "the name of a file in the folder",
    code: "not-a-file-name",
    remedy: "put the file into the folder and name it here",
  }),
);

const control = v.pipe(
  v.union([folderName, CONTROL_FILE]),
  means({
    description: "Areas by side and the lines between them, dated",
    expected: "the name of a file or folder in the folder",
    code: "not-a-file-name",
    remedy: "put it into the folder and name it here",
  }),
);

/** The member `files` of `dataset.json`. */
export const FILES = v.object({
  settlements: optional(settlements),
  control: optional(control),
  claims: optional(statementsFile(CLAIM, "CSV: statements of documents about places")),
  highways: optional(fileName("GeoJSON lines")),
  posts: optional(fileName("GeoJSON points: observation posts")),
  sources: optional(fileName("JSON: the documents")),
  events: optional(statementsFile(EVENT, "CSV: what happened besides places changing hands")),
  figures: optional(statementsFile(FIGURE, "CSV: numbers that documents give")),
  regions: optional(fileName("GeoJSON polygons: named ground within which areas and highways are measured")),
  theatre: optional(fileName("GeoJSON polygons: the ground over which control is told")),
  story: optional(fileName("JSON: the story told in steps, each with a text and what the map shows")),
});
