import type { AreaTrace } from "../../core/history/area-trace.ts";
import type { Dataset } from "../../core/dataset.ts";
import { addDays, countDaysBetween, type Day } from "../../core/day.ts";
import { createByteReader, createByteWriter } from "../../core/byte-columns.ts";
import { checkRange } from "./coordinates.ts";
import { ORIGIN } from "./origin.ts";

type Placed = Pick<Dataset, "settlements" | "sides">;

/** Who holds each settlement by the areas, column by column; settlements by their place in the data set. */
export function encodeTrace(
  { initialSides, changes }: AreaTrace,
  { settlements }: Placed,
): Uint8Array<ArrayBuffer> {
  const writer = createByteWriter();
  const sides = [...new Set([...initialSides.values(), ...changes.map(({ to }) => to)])];
  const numberOf = new Map(sides.map((side, number) => [side, number]));
  const placeOf = new Map(settlements.map(({ id }, place) => [id, place]));
  const places = changes.map(({ settlement }) => placeOf.get(settlement) ?? 0);
  const numberSide = (side: string | undefined) => numberOf.get(side) ?? 0;

  writer.writeText(JSON.stringify(sides.map((side) => side ?? null)));
  // A settlement may lack a first holder: all numbers are one more.
  for (const { id } of settlements)
    writer.writeCount(initialSides.has(id) ? numberSide(initialSides.get(id)) + 1 : 0);
  writer.writeCount(changes.length);
  for (const [index, { day }] of changes.entries())
    writer.writeStep(countDaysBetween(changes[index - 1]?.day ?? ORIGIN, day));
  for (const { day, firstDay } of changes) writer.writeCount(countDaysBetween(firstDay, day));
  for (const [index, place] of places.entries()) writer.writeStep(place - (places[index - 1] ?? 0));
  for (const { from } of changes) writer.writeCount(numberSide(from));
  for (const { to } of changes) writer.writeCount(numberSide(to));
  return writer.toBytes();
}

/** @throws RangeError or SyntaxError if the bytes are not those of a trace of this data set. */
export function decodeTrace(bytes: Uint8Array, { settlements, sides }: Placed): AreaTrace {
  const reader = createByteReader(bytes);
  const named = parseSides(reader.readText(), sides);
  const readSide = () => named[checkRange(reader.readCount(), 0, named.length - 1)];
  const initialSides = new Map<string, string | undefined>();
  for (const { id } of settlements) {
    const number = checkRange(reader.readCount(), 0, named.length);
    initialSides.set(id, number === 0 ? undefined : named[number - 1]);
  }
  const length = reader.readLength();
  const column = <Value>(read: (index: number) => Value) => Array.from({ length }, (_, index) => read(index));

  let day: Day = ORIGIN;
  const days = column((index) => {
    const step = checkRange(reader.readStep(), index === 0 ? -MOST_DAYS : 0, MOST_DAYS);
    if (step !== 0) day = addDays(day, step);
    return day;
  });
  const firstDays = column((index) => {
    const before = checkRange(reader.readCount(), 0, MOST_DAYS);
    const last = days[index] ?? ORIGIN;
    return before === 0 ? last : addDays(last, -before);
  });
  let place = 0;
  const ids = column(() => {
    place = checkRange(place + reader.readStep(), 0, settlements.length - 1);
    return settlements[place]?.id ?? "";
  });
  const from = column(readSide);
  const to = column(readSide);
  return {
    initialSides,
    changes: column((index) => ({
      day: days[index] ?? ORIGIN,
      firstDay: firstDays[index] ?? ORIGIN,
      settlement: ids[index] ?? "",
      from: from[index],
      to: to[index],
    })),
  };
}

/** From the first year that can be written to the last. */
const MOST_DAYS = 10_000 * 366;

function parseSides(text: string, sides: Placed["sides"]): (string | undefined)[] {
  const value: unknown = JSON.parse(text);
  const known = new Set<unknown>([null, ...sides.map(({ id }) => id)]);
  if (!Array.isArray(value) || !value.every((side) => known.has(side))) throw new RangeError("trace: sides");
  return value.map((side: string | null) => side ?? undefined);
}
