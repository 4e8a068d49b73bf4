import type { Recipe } from "../meaning/recipe.ts";

/**
 * Layers of assessed control that are edited in ArcGIS Online, as those of the Institute for the Study of War. When an area was
 * drawn or edited is not the day it tells of: whole layers are drawn anew at times.
 */
export const ARCGIS_AREAS: Recipe = {
  name: "ArcGIS layer of areas",
  has: ["creationdate", "creator", "editdate", "editor"],
  fits: ({ family }) => family === "areas",
  kind: "areas",
  columns: { name: "side", layer: "side", type: "side", status: "side" },
};
