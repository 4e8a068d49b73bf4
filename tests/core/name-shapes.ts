import type { AreaGeometry } from "../../src/core/geometry.ts";

/** A ring as text, the same wherever it starts and whichever way it runs. */
export function nameRing(ring: readonly (readonly number[])[]): string {
  const open = ring.slice(0, -1).map((position) => position.slice(0, 2).join());
  const [first = ""] = open.toSorted();
  const turned = [open, open.toReversed()].flatMap((way) =>
    way.flatMap((name, start) =>
      name === first ? [[...way.slice(start), ...way.slice(0, start)].join(" ")] : [],
    ),
  );
  return turned.toSorted()[0] ?? "";
}

/** Every polygon as text: its first ring, then its holes in any order. */
export function namePolygons(geometry: AreaGeometry): string[] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .map(([outer = [], ...holes]) => [nameRing(outer), ...holes.map(nameRing).toSorted()].join(" | "))
    .toSorted();
}
