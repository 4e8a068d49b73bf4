import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { createArchiveBuilder } from "../../src/core/archive/builder.ts";
import type { Remainder } from "../../src/core/archive/tables.ts";
import { addDays, day } from "../../src/core/day.ts";
import { traceAreas } from "../../src/core/history/area-trace.ts";
import type { DailyAreas, GeneratedConflict } from "../bench/generate.ts";

/** What a change is in every computation: day, first possible day, settlement, from, to; "" is outside all areas. */
export type Row = readonly [day: string, firstDay: string, settlement: string, from: string, to: string];

/** The changes as our engine finds them. */
export function askEngine(
  { settlements }: GeneratedConflict,
  days: readonly DailyAreas[],
  remainder?: Remainder,
): Row[] {
  const builder = createArchiveBuilder();
  for (const { day, areas } of days) {
    const shapes = areas.features.map(({ properties: { side }, geometry }) => ({ side, geometry }));
    builder.addPhase({ from: day, to: addDays(day, 1) }, shapes);
  }
  const { changes } = traceAreas(builder.build(remainder), settlements);
  return sortRows(
    changes.map(({ day, firstDay, settlement, from, to }) => [
      day,
      firstDay,
      settlement,
      from ?? "",
      to ?? "",
    ]),
  );
}

/** The naive loop: every settlement in every area of every day. */
export function askTurf(
  { settlements }: GeneratedConflict,
  days: readonly DailyAreas[],
  defaultSide: string | undefined = undefined,
): Row[] {
  const rows: Row[] = [];
  let before: readonly string[] | undefined;
  let dayBefore = "";
  for (const { day: today, areas } of days) {
    const holders = settlements.map(({ position }) => {
      const area = areas.features.find(({ geometry }) => booleanPointInPolygon([...position], geometry));
      return area?.properties.side ?? defaultSide ?? "";
    });
    for (const [index, to] of holders.entries()) {
      const [from, settlement] = [before?.[index], settlements[index]];
      if (from === undefined || from === to || !settlement) continue;
      rows.push([today, addDays(day(dayBefore), 1), settlement.id, from, to]);
    }
    [before, dayBefore] = [holders, today];
  }
  return sortRows(rows);
}

/** The whole theatre as the ground of "west" wherever no area lies. */
export function drawRemainder({ bounds: [west, south, east, north] }: GeneratedConflict): Remainder {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { side: "west", theatre: { type: "Polygon", coordinates: [ring] }, hasOutline: false };
}

export function sortRows(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (one.join() < other.join() ? -1 : 1));
}
