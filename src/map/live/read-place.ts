import { type Atlas, findControl } from "../../core/atlas.ts";
import type { Day } from "../../core/day.ts";
import type { Position } from "../../core/geometry.ts";
import { traceAreas } from "../../core/history/area-trace.ts";
import type { Names } from "../../core/names.ts";
import type { Settlement } from "../../core/records.ts";
import { findSide, nameSide } from "../../core/sides.ts";
import type { Words } from "../../words/types.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** What is told of a place that somebody presses: a name and what stands below it. */
export interface Reading {
  readonly names: Names;
  readonly text: string;
}

/** Who holds a settlement at the end of `day`, and on which day it came to them. */
export function readSettlement(
  atlas: Atlas,
  { id, names }: Pick<Settlement, "id" | "names">,
  day: Day,
  words: Words,
): Reading {
  const { dataset } = atlas;
  const control = findControl(atlas, id, day);
  const side = control.kind === "unknown" ? undefined : control.by;
  const last = atlas.histories.get(id)?.changes.findLast((change) => change.day <= day);
  return {
    names,
    text: [
      tellHolder(atlas, side, control.kind === "contested", day, words),
      ...(last?.to !== undefined && last.to === side
        ? [words.layers.advance.since(words.dates.long(last.day), before(dataset, last.from, words))]
        : []),
    ].join("\n"),
  };
}

/**
 * Whose the ground at a position is at the end of `day`, and since when; `undefined` where nobody is known to hold it. It
 * follows one point through all days, whatever of the advance map is worked out.
 */
export function readGround(atlas: Atlas, position: Position, day: Day, words: Words): Reading | undefined {
  const { dataset } = atlas;
  const side = findSide(dataset, dataset.control.findSide(position, day));
  if (!side) return undefined;
  const { changes } = traceAreas(dataset.control, [{ id: "pressed", position }]);
  const last = changes.findLast((change) => change.day <= day);
  if (!last) return { names: side.name, text: tellHolder(atlas, side.id, false, day, words) };
  const { dates, layers } = words;
  const earliest = last.firstDay;
  const when = earliest < last.day ? dates.window(earliest, last.day) : dates.long(last.day);
  return { names: side.name, text: layers.advance.since(when, before(dataset, last.from, words)) };
}

function tellHolder(
  { dataset }: Atlas,
  side: string | undefined,
  isContested: boolean,
  day: Day,
  words: Words,
): string {
  const { place } = laterWordsOf(words);
  const name = side === undefined ? undefined : nameSide(dataset, side, words.language);
  if (isContested) return place.contested(name, day);
  return name === undefined ? place.unknown(day) : place.held(name, day);
}

function before({ sides }: Atlas["dataset"], side: string | undefined, { language }: Words) {
  return side === undefined ? undefined : nameSide({ sides }, side, language);
}
