import { type ArchiveTables, type Phase, type Remainder, UNITS_PER_DEGREE } from "./tables.ts";
import { followLinks, listLinks, toLineGeometry } from "./assembly.ts";
import type { FrontLine } from "../records.ts";
import { createLandTest, createOutlineTest } from "./outline.ts";
import { numberSpots } from "./spots.ts";

/**
 * For data that draw areas only: the lines of a phase are where the areas of two sides meet, edge upon edge, and,
 * where a side holds the remainder, every other edge of an area too, but for those along the theatre's outline if it
 * has one, or else those with no land of its countries beyond. Their basis is `drawn`: nothing is known of how they came about.
 */
export function createBorderFinder(
  tables: ArchiveTables,
  remainder: Remainder | undefined,
): (phase: number, dates: Phase) => FrontLine[] {
  const { layers, links, vertices } = tables;
  const outlined = remainder?.hasOutline ? remainder.theatre : remainder?.land;
  const isOnOutline = outlined ? createOutlineTest(outlined) : () => false;
  const hasLandBeyond = remainder?.land ? createLandTest(remainder.land) : () => true;
  const positionOf = (vertex: number) =>
    [
      (vertices.lngs[vertex] ?? 0) / UNITS_PER_DEGREE,
      (vertices.lats[vertex] ?? 0) / UNITS_PER_DEGREE,
    ] as const;
  const isLinkOnOutline = remember((link) => {
    const [from, to] = [links.from[link] ?? 0, links.to[link] ?? 0];
    if (isAntimeridian(vertices.lngs[from]) && isAntimeridian(vertices.lngs[to])) return true;
    if (!hasLandBeyond(positionOf(from), positionOf(to))) return true;
    // The middle too: a long edge may cross the whole theatre from outline to outline.
    return [0, 0.5, 1].every((share) => {
      const between = (values: Int32Array) =>
        ((values[from] ?? 0) * (1 - share) + (values[to] ?? 0) * share) / UNITS_PER_DEGREE;
      return isOnOutline(between(vertices.lngs), between(vertices.lats));
    });
  });
  const spots = numberSpots(tables);
  const count = spots.length;
  const keyOf = (from: number, to: number) => (spots[from] ?? 0) * count + (spots[to] ?? 0);

  return (phase, { from, to }) => {
    const areas = layers.flatMap((layer, number) =>
      layer.kind === "area" ? [{ side: layer.side, number, present: listLinks(tables, number, phase) }] : [],
    );
    const sideOf = new Map<number, string>();
    for (const { side, present } of areas) {
      for (const link of present) sideOf.set(keyOf(links.from[link] ?? 0, links.to[link] ?? 0), side);
    }
    return areas.flatMap(({ side, present }) => {
      const byNeighbour = new Map<string, number[]>();
      for (const link of present) {
        const met = sideOf.get(keyOf(links.to[link] ?? 0, links.from[link] ?? 0));
        const neighbour = met ?? (isLinkOnOutline(link) ? undefined : remainder?.side);
        // Each shared edge is there twice, once for either side: it is drawn for the first in the alphabet.
        if (neighbour === undefined || neighbour === side || (met !== undefined && met < side)) continue;
        const found = byNeighbour.get(neighbour) ?? [];
        byNeighbour.set(neighbour, found);
        found.push(link);
      }
      return [...byNeighbour].flatMap(([neighbour, found]): FrontLine[] => {
        const { rings, lines } = followLinks(tables, Int32Array.from(found));
        const geometry = toLineGeometry([...lines, ...rings]);
        return geometry ? [{ basis: "drawn", between: [side, neighbour], from, to, geometry }] : [];
      });
    });
  };
}

/** Ground that goes on beyond 180 degrees is cut there, which is no border. */
function isAntimeridian(lng: number | undefined): boolean {
  return lng === 180 * UNITS_PER_DEGREE || lng === -180 * UNITS_PER_DEGREE;
}

function remember(ask: (link: number) => boolean): (link: number) => boolean {
  const answers = new Map<number, boolean>();
  return (link) => {
    const known = answers.get(link);
    if (known !== undefined) return known;
    const answer = ask(link);
    answers.set(link, answer);
    return answer;
  };
}
