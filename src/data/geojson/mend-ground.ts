import { type AreaGeometry, listPolygons, type PolygonRings, toAreaGeometry } from "../../core/geometry.ts";
import { describePosition, type Reporter } from "../problem.ts";
import { findCrossings } from "./check-crossings.ts";
import { uniteGround } from "./unite-ground.ts";

/** Some seconds of work. */
const BUDGET = 400_000_000;

/**
 * Ground as it is measured, each place of it once: rings that cross themselves by the even-odd rule, which is warned of,
 * and parts that overlap as one, which is noted. The same object where neither is the case, or that cannot be told.
 */
export function mendGround(geometry: AreaGeometry, reporter: Reporter): AreaGeometry {
  const polygons = listPolygons(geometry);
  const { own, overlaps, isComplete } = findCrossings(
    polygons.map((rings) => toAreaGeometry([rings])),
    { left: BUDGET },
  );
  const [crossing] = own.flat();
  if (crossing) {
    reporter.warn(
      "ring-crosses-itself",
      `edges that cross at ${describePosition(crossing)}`,
      "rings that do not cross themselves or each other",
      "redraw it there; until then the even-odd rule tells what lies within",
    );
  }
  if (overlaps[0]) {
    const found = `ground that is drawn twice, near ${describePosition(overlaps[0].at)}`;
    reporter.note("ground-drawn-twice", found, "each place once", "nothing need be done: it is counted once");
  }
  if (isComplete && !crossing && !overlaps[0]) return geometry;
  const united = isComplete ? tryToUnite(polygons) : undefined;
  if (united) return united;
  reporter.warn(
    "outline-too-tangled",
    "an outline too tangled to be put in order",
    "rings that hardly cross",
    "redraw it there",
  );
  return geometry;
}

/** `undefined` where the overlay gives up: corners closer together than its arithmetic can tell apart. */
function tryToUnite(polygons: readonly PolygonRings[]): AreaGeometry | undefined {
  try {
    return toAreaGeometry(uniteGround(polygons));
  } catch {
    return undefined;
  }
}
