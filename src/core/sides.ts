import type { Dataset } from "./dataset.ts";
import { type Language, pickName } from "./names.ts";
import type { Side } from "./records.ts";

export function findSide({ sides }: Pick<Dataset, "sides">, id: string | undefined): Side | undefined {
  return sides.find((side) => side.id === id);
}

/** The full name of a side in a language; its id if the data set does not declare it. */
export function nameSide(dataset: Pick<Dataset, "sides">, id: string, language: Language): string {
  const side = findSide(dataset, id);
  return side ? pickName(side.name, language) : id;
}

/** The name of whom a figure concerns and who is no side; the id if the data set has no name for it. */
export function nameConcerned(
  { concerned }: Pick<Dataset, "concerned">,
  id: string,
  language: Language,
): string {
  const names = Object.hasOwn(concerned, id) ? concerned[id] : undefined;
  return names ? pickName(names, language) : id;
}

/** The name of a side in the short form for tables. */
export function nameSideShortly(dataset: Pick<Dataset, "sides">, id: string, language: Language): string {
  const side = findSide(dataset, id);
  return side ? pickName(side.shortName, language) : id;
}
