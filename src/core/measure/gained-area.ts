import { area } from "@turf/area";
import type { Atlas } from "../atlas.ts";
import { addDays, type Day } from "../day.ts";
import { toAreaGeometry } from "../geometry.ts";
import { rememberByDay } from "../remember.ts";
import { findVacated, listGainsOn } from "./gains.ts";

/** Square kilometres (`@turf/area`, on its sphere) that changed hands on a day. */
export interface GainedArea {
  /** What each side gained, in the order of the data set; sides without gain are left out. */
  readonly gains: readonly { readonly side: string; readonly km2: number }[];
  /** What a side held the day before and nobody holds any more. */
  readonly vacatedKm2: number;
}

/** What {@link listGainsOn} finds, measured. Nothing where the day or the day before is missing, for then nobody knows. */
export const measureGainedArea = rememberByDay((atlas: Atlas, day: Day): GainedArea => {
  const { control, sides } = atlas.dataset;
  const found = listGainsOn(atlas, day);
  const gains = sides.flatMap(({ id }) => {
    const ofSide = found.filter(({ side }) => side === id);
    const km2 = ofSide.reduce((sum, { geometry }) => sum + area(geometry) / 1e6, 0);
    return km2 > 0 ? [{ side: id, km2 }] : [];
  });
  const vacated = findVacated(control, addDays(day, -1), day);
  return { gains, vacatedKm2: vacated.length > 0 ? area(toAreaGeometry(vacated)) / 1e6 : 0 };
});
