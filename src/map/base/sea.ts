import type { Position as Coordinates } from "geojson";
import { type Bounds, isInside } from "../../core/geometry.ts";

type Polygon = readonly Coordinates[][];

/**
 * The waters of a box: all of it that lies in none of the `land` polygons, with islands as holes, and whole the lakes
 * that are holes of the land. Land may reach beyond the box and must not overlap itself
 * or jump from one edge of the world to the other.
 *
 * Coasts are cut at the box and closed along its edge with the sea on the left hand, as renderers of coastlines do. A
 * general clipping library gives the same and needs seconds for a continent.
 */
export function findWaters(land: readonly Polygon[], box: Bounds): Coordinates[][][] {
  const shores = land.flatMap(([outline = []]) => clipRing(turn(outline), box));
  const courses = shores.flatMap((shore) => cutAtEdge(shore, box));
  const islands = shores.filter((shore) => !shore.some((point) => isOnEdge(point, box)));
  const waters = land.flatMap(([, ...lakes]) => lakes.map((lake) => [[...lake]]));
  const [corner = [0, 0]] = listCorners(box);
  const isOpen = courses.length === 0 && !land.some((polygon) => contains(polygon, corner));
  const edge = [...listCorners(box), corner];
  waters.push(...(isOpen ? [edge] : close(courses, box)).map((outline) => [outline]));
  for (const island of islands) {
    const [first = []] = island;
    waters.find(([outline = []]) => contains([outline], first))?.push([...island, first]);
  }
  return waters;
}

function contains(polygon: Polygon, [lng = 0, lat = 0]: Coordinates): boolean {
  return isInside([lng, lat], { type: "Polygon", coordinates: [...polygon] });
}

/** A ring without its last point, which repeats the first, and turned so that its inside lies on the left hand. */
function turn(ring: readonly Coordinates[]): Coordinates[] {
  const points = ring.slice(0, -1);
  const twice = points.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = points[(index + 1) % points.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice < 0 ? points.reverse() : points;
}

/**
 * What of a ring lies in the box, joined along the edge of the box, without the repeated end; empty for none of it. By
 * Sutherland and Hodgman: parts that the box cuts from each other stay joined by edges along it.
 */
export function clipRing(ring: readonly Coordinates[], box: Bounds): Coordinates[][] {
  let points = [...ring];
  for (const side of [0, 1, 2, 3] as const) {
    const axis = side % 2;
    const limit = box[side];
    const isWithin = (point: Coordinates) =>
      side < 2 ? (point[axis] ?? 0) >= limit : (point[axis] ?? 0) <= limit;
    const before = points;
    points = before.flatMap((end, index) => {
      const start = before.at(index - 1) ?? end;
      if (isWithin(start) === isWithin(end)) return isWithin(end) ? [end] : [];
      const cut = cutAt(start, end, axis, limit);
      return isWithin(end) ? [cut, end] : [cut];
    });
  }
  return points.length < 3 ? [] : [points];
}

function cutAt(
  [ax = 0, ay = 0]: Coordinates,
  [bx = 0, by = 0]: Coordinates,
  axis: number,
  limit: number,
): Coordinates {
  return axis === 0
    ? [limit, ay + ((by - ay) * (limit - ax)) / (bx - ax)]
    : [ax + ((bx - ax) * (limit - ay)) / (by - ay), limit];
}

/** The stretches of a clipped ring that are coast and not the edge of the box, each from edge to edge. */
function cutAtEdge(ring: readonly Coordinates[], box: Bounds): Coordinates[][] {
  const isAlongEdge = (index: number) => {
    const [one, other] = [ring.at(index - 1), ring[index]];
    return (
      one && other && [0, 1, 2, 3].some((side) => isOnSide(one, side, box) && isOnSide(other, side, box))
    );
  };
  const start = ring.findIndex((_, index) => isAlongEdge(index));
  if (start < 0) return [];
  const courses: Coordinates[][] = [];
  for (let step = 1; step <= ring.length; step++) {
    const index = (start + step) % ring.length;
    const [previous, point] = [ring.at(index - 1), ring[index]];
    if (isAlongEdge(index) || !previous || !point) continue;
    const current = courses.at(-1);
    if (current && current.at(-1) === previous) current.push(point);
    else courses.push([previous, point]);
  }
  return courses;
}

/** Closes coasts that have land on their left into outlines of the sea: backwards along a coast, on along the edge. */
function close(courses: readonly Coordinates[][], box: Bounds): Coordinates[][] {
  const open = new Map(courses.map((course) => [course, measureEdge(course.at(-1) ?? [], box)]));
  const corners = listCorners(box).map((point) => ({ point, at: measureEdge(point, box) }));
  const outlines: Coordinates[][] = [];
  for (const first of courses) {
    if (!open.has(first)) continue;
    const outline: Coordinates[] = [];
    for (let course: Coordinates[] | undefined = first; course && open.delete(course); ) {
      for (const point of course.toReversed()) outline.push(point);
      const from = measureEdge(course[0] ?? [], box);
      const wayTo = (at: number) => (at - from + 4) % 4;
      const candidates = [...open, [first, measureEdge(first.at(-1) ?? [], box)] as const];
      const [next, at] = candidates.reduce((best, other) =>
        wayTo(other[1]) < wayTo(best[1]) ? other : best,
      );
      const passed = corners.filter((corner) => wayTo(corner.at) < wayTo(at));
      passed.sort((one, other) => wayTo(one.at) - wayTo(other.at));
      outline.push(...passed.map(({ point }) => point));
      course = next;
    }
    outlines.push([...outline, outline[0] ?? []]);
  }
  return outlines;
}

/** How far along the edge of the box a point of it lies, against the clock from the lower left corner: 0 to 4. */
function measureEdge([x = 0, y = 0]: Coordinates, [west, south, east, north]: Bounds): number {
  if (y === south) return (x - west) / (east - west);
  if (x === east) return 1 + (y - south) / (north - south);
  if (y === north) return 2 + (east - x) / (east - west);
  return 3 + (north - y) / (north - south);
}

function listCorners([west, south, east, north]: Bounds): Coordinates[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function isOnSide(point: Coordinates, side: number, box: Bounds): boolean {
  return point[side % 2] === box[side];
}

function isOnEdge(point: Coordinates, box: Bounds): boolean {
  return [0, 1, 2, 3].some((side) => isOnSide(point, side, box));
}
