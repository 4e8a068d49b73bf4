import type { ArchiveLayer } from "../../core/archive/tables.ts";
import type { WrittenRecords } from "./content.ts";

/**
 * What records of a compiled data set say of each other that cannot be: the first there is, as its place in the file, such as
 * "records.claims.3.side"; `undefined` if there is none. The records must be sound by themselves.
 */
export function findOddReference(
  written: WrittenRecords,
  layers: readonly ArchiveLayer[],
): string | undefined {
  for (const [place, isSound] of judgeReferences(written, layers)) if (!isSound) return place;
  return undefined;
}

type Judgement = readonly [place: string, isSound: boolean];

function* judgeReferences(
  { records, report, remainder }: WrittenRecords,
  layers: readonly ArchiveLayer[],
): Generator<Judgement> {
  const { sides, settlements, claims, highways, corridors, posts, sources, events, figures, regions } =
    records;
  const lists = { sides, settlements, claims, highways, posts, sources, events, figures, regions };
  for (const [name, listed] of Object.entries(lists))
    yield [`records.${name}`, listIds(listed).size === listed.length];

  const { firstDay, lastDay, defaultDay } = records;
  yield ["records.defaultDay", firstDay <= defaultDay && defaultDay <= lastDay];

  const sideIds = listIds(sides);
  const isSide = (id: string | undefined) => id === undefined || sideIds.has(id);
  for (const [index, { opponents }] of sides.entries())
    yield [`records.sides.${index}.opponents`, opponents.every(isSide)];
  yield ["remainder.side", isSide(remainder?.side)];
  for (const [index, layer] of layers.entries())
    yield [`layers.${index}`, (layer.kind === "area" ? [layer.side] : layer.between).every(isSide)];

  // A record that a faulty one was to lead to is kept: only a report without errors promises that nothing is missing.
  const isWhole = !report.problems.some(({ severity }) => severity === "error");
  const know = (listed: readonly WithId[]) => {
    const ids = listIds(listed);
    return (id: string | undefined) => id === undefined || !isWhole || ids.size === 0 || ids.has(id);
  };
  const [isSettlement, isSource, isHighway, isRegion] = [settlements, sources, highways, regions].map(
    know,
  ) as [Known, Known, Known, Known];
  yield ["records.chiefRegion", isRegion(records.chiefRegion)];
  for (const [index, claim] of claims.entries())
    yield [
      `records.claims.${index}.side`,
      isSide(claim.side) && (claim.side !== undefined || claim.action === "contested"),
    ];
  for (const [name, listed] of Object.entries({ claims, events, figures })) {
    for (const [index, { settlement, source, firstDay: first, lastDay: last }] of listed.entries()) {
      yield [`records.${name}.${index}.settlement`, isSettlement(settlement)];
      // Nobody need say where a record stands.
      yield [`records.${name}.${index}.source`, source === "" || isSource(source)];
      yield [`records.${name}.${index}.lastDay`, first <= last];
    }
  }
  for (const [index, { highway, source, from, to }] of corridors.entries()) {
    yield [`records.corridors.${index}.highway`, isHighway(highway)];
    yield [`records.corridors.${index}.source`, isSource(source)];
    yield [`records.corridors.${index}.to`, to === undefined || from < to];
  }
}

type Known = (id: string | undefined) => boolean;

interface WithId {
  readonly id: string;
}

function listIds(listed: readonly WithId[]): ReadonlySet<string> {
  return new Set(listed.map(({ id }) => id));
}
