type Point = readonly number[];

/** A course without the points that lie closer than `tolerance` to the line that is left (Douglas and Peucker). */
export function simplify<P extends Point>(course: readonly P[], tolerance: number): P[] {
  const keep = new Uint8Array(course.length);
  const last = course.length - 1;
  keep[0] = 1;
  keep[last] = 1;
  const open: [from: number, to: number][] = [[0, last]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let furthest = tolerance;
    let at = -1;
    for (let index = from + 1; index < to; index++) {
      const distance = measureToSegment(course[index] ?? [], course[from] ?? [], course[to] ?? []);
      if (distance <= furthest) continue;
      furthest = distance;
      at = index;
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  return course.filter((_, index) => keep[index] === 1);
}

function measureToSegment([x = 0, y = 0]: Point, [ax = 0, ay = 0]: Point, [bx = 0, by = 0]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
