import type { Position as Coordinates } from "geojson";

/** What lies at a position is to be moved to another. */
export interface Pull {
  readonly at: Coordinates;
  readonly to: Coordinates;
}

/** Further than this from every pull nothing moves, in degrees. */
const REACH_DEGREES = 0.3;

/**
 * Moves positions as a rubber sheet does: those that are pulled by their whole way, others by less the further they are
 * from them, in between by the nearer pulls more than by others (Shepard).
 */
export function createBend(pulls: readonly Pull[]): (point: Coordinates) => Coordinates {
  return (point) => {
    const [x = 0, y = 0] = point;
    let [nearest, total, moveX, moveY] = [Number.POSITIVE_INFINITY, 0, 0, 0];
    for (const { at, to } of pulls) {
      const [atX = 0, atY = 0] = at;
      const distance = Math.hypot(atX - x, atY - y);
      if (distance >= REACH_DEGREES) continue;
      if (distance === 0) return to;
      const weight = 1 / distance ** 2;
      nearest = Math.min(nearest, distance);
      total += weight;
      moveX += weight * ((to[0] ?? 0) - atX);
      moveY += weight * ((to[1] ?? 0) - atY);
    }
    if (total === 0) return point;
    const share = (1 - nearest / REACH_DEGREES) / total;
    return [x + moveX * share, y + moveY * share];
  };
}
