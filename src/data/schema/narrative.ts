import * as v from "valibot";
import { COMPARE_MODES, GROUNDS } from "../../core/view.ts";
import { bounds, choice, day, id, means, names, number, optional, text, texts } from "./values.ts";

const COMPARE = v.pipe(
  v.object({
    with: day("The day that the step's day is compared with"),
    form: optional(choice(COMPARE_MODES, "How the two are shown"), "difference"),
  }),
  means({
    description: "Another day that the step's day is compared with",
    expected: 'an object with a day, such as {"with": "2020-01-31"}',
  }),
);

const position = v.strictTuple([
  v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.minValue(-85), v.maxValue(85)),
]);

const CAMERA = v.pipe(
  v.strictObject({
    bounds: optional(bounds("West, south, east, north of what is shown")),
    centre: optional(
      v.pipe(position, means({ description: "The middle", expected: "[longitude, latitude] in degrees" })),
    ),
    zoom: optional(number({ min: 0, max: 22 }, "The zoom, with a centre")),
    settlements: optional(
      v.pipe(
        v.array(v.string()),
        v.minLength(1),
        means({ description: "Ids of settlements that are shown", expected: "a list of ids of settlements" }),
      ),
    ),
  }),
  means({
    description: "What the map shows, by one of three ways to say it; without it, what it shows at first",
    expected:
      'one of {"bounds": [west, south, east, north]}, {"centre": [longitude, latitude], "zoom": 9} and {"settlements": [ids]}',
  }),
  v.check(({ bounds, centre, zoom, settlements }) => {
    const ways = [bounds, centre, settlements].filter((way) => way !== undefined);
    return ways.length === 1 && (centre === undefined) === (zoom === undefined);
  }),
);

const SELECT = v.pipe(
  v.strictObject({
    place: optional(text("Id of a settlement")),
    post: optional(text("Id of a post")),
    highway: optional(text("Id of a highway")),
    source: optional(text("Id of a document")),
  }),
  means({
    description: "What is selected",
    expected: "an object with one of place, post, highway and source, and an id",
  }),
  v.check((members) => Object.values(members).filter((id) => id !== undefined).length === 1),
);

/** One step of `story.json`. */
export const NARRATIVE_STEP = v.object({
  id: id("Unique in this file; never changed, because links use it"),
  heading: names("A few words"),
  lead: names("The first sentence, which stands out; ids of records in square brackets, such as [c0123]"),
  text: optional(names("The sentences that follow, with ids of records in the same way"), {}),
  day: day("The day that is shown"),
  compare: optional(COMPARE),
  ground: optional(choice(GROUNDS, "What the colours of the ground tell"), "holder"),
  since: optional(day("The day since which gained ground is shown; without one, the first of the story")),
  camera: optional(CAMERA),
  hide: optional(texts("Keys of the layers that are put away; all others are shown"), []),
  chart: optional(text("Key of the chart below the text, as the address has it")),
  select: optional(SELECT),
});

/** The members of `story.json`, the steps as they stand: each is read by itself. */
export const NARRATIVE_HEAD = v.object({
  title: names("What the story is called"),
  summary: optional(names("What it tells, in a sentence"), {}),
  steps: v.pipe(
    v.array(v.unknown()),
    v.minLength(1),
    means({ description: "The steps, first to last", expected: "a list of one step or more" }),
  ),
});

/** All of `story.json`. */
export const NARRATIVE = v.object({
  ...NARRATIVE_HEAD.entries,
  steps: v.pipe(
    v.array(NARRATIVE_STEP),
    v.minLength(1),
    means({ description: "The steps, first to last", expected: "a list of one step or more" }),
  ),
});
