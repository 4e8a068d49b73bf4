import type { FeatureCollection } from "geojson";
import KDBush from "kdbush";
import { nameByScript } from "../../core/names.ts";
import { KM_PER_DEGREE } from "../../core/plane.ts";
import type { Settlement } from "../../core/records.ts";

/** Closer than this to a settlement of the data set, a place of the base map is taken for the same. */
const SAME_PLACE_KM = 3;
/** And up to here if it has the same name: two gazetteers may put a city at different ends of it. */
const SAME_NAME_KM = 12;

/** The places that are none of the settlements, which have marks and names of their own. */
export function leaveOutNamed(
  places: FeatureCollection,
  settlements: readonly Pick<Settlement, "position" | "names" | "spellings">[],
): FeatureCollection {
  if (places.features.length === 0 || settlements.length === 0) return places;
  const index = new KDBush(settlements.length);
  for (const { position } of settlements) index.add(position[0], position[1]);
  index.finish();
  const features = places.features.filter(({ geometry, properties }) => {
    if (geometry.type !== "Point") return false;
    const [lng = 0, lat = 0] = geometry.coordinates;
    const kmPerLng = KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
    const [width, height] = [SAME_NAME_KM / kmPerLng, SAME_NAME_KM / KM_PER_DEGREE];
    return !index.range(lng - width, lat - height, lng + width, lat + height).some((number) => {
      const settlement = settlements[number];
      if (!settlement) return false;
      const [x, y] = settlement.position;
      const distanceKm = Math.hypot((x - lng) * kmPerLng, (y - lat) * KM_PER_DEGREE);
      return (
        distanceKm < SAME_PLACE_KM || (distanceKm < SAME_NAME_KM && isNamedAlike(settlement, properties))
      );
    });
  });
  return { ...places, features };
}

function isNamedAlike(
  { names, spellings }: Pick<Settlement, "names" | "spellings">,
  properties: Readonly<Record<string, unknown>> | null,
): boolean {
  const own = new Set([...Object.values(nameByScript(names)), ...spellings].map(reduce));
  return Object.values(properties ?? {}).some((name) => typeof name === "string" && own.has(reduce(name)));
}

/** Letters alone, without marks, so that Ḩamāh is Hamah. */
function reduce(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[^\p{L}]/gu, "")
    .toLowerCase();
}
