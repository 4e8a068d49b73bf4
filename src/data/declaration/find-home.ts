import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import {
  type AreaGeometry,
  findBounds,
  isInBounds,
  isInside,
  listPolygons,
  type Position,
  toAreaGeometry,
} from "../../core/geometry.ts";

/** The countries of the world as `world-atlas` has them, each with its number of ISO 3166 and its English name. */
export type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Land that some countries have together, and their names. */
export interface Home {
  readonly land: AreaGeometry;
  readonly names: readonly string[];
}

interface Country {
  readonly name: string;
  readonly code: string;
  readonly land: AreaGeometry;
}

/** Steps of the grid that is laid over areas, each way. */
const GRID_STEPS = 48;
/** A country with less than this is only touched: borders are drawn differently everywhere. */
const LEAST_SHARE = 0.05;

/**
 * The countries whose land the remainder is: those in which places lie that no area covers, or where there are none, those
 * on whose land the areas lie. `undefined` if there are none of these either.
 */
export function findHome(
  countries: Countries,
  areas: readonly AreaGeometry[],
  places: readonly Position[],
): Home | undefined {
  const isCovered = (position: Position) => areas.some((area) => isInside(position, area));
  const rest = places.filter((place) => !isCovered(place));
  const asked = rest.length > 0 ? rest : listGrid(areas).filter(isCovered);
  const near = listCountries(countries).map((country) => ({ ...country, box: findBounds(country.land) }));
  const holders = asked.flatMap(
    (position) => near.find(({ land, box }) => isInBounds(position, box) && isInside(position, land)) ?? [],
  );
  const least = holders.length * LEAST_SHARE;
  return unite(near.filter((country) => holders.filter((found) => found === country).length > least));
}

function listGrid(areas: readonly AreaGeometry[]): Position[] {
  const [west, south, east, north] = findBounds(areas.map(({ coordinates }) => coordinates));
  const steps = Array.from({ length: GRID_STEPS }, (_, step) => (step + 0.5) / GRID_STEPS);
  return steps.flatMap((right) =>
    steps.map((up): Position => [west + right * (east - west), south + up * (north - south)]),
  );
}

/** The countries of a list of names or codes of two letters, and those of the list that are none. */
export function pickHome(
  countries: Countries,
  asked: readonly string[],
): { readonly home: Home | undefined; readonly unknown: readonly string[] } {
  const all = listCountries(countries);
  const isAsked = (country: Country, text: string) =>
    [country.code, country.name].some((word) => word.toLowerCase() === text.trim().toLowerCase());
  const unknown = asked.filter((text) => !all.some((country) => isAsked(country, text)));
  return { home: unite(all.filter((country) => asked.some((text) => isAsked(country, text)))), unknown };
}

function unite(countries: readonly Country[]): Home | undefined {
  if (countries.length === 0) return undefined;
  const land = toAreaGeometry(
    countries.flatMap((country) => listPolygons(country.land)).map((rings) => rings.map(roundRing)),
  );
  return { land, names: countries.map(({ name }) => name) };
}

/** To a hundred metres, which is finer than the map of the world is drawn: it is kept with the data set. */
function roundRing(ring: readonly (readonly number[])[]): number[][] {
  return ring.map((position) => position.map((degrees) => Math.round(degrees * 1000) / 1000));
}

function listCountries(world: Countries): Country[] {
  return feature(world, world.objects.countries).features.flatMap(
    ({ id, properties, geometry }): Country[] => {
      if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return [];
      const number = String(id ?? "");
      // Unicode knows which two letters a number stands for.
      const code = /^\d{3}$/.test(number) ? (new Intl.Locale(`und-${number}`).region ?? "") : "";
      return [{ name: properties.name, code, land: geometry }];
    },
  );
}
