import type { Day } from "../../core/day.ts";
import { listPolygons, type PolygonRings, type Position, toAreaGeometry } from "../../core/geometry.ts";
import type { Budget } from "../geojson/area-edges.ts";
import { type Crossings, findCrossings } from "../geojson/check-crossings.ts";
import type { AreaShape } from "./control-shape.ts";
import { describePosition, describeValue, type Reporter } from "../problem.ts";
import { uniteGround } from "../geojson/unite-ground.ts";

export interface JudgedArea {
  readonly ground: AreaShape;
  readonly reporter: Reporter;
}

/** Compares the areas of one day after the other. What was told of one day is not told again of the next. */
export interface AreaJudge {
  /**
   * The ground that the areas of a day stand for: the same shapes, but that which a side has twice there, or a ring that
   * crosses itself, as shapes that do not. What two sides have in common stays with both.
   */
  readonly judge: (day: Day, areas: readonly JudgedArea[]) => readonly AreaShape[];
  /** False if some days were too tangled to be compared in any reasonable time. */
  readonly isComplete: () => boolean;
}

/** Some ten seconds of work; hundreds of days of thousands of vertices take a tenth of it. */
const BUDGET = 3_000_000_000;
/** For one day: a second or two, and at most some hundred megabytes. */
const BUDGET_OF_DAY = 400_000_000;

/** One polygon of an area: those of one area may overlap too. */
interface Part {
  readonly area: JudgedArea;
  readonly rings: PolygonRings;
}

/** Parts, by their numbers, that have ground in common or cross themselves. */
type Group = readonly [first: number, ...others: number[]];

export function createAreaJudge(): AreaJudge {
  let left = BUDGET;
  const told = new Set<string>();
  let before: { readonly areas: readonly JudgedArea[]; readonly grounds: readonly AreaShape[] } | undefined;
  let isComplete = true;
  /** By the first part: what was put together of these parts, which mostly stay for days. */
  const united = new WeakMap<
    PolygonRings,
    { readonly parts: readonly PolygonRings[]; readonly ground: readonly PolygonRings[] }
  >();

  function isNew(kind: string, at: Position): boolean {
    const key = `${kind} ${at.join(" ")}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  }

  function compare(parts: readonly Part[]): Crossings {
    const budget: Budget = { left: Math.min(left, BUDGET_OF_DAY) };
    left -= budget.left;
    const crossings = findCrossings(
      parts.map(({ rings }) => toAreaGeometry([rings])),
      budget,
    );
    left += Math.max(0, budget.left);
    isComplete = crossings.isComplete;
    return crossings;
  }

  function tellOfCrossings({ area }: Part, places: readonly Position[]): void {
    const found = places.filter((at) => isNew("own", at));
    const [first, ...others] = found;
    if (!first) return;
    const more = others.length > 0 ? ` and ${others.length} more places` : "";
    area.reporter.warn(
      "ring-crosses-itself",
      `edges of the area that cross at ${describePosition(first)}${more}`,
      "rings that do not cross themselves or each other",
      "redraw it there; until then the even-odd rule tells what lies within",
    );
  }

  function tellOfOverlap(day: Day, one: Part, other: Part, at: Position): void {
    const sides = [one.area.ground.side, other.area.ground.side];
    if (!isNew(sides.join(" "), at)) return;
    const { reporter } = other.area;
    const where = `on ${day}, near ${describePosition(at)}`;
    if (sides[0] === sides[1]) {
      const found = `ground of ${describeValue(sides[0])} that is drawn twice ${where}`;
      reporter.note(
        "ground-drawn-twice",
        found,
        "each place in one area",
        "nothing need be done: it is shown and counted once",
      );
      return;
    }
    reporter.error(
      "sides-overlap",
      `ground that ${describeValue(sides[0])} holds as well ${where}`,
      "areas of two sides that do not overlap",
      "cut one of the two along the other; until then both are used as drawn",
    );
  }

  function judgeParts(day: Day, areas: readonly JudgedArea[]): readonly AreaShape[] {
    const parts = areas.flatMap((area) =>
      listPolygons(area.ground.geometry).map((rings) => ({ area, rings })),
    );
    const { own, overlaps } = compare(parts);
    const links: (readonly [number, number])[] = [];
    for (const [index, part] of parts.entries()) {
      const places = own[index] ?? [];
      if (places.length > 0) links.push([index, index]);
      tellOfCrossings(part, places);
    }
    for (const { areas: pair, at } of overlaps) {
      const [one, other] = [parts[pair[0]], parts[pair[1]]];
      if (!one || !other) continue;
      if (one.area.ground.side === other.area.ground.side) links.push(pair);
      tellOfOverlap(day, one, other, at);
    }
    // What is too tangled to be compared would take far longer to be put in order.
    if (links.length === 0 || !isComplete) return areas.map(({ ground }) => ground);
    return putTogether(areas, parts, groupLinked(links));
  }

  /** The areas without the parts of the groups, and each group as an area at the place of its first part. */
  function putTogether(
    areas: readonly JudgedArea[],
    parts: readonly Part[],
    groups: readonly Group[],
  ): AreaShape[] {
    const grouped = new Set(groups.flat());
    const kept = new Map(areas.map((area) => [area, [] as PolygonRings[]]));
    for (const [index, { area, rings }] of parts.entries())
      if (!grouped.has(index)) kept.get(area)?.push(rings);
    const made = new Map<JudgedArea, PolygonRings[]>();
    for (const group of groups) {
      const [first] = group.map((index) => parts[index]);
      if (first)
        made.set(first.area, [
          ...(made.get(first.area) ?? []),
          ...unite(group.flatMap((at) => parts[at] ?? [])),
        ]);
    }
    return areas.flatMap((area): AreaShape[] => {
      const polygons = [...(kept.get(area) ?? []), ...(made.get(area) ?? [])];
      if (polygons.length === 0) return [];
      const isSame = !made.has(area) && polygons.length === listPolygons(area.ground.geometry).length;
      return [isSame ? area.ground : { ...area.ground, geometry: toAreaGeometry(polygons) }];
    });
  }

  function unite(parts: readonly Part[]): readonly PolygonRings[] {
    const drawn = parts.map(({ rings }) => rings);
    const [first] = drawn;
    if (!first) return [];
    const known = united.get(first);
    if (known && known.parts.length === drawn.length && known.parts.every((part, at) => part === drawn[at]))
      return known.ground;
    let ground: readonly PolygonRings[] = drawn;
    try {
      ground = uniteGround(drawn);
    } catch {
      // The overlay gives up where corners lie closer together than its arithmetic can tell apart.
      const remedy = "redraw it there; until then it is used as drawn";
      parts[0]?.area.reporter.warn(
        "outline-too-tangled",
        "an outline too tangled to be put in order",
        "rings that hardly cross",
        remedy,
      );
    }
    united.set(first, { parts: drawn, ground });
    return ground;
  }

  return {
    isComplete: () => isComplete,
    judge(day, areas) {
      const isSame =
        areas.length === before?.areas.length &&
        areas.every(({ ground }, at) => ground === before?.areas[at]?.ground);
      if (before && isSame) return before.grounds;
      const grounds = isComplete ? judgeParts(day, areas) : areas.map(({ ground }) => ground);
      before = { areas, grounds };
      return grounds;
    },
  };
}

/** The parts that are linked to each other, directly or through others, each group and all of them in order. */
function groupLinked(links: readonly (readonly [number, number])[]): Group[] {
  const leaders = new Map<number, number>();
  const find = (part: number): number => {
    const leader = leaders.get(part) ?? part;
    return leader === part ? part : find(leader);
  };
  for (const [one, other] of links) {
    const [low, high] = [find(one), find(other)].toSorted((a, b) => a - b) as [number, number];
    leaders.set(low, low);
    leaders.set(high, low);
    for (const part of [one, other]) leaders.set(part, low);
  }
  const groups = new Map<number, [number, ...number[]]>();
  for (const part of [...leaders.keys()].toSorted((a, b) => a - b)) {
    const leader = find(part);
    const group = groups.get(leader);
    if (group) group.push(part);
    else groups.set(leader, [part]);
  }
  return [...groups.values()];
}
