import { addDays, type Day } from "../../core/day.ts";
import type { ControlShape } from "./control-shape.ts";
import { EXPECTED_DAY } from "../schema/values.ts";
import { countProblems } from "../problem.ts";
import type { ControlReading } from "./control-reading.ts";

interface DatedShape {
  readonly shape: ControlShape;
  readonly from: Day;
  readonly to: Day;
}

/** Reads the one GeoJSON file in which each feature tells its own days. */
export async function readControlFile(reading: ControlReading): Promise<void> {
  const { file, problems, reporter, pacer } = reading;
  const text = await reading.readText(file.path, problems);
  if (text === undefined) return;
  const before = countProblems(problems);
  const shapes = reading.parseShapes(text, file.path);
  if (shapes.length === 0 && countProblems(problems) === before) {
    reporter.error(
      "no-areas",
      "no areas",
      "features that are areas of a side",
      "draw them, or export the layer again",
    );
  }
  const dated = endAll(
    shapes.flatMap((shape) => readDays(shape, reading) ?? []),
    reading,
  );
  refuseDoubles(dated);
  const edges = [...new Set(dated.flatMap(({ from, to }) => [from, to]))].toSorted();
  const coming = dated
    .map((item, order) => ({ ...item, order }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let inForce: typeof coming = [];
  let next = 0;
  for (const [index, from] of edges.entries()) {
    await pacer.pace("checking", index, edges.length);
    inForce = inForce.filter(({ to }) => to > from);
    for (let item = coming[next]; item && item.from <= from; item = coming[++next]) inForce.push(item);
    const to = edges[index + 1];
    if (to === undefined || !inForce.some(({ shape }) => shape.ground.kind === "area")) continue;
    inForce.sort((a, b) => a.order - b.order);
    reading.addPhase(
      { from, to },
      inForce.map(({ shape }) => shape),
    );
  }
}

/** A feature without a `to` is in force to the end of the story, which may still have to be found. */
type OpenShape = Omit<DatedShape, "to"> & { readonly to: Day | undefined };

/**
 * The days of a feature, or `undefined` after reporting why it has none. A feature with one `date` holds that day; one
 * that only begins has no end.
 */
function readDays(shape: ControlShape, { file, ...story }: ControlReading): OpenShape | undefined {
  const { date, reporter } = shape;
  const from = shape.from ?? (shape.to === undefined ? date : undefined);
  const end = shape.to && file.isToIncluded ? addDays(shape.to, 1) : shape.to;
  const to = end ?? (shape.from === undefined && date ? addDays(date, 1) : undefined);
  const names = file.properties;
  if (from === undefined) {
    reporter.about(names.from).error("missing-member", `no ${names.from}`, EXPECTED_DAY, `add ${names.from}`);
    return undefined;
  }
  if (to === undefined) return { shape, from, to };
  if (from >= to) {
    const expected = file.isToIncluded ? "from on or before to" : "from before to; to is the first day after";
    const found = `${names.from} ${from} and ${names.to} ${shape.to ?? to}`;
    reporter.error("days-reversed", found, expected, "correct one of the two");
    return undefined;
  }
  const eve = story.firstDay && addDays(story.firstDay, -1);
  const endOfStory = story.lastDay && addDays(story.lastDay, 1);
  if ((eve && from < eve) || (endOfStory && to > endOfStory)) {
    const expected = `days from ${eve ?? "the first"} to ${endOfStory ?? "the last"}`;
    reporter.warn(
      "outside-story",
      `${names.from} ${from} and ${names.to} ${shape.to ?? to}`,
      expected,
      "check the two days",
    );
  }
  return { shape, from, to };
}

/**
 * The same shapes, those without an end in force to that of the story: its declared last day or, without one, the last
 * on which anything of the file is known to begin or to be in force.
 */
function endAll(shapes: readonly OpenShape[], { file, lastDay, reporter }: ControlReading): DatedShape[] {
  const count = shapes.filter(({ to }) => to === undefined).length;
  const known = shapes.map(({ from, to }) => to ?? addDays(from, 1)).toSorted();
  const end = lastDay === undefined ? known.at(-1) : addDays(lastDay, 1);
  if (count > 0 && end !== undefined) {
    const found = `${count === 1 ? "1 feature" : `${count} features`} without ${file.properties.to}`;
    const until = `${addDays(end, -1)}, the last day ${lastDay === undefined ? "that the file tells of" : "of the story"}`;
    const remedy = lastDay === undefined ? "; declare last_day for a later one" : "";
    reporter.note("open-end", found, "an end of each, or none", `they are in force to ${until}${remedy}`);
  }
  return shapes.map(({ shape, from, to }) => {
    const least = addDays(from, 1);
    return { shape, from, to: to ?? (end !== undefined && end > least ? end : least) };
  });
}

/** Reports features of one id and side that are in force on the same days: two versions of one area. */
function refuseDoubles(dated: readonly DatedShape[]): void {
  const byId = new Map<string, DatedShape[]>();
  for (const item of dated) {
    const { id, ground } = item.shape;
    if ((typeof id !== "string" && typeof id !== "number") || ground.kind !== "area") continue;
    const key = `${ground.side} ${id}`;
    const known = byId.get(key);
    if (known) known.push(item);
    else byId.set(key, [item]);
  }
  for (const items of byId.values()) {
    const inOrder = items.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    let latest: DatedShape | undefined;
    for (const item of inOrder) {
      if (latest && item.from < latest.to) {
        item.shape.reporter.error(
          "repeated-area",
          `id ${JSON.stringify(String(item.shape.id))} again from ${item.from}, before ${latest.to}`,
          "one area of an id on each day",
          "end the earlier one where the later begins; until then both are used",
        );
      }
      if (!latest || item.to > latest.to) latest = item;
    }
  }
}
