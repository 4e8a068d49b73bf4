import { type ConversionConfig, type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { CLAIM, EVENT, FIGURE } from "../src/data/schema/statements.ts";
import { CONTROL } from "../src/data/schema/control.ts";
import { DECLARATION } from "../src/data/schema/declaration.ts";
import { AREA, AREAS, featureCollection, LINE, LINES, POINT } from "../src/data/schema/geojson.ts";
import { NAMED_SHAPE } from "../src/data/schema/named-shape.ts";
import { matchTranslations, type TextColumn, TEXTS_OF } from "../src/data/schema/name-column.ts";
import { NARRATIVE } from "../src/data/schema/narrative.ts";
import { POST } from "../src/data/schema/post.ts";
import { SETTLEMENT, SETTLEMENT_ROW } from "../src/data/schema/settlement.ts";
import { SOURCE } from "../src/data/schema/source.ts";

export interface FileKind {
  readonly title: string;
  readonly definition: v.GenericSchema;
  /** A CSV table: the schema is that of its rows, as objects of texts. */
  readonly isTable?: true;
  /** The columns that may stand there in other languages too. */
  readonly texts?: readonly TextColumn[];
}

/** What a file of each kind may be, by the name of its schema. */
export const FILE_KINDS: Readonly<Record<string, FileKind>> = {
  dataset: { title: "dataset.json of a Frontline Atlas data set", definition: DECLARATION },
  settlements: { title: "Settlements, by our own words", definition: featureCollection(SETTLEMENT, [POINT]) },
  "settlements-table": {
    title: "Table of settlements, by our own words",
    definition: v.array(SETTLEMENT_ROW),
    isTable: true,
  },
  control: {
    title: "Control areas and front lines, by our own words",
    definition: featureCollection(CONTROL, [AREA, AREAS, LINE, LINES]),
  },
  claims: {
    title: "Table of claims",
    definition: v.array(CLAIM),
    isTable: true,
    texts: TEXTS_OF.claims,
  },
  events: {
    title: "Table of events",
    definition: v.array(EVENT),
    isTable: true,
    texts: TEXTS_OF.events,
  },
  figures: {
    title: "Table of figures",
    definition: v.array(FIGURE),
    isTable: true,
    texts: TEXTS_OF.figures,
  },
  posts: { title: "Observation posts", definition: featureCollection(POST, [POINT]) },
  highways: { title: "Highways", definition: featureCollection(NAMED_SHAPE, [LINE]) },
  regions: { title: "Regions", definition: featureCollection(NAMED_SHAPE, [AREA, AREAS]) },
  theatre: { title: "The theatre", definition: featureCollection(v.unknown(), [AREA, AREAS]) },
  sources: { title: "Documents", definition: v.array(SOURCE) },
  story: { title: "story.json: the story told in steps", definition: NARRATIVE },
};

type JsonObject = Readonly<Record<string, unknown>>;

const CONVERSION: ConversionConfig = {
  typeMode: "input",
  // Cannot be said in JSON Schema: that a day is in the calendar, that west is west of east. The reader checks it.
  ignoreActions: ["trim", "check"],
  overrideAction({ valibotAction, jsonSchema }) {
    // Published patterns are those of ECMA-262 with the flag u, as the standard recommends.
    if (valibotAction.type === "regex") return jsonSchema;
    if (valibotAction.type !== "metadata") return undefined;
    const { code: _code, expected: _expected, remedy: _remedy, ...published } = jsonSchema as JsonObject;
    return published;
  },
  overrideSchema({ valibotSchema, jsonSchema }) {
    const mayBeNull = jsonSchema.anyOf?.some(
      (choice) => typeof choice === "object" && choice.type === "null",
    );
    return valibotSchema.type === "optional" && mayBeNull ? shorten(valibotSchema, jsonSchema) : undefined;
  },
};

const BLANK: JsonSchema = { type: ["string", "null"], pattern: String.raw`^\s*$` };

/** A value that may be blank: its own choices first, then blank; and what a blank one stands for. */
function shorten(definition: v.GenericSchema, { anyOf = [] }: JsonSchema): JsonSchema {
  const [value, ...blanks] = anyOf as JsonSchema[];
  const fallback = v.parse(definition, undefined);
  const ending = fallback === undefined ? {} : { default: fallback as JsonSchema["default"] };
  if (!value || blanks.length < 2) return { type: ["string", "null"], ...ending };
  const { description, ...rest } = value;
  const choices = rest.anyOf && Object.keys(rest).length === 1 ? rest.anyOf : [rest];
  return { ...(description === undefined ? {} : { description }), anyOf: [...choices, BLANK], ...ending };
}

const TRANSLATED: JsonSchema = {
  description: "The same in another language, by its code: summary:uk, summary_ar",
  type: ["string", "null"],
};

/** The JSON Schema (draft 7) of a file of that kind, as text. */
export function formatSchema(kind: FileKind): string {
  return `${JSON.stringify(publishSchema(kind), undefined, 2)}\n`;
}

function publishSchema({ title, definition, isTable, texts }: FileKind): JsonSchema {
  const { $schema, ...body } = toJsonSchema(definition, CONVERSION);
  const description = isTable ? "The rows of the CSV table, as objects of texts by column" : undefined;
  const head = { $schema, title, ...(description === undefined ? {} : { description }) };
  const { items } = body;
  if (!texts || typeof items !== "object" || Array.isArray(items)) return { ...head, ...body };
  const patternProperties = { [matchTranslations(texts).source]: TRANSLATED };
  return { ...head, ...body, items: { ...items, patternProperties } };
}
