import type { Profile } from "../meaning/profile.ts";
import type { Recipe } from "../meaning/recipe.ts";
import { ACLED } from "./acled.ts";
import { ARCGIS_AREAS } from "./arcgis-areas.ts";
import { DEEPSTATE, DEEPSTATE_FIRST, DEEPSTATE_MIRROR, DEEPSTATE_POINTS } from "./deepstate.ts";
import { GEOCONFIRMED } from "./geoconfirmed.ts";
import { HDX_SETTLEMENTS } from "./hdx.ts";
import { LOCATION_MAP } from "./location-map.ts";
import { UCDP_GED } from "./ucdp-ged.ts";
import { VIINA_DAILY, VIINA_WIDE } from "./viina.ts";

/** All known sources; the first that fits is taken. */
const RECIPES: readonly Recipe[] = [
  ACLED,
  UCDP_GED,
  GEOCONFIRMED,
  VIINA_WIDE,
  VIINA_DAILY,
  LOCATION_MAP,
  DEEPSTATE,
  DEEPSTATE_FIRST,
  DEEPSTATE_MIRROR,
  DEEPSTATE_POINTS,
  HDX_SETTLEMENTS,
  ARCGIS_AREAS,
];

/** The known source whose columns a sheet has; `undefined` if it is none of them. */
export function recogniseRecipe(profile: Profile): Recipe | undefined {
  return RECIPES.find(
    ({ has, fits }) =>
      has.every((folded) => profile.find(folded) !== undefined) && (fits ? fits(profile) : has.length > 0),
  );
}

export function findRecipe(name: string | undefined): Recipe | undefined {
  return RECIPES.find((recipe) => recipe.name === name);
}
