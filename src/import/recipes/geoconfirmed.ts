import type { Recipe } from "../meaning/recipe.ts";

/** Geolocated incidents that volunteers of GeoConfirmed verified, in their export as CSV. */
export const GEOCONFIRMED: Recipe = {
  name: "GeoConfirmed",
  has: ["date", "name", "faction", "latitude", "longitude", "pluscode", "description", "geolocation"],
  kind: "events",
  columns: {
    id: "id",
    date: "day",
    name: "title",
    faction: "actor",
    description: "summary",
    source: "source",
    equipment: "kind",
  },
  // Several addresses in one cell: the first is that of the material.
  tidy: (word, text) => (word === "source" ? (text.split(/[\s,;|]+/)[0] ?? "") : text),
};
