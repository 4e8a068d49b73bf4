import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import type { Random } from "./random.ts";

/** What real files do to a program that expects tidy ones. None of it changes which ground an area covers. */
export interface Traps {
  /** Outer rings run clockwise and holes anticlockwise, against RFC 7946. */
  readonly clockwise?: boolean;
  /** Each ring starts at another of its vertices every day. */
  readonly rotated?: boolean;
  /** Each position has a third value, as KML converters write it. */
  readonly heights?: boolean;
}

/** The same areas with the traps that are asked for. */
export function spoilAreas<Properties>(
  areas: FeatureCollection<Polygon | MultiPolygon, Properties>,
  traps: Traps,
  random: Random,
): FeatureCollection<Polygon | MultiPolygon, Properties> {
  const spoilRing = (ring: readonly Position[]): Position[] => {
    const open = ring.slice(0, -1);
    const start = traps.rotated ? Math.floor(random() * open.length) : 0;
    const turned = [...open.slice(start), ...open.slice(0, start), ...open.slice(start, start + 1)];
    const ordered = traps.clockwise ? turned.toReversed() : turned;
    return traps.heights ? ordered.map((position) => [...position, 0]) : ordered;
  };
  const spoilGeometry = (geometry: Polygon | MultiPolygon): Polygon | MultiPolygon =>
    geometry.type === "Polygon"
      ? { ...geometry, coordinates: geometry.coordinates.map(spoilRing) }
      : { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(spoilRing)) };
  return {
    ...areas,
    features: areas.features.map((feature) => ({ ...feature, geometry: spoilGeometry(feature.geometry) })),
  };
}
