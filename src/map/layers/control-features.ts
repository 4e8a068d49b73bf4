import type { Feature, FeatureCollection, Position as Coordinates } from "geojson";
import type { Dataset } from "../../core/dataset.ts";
import type { ControlArea, FrontLine, SideColour } from "../../core/records.ts";
import { isFront, listSegments } from "../../core/measure/front-lines.ts";
import type { Gain } from "../../core/measure/gains.ts";
import { type AreaGeometry, type Bounds, listRings } from "../../core/geometry.ts";

/** The palette name of a side's colour; `undefined` for a side the data set does not declare. */
export function colourOf(dataset: Dataset, side: string | undefined): SideColour | undefined {
  return dataset.sides.find((candidate) => candidate.id === side)?.colour;
}

/**
 * The areas of a day, each with the `colour` of its side. Where a side holds the remainder of a theatre that has an
 * outline, that comes first, whole: the areas, which then have `covers`, are to be drawn over it.
 */
export function drawAreas(dataset: Dataset, areas: readonly ControlArea[]): FeatureCollection {
  const { remainder } = dataset.control;
  const rest = areas.length > 0 && remainder?.hasOutline ? remainder : undefined;
  const draw = (side: string, geometry: AreaGeometry, covers: boolean): Feature => ({
    type: "Feature",
    properties: { side, colour: colourOf(dataset, side) ?? "", covers },
    geometry,
  });
  return collect([
    ...(rest ? [draw(rest.side, rest.theatre, false)] : []),
    ...areas.map(({ side, geometry }) => draw(side, geometry, rest !== undefined)),
  ]);
}

/**
 * The lines of a day with their `basis` and by `kind`: `front` between opponents, `quiet` between sides that do not
 * fight each other, and `previous` for the pieces of yesterday's fronts along which none runs any more.
 */
export function drawFrontLines(
  dataset: Dataset,
  left: readonly Coordinates[][],
  lines: readonly FrontLine[],
): FeatureCollection {
  const drawn = lines.map(
    (line): Feature => ({
      type: "Feature",
      properties: { kind: isFront(dataset, line) ? "front" : "quiet", basis: line.basis },
      geometry: line.geometry,
    }),
  );
  if (left.length === 0) return collect(drawn);
  const previous: Feature = {
    type: "Feature",
    properties: { kind: "previous" },
    geometry: { type: "MultiLineString", coordinates: [...left] },
  };
  return collect([previous, ...drawn]);
}

/** Ground gained on a day, with the `colour` of the side that gained it. */
export function drawGains(dataset: Dataset, gains: readonly Gain[]): FeatureCollection {
  return collect(
    gains.map(({ side, geometry }) => ({
      type: "Feature",
      properties: { side, colour: colourOf(dataset, side) ?? "" },
      geometry,
    })),
  );
}

/**
 * The straight edges along which the areas end only because the theatre does: those lying on the box itself. Edges
 * along a coast or a border are no part of it.
 */
export function drawTheatreEdge(areas: readonly ControlArea[], box: Bounds): FeatureCollection {
  const edges = areas
    .flatMap((area) => listRings(area.geometry))
    .flatMap((ring) => [...listSegments(ring as Coordinates[])])
    .filter(([start, end]) => isOnBox(start, end, box))
    .map(([start, end]) => [start, end]);
  if (edges.length === 0) return collect([]);
  return collect([
    { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: edges } },
  ]);
}

/** About 100 m: traced coordinates are rounded. */
const ON_BOX_DEGREES = 0.001;

function isOnBox([ax = 0, ay = 0]: Coordinates, [bx = 0, by = 0]: Coordinates, box: Bounds): boolean {
  const [west, south, east, north] = box;
  const isAt = (value: number, edge: number) => Math.abs(value - edge) < ON_BOX_DEGREES;
  const isOnMeridian = [west, east].some((edge) => isAt(ax, edge) && isAt(bx, edge));
  return isOnMeridian || [south, north].some((edge) => isAt(ay, edge) && isAt(by, edge));
}

function collect(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
