import KDBush from "kdbush";
import { type AreaGeometry, isInside, listRings } from "../geometry.ts";
import { KM_PER_DEGREE, toPlaneKm } from "../plane.ts";

/** Ground drawn from another source than the theatre rarely follows its outline more closely than this. */
const TOLERANCE_KM = 1.5;
const STEP_KM = 1;

/**
 * Tells whether a position lies on the outline of an area, within {@link TOLERANCE_KM}, which is what different
 * drawings of one border differ by.
 */
export function createOutlineTest(area: AreaGeometry): (lng: number, lat: number) => boolean {
  const isNear = createNearTest(area);
  const height = (TOLERANCE_KM + STEP_KM / 2) / KM_PER_DEGREE;
  return (lng, lat) => isNear(lng, lat, height);
}

/** Tells whether any of the outline lies in a box of so many degrees of latitude to either side, and as far east and west. */
function createNearTest(area: AreaGeometry): (lng: number, lat: number, height: number) => boolean {
  const points = listRings(area).flatMap((ring) =>
    ring.flatMap((end, index) => walk(ring[index - 1] ?? end, end)),
  );
  const index = new KDBush(points.length);
  for (const [lng, lat] of points) index.add(lng, lat);
  index.finish();
  return (lng, lat, height) => {
    const width = height / Math.cos((lat * Math.PI) / 180);
    return index.range(lng - width, lat - height, lng + width, lat + height).length > 0;
  };
}

/** The coarsest that borders of the world's map are drawn. */
const COARSE_KM = 3;
/** Further than this from all borders it is the same on both sides of an edge, and for some kilometres around. */
const INLAND_KM = 8;
/** Squares that small lie wholly on one side of a border that is {@link INLAND_KM} away. */
const SQUARES_PER_DEGREE = 20;

/**
 * Tells whether an edge that has an area on its left has land of the countries on its right: whether somebody can hold
 * the ground there. Near a border or coast that is asked some kilometres off, since no two maps draw these alike.
 */
export function createLandTest(
  land: AreaGeometry,
): (from: readonly [number, number], to: readonly [number, number]) => boolean {
  const isNear = createNearTest(land);
  const squares = new Map<string, boolean>();
  const isInland = (...position: [number, number]) => {
    const [column, row] = position.map((degrees) => Math.round(degrees * SQUARES_PER_DEGREE));
    const square = `${column} ${row}`;
    const known = squares.get(square) ?? isInside(position, land);
    squares.set(square, known);
    return known;
  };
  return ([ax, ay], [bx, by]) => {
    const [lng, lat] = [(ax + bx) / 2, (ay + by) / 2];
    if (!isNear(lng, lat, INLAND_KM / KM_PER_DEGREE)) return isInland(lng, lat);
    const scale = Math.cos((lat * Math.PI) / 180);
    const [east, north] = [(bx - ax) * scale, by - ay];
    const length = Math.hypot(east, north);
    if (length === 0) return false;
    const step = COARSE_KM / KM_PER_DEGREE / length;
    // A quarter turn to the right of the edge.
    return isInside([lng + (north * step) / scale, lat - east * step], land);
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
