import KDBush from "kdbush";
import { type AreaGeometry, listRings } from "../geometry.ts";
import { KM_PER_DEGREE, toPlaneKm } from "../plane.ts";

/** Ground drawn from another source than the theatre rarely follows its outline more closely than this. */
const TOLERANCE_KM = 1.5;
const STEP_KM = 1;

/**
 * Tells whether a position lies on the outline of an area, within {@link TOLERANCE_KM}, which is what different
 * drawings of one border differ by.
 */
export function createOutlineTest(area: AreaGeometry): (lng: number, lat: number) => boolean {
  const points = listRings(area).flatMap((ring) =>
    ring.flatMap((end, index) => walk(ring[index - 1] ?? end, end)),
  );
  const index = new KDBush(points.length);
  for (const [lng, lat] of points) index.add(lng, lat);
  index.finish();
  const height = (TOLERANCE_KM + STEP_KM / 2) / KM_PER_DEGREE;
  return (lng, lat) => {
    const width = height / Math.cos((lat * Math.PI) / 180);
    return index.range(lng - width, lat - height, lng + width, lat + height).length > 0;
  };
}

/** Positions at most {@link STEP_KM} apart on the way from one position to another, the first of them left out. */
function walk([ax = 0, ay = 0]: readonly number[], [bx = 0, by = 0]: readonly number[]): [number, number][] {
  const lengthKm = Math.hypot(...toPlaneKm([bx, by], [ax, ay]));
  const steps = Math.max(1, Math.ceil(lengthKm / STEP_KM));
  return Array.from({ length: steps }, (_, step) => {
    const share = (step + 1) / steps;
    return [ax + (bx - ax) * share, ay + (by - ay) * share];
  });
}
