import type { LineString, MultiLineString } from "geojson";
import { cutGround } from "../../core/archive/changed-ground.ts";
import { measureSignedArea } from "../../core/archive/rings.ts";
import type { Phase } from "../../core/archive/tables.ts";
import type { Atlas } from "../../core/atlas.ts";
import { addDays, type Day } from "../../core/day.ts";
import { type AreaGeometry, listPolygons, toAreaGeometry } from "../../core/geometry.ts";
import type { ControlArea, FrontLine, LineBasis } from "../../core/records.ts";

/** Days of the story, both included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Ground of one side on consecutive days on which it is the same: drawn for it, or all that is left of the theatre. */
export interface AreaRun extends Days {
  readonly side: string;
  readonly holding: "drawn" | "remainder";
  readonly geometry: AreaGeometry;
}

/** A front line of one basis between two sides on consecutive days on which it is the same. */
export interface LineRun extends Days {
  readonly between: readonly [string, string];
  readonly basis: LineBasis;
  readonly geometry: LineString | MultiLineString;
}

/**
 * Who holds what ground within the days: one run for as long as a side's ground stays the same, in order of its first day. A
 * missing day ends a run. Outlines run counter-clockwise, holes clockwise, all rings are closed (RFC 7946, 3.1.6). A remainder
 * of a theatre without an outline is no ground that could be drawn, and left out.
 */
export function listAreaRuns(atlas: Atlas, days: Days): AreaRun[] {
  const { control } = atlas.dataset;
  const found = new Map<string, AreaRun>();
  for (const { from } of listPhases(atlas, days)) {
    for (const area of control.listAreas(from)) {
      const key = `${area.side} ${area.from}`;
      if (!found.has(key)) found.set(key, toAreaRun(area, "drawn", days));
    }
  }
  return sortRuns([...found.values(), ...listRemainderRuns(atlas, days)]);
}

/** As {@link listAreaRuns}, for front lines. */
export function listLineRuns(atlas: Atlas, days: Days): LineRun[] {
  const { control } = atlas.dataset;
  const found = new Map<string, FrontLine>();
  for (const { from } of listPhases(atlas, days)) {
    for (const line of control.listLines(from))
      found.set([line.basis, ...line.between, line.from].join(" "), line);
  }
  const runs = [...found.values()].map(({ basis, between, from, to, geometry }) => ({
    basis,
    between,
    geometry,
    ...clamp({ from, to }, days),
  }));
  return sortRuns(joinRuns(runs));
}

/** The days of which nothing is known of the ground, among those asked for. */
export function listMissingDays({ dataset: { control } }: Atlas, days: Days): Days[] {
  if (control.phases.length === 0) return [];
  const missing: Days[] = [];
  let from = days.from;
  for (const phase of control.phases) {
    if (phase.from > days.to) break;
    if (phase.from > from) missing.push({ from, to: addDays(phase.from, -1) });
    if (phase.to > from) from = phase.to;
  }
  return from <= days.to ? [...missing, { from, to: days.to }] : missing;
}

function listPhases({ dataset: { control } }: Atlas, { from, to }: Days): readonly Phase[] {
  return control.phases.filter((phase) => phase.from <= to && phase.to > from);
}

/** The remainder changes whenever ground that is drawn does. */
function listRemainderRuns(atlas: Atlas, days: Days): AreaRun[] {
  const { control } = atlas.dataset;
  const { remainder } = control;
  if (!remainder?.hasOutline) return [];
  const stays: { from: Day; to: Day; readonly key: string; readonly areas: readonly ControlArea[] }[] = [];
  for (const { from, to } of listPhases(atlas, days)) {
    const areas = control.listAreas(from);
    const key = areas.map((area) => `${area.side} ${area.from}`).join("|");
    const last = stays.at(-1);
    if (last?.key === key && last.to === from) last.to = to;
    else stays.push({ from, to, key, areas });
  }
  return stays.flatMap(({ areas, ...stay }) => {
    const taken = toAreaGeometry(areas.flatMap(({ geometry }) => listPolygons(geometry)));
    const geometry = cutGround(remainder.theatre, taken);
    return geometry ? [toAreaRun({ side: remainder.side, ...stay, geometry }, "remainder", days)] : [];
  });
}

function toAreaRun(
  { side, from, to, geometry }: ControlArea,
  holding: AreaRun["holding"],
  days: Days,
): AreaRun {
  return { side, holding, geometry: wind(geometry), ...clamp({ from, to }, days) };
}

/** Half-open days cut to those asked for, with their last one included. */
function clamp({ from, to }: Phase, days: Days): Days {
  const last = addDays(to, -1);
  return { from: from < days.from ? days.from : from, to: last > days.to ? days.to : last };
}

/** Lines that are worked out from areas are told phase by phase, also where they stay as they are. */
function joinRuns(runs: readonly LineRun[]): LineRun[] {
  const joined: LineRun[] = [];
  const latest = new Map<string, number>();
  for (const run of sortRuns(runs)) {
    const key = [run.basis, ...run.between].join(" ");
    const index = latest.get(key);
    const before = index === undefined ? undefined : joined[index];
    if (before && index !== undefined && addDays(before.to, 1) === run.from && isSame(before, run)) {
      joined[index] = { ...before, to: run.to };
      continue;
    }
    latest.set(key, joined.length);
    joined.push(run);
  }
  return joined;
}

function isSame({ geometry: one }: LineRun, { geometry: other }: LineRun): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** In order of first day; those of one day as they were. */
function sortRuns<Run extends Days>(runs: readonly Run[]): Run[] {
  return runs.toSorted((one, other) => one.from.localeCompare(other.from));
}

/** A ring of fewer positions than a triangle has bounds no ground. */
const LEAST_POSITIONS = 4;

/** The same ground with outlines that run counter-clockwise and holes clockwise; what bounds no ground is left out. */
export function wind(geometry: AreaGeometry): AreaGeometry {
  const polygons = listPolygons(geometry).map((rings) =>
    rings
      .filter(({ length }) => length >= LEAST_POSITIONS)
      .map((ring, index) => (measureSignedArea(ring) < 0 === (index === 0) ? ring.toReversed() : ring)),
  );
  return toAreaGeometry(polygons.filter(([outline]) => outline !== undefined));
}
