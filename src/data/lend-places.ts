import type { ControlArchive } from "../core/archive/control-archive.ts";
import type { Bounds } from "../core/geometry.ts";
import type { Settlement } from "../core/records.ts";
import { DECLARATION_FILE } from "./declaration/declaration-file.ts";
import { findGazetteerPlaces, GAZETTEER, type ReadWorldCell } from "./gazetteer.ts";
import { type Problem, reportOn } from "./problem.ts";

interface BareGround {
  readonly problems: Problem[];
  readonly control: ControlArchive;
  readonly bounds: Bounds;
  readonly readWorldCell: ReadWorldCell;
}

/** Places for ground of which the data set names none; none after a warning where they cannot be had. */
export async function lendPlaces({
  control,
  bounds,
  problems,
  readWorldCell,
}: BareGround): Promise<readonly Settlement[]> {
  const reporter = reportOn(problems, DECLARATION_FILE).about("gazetteer");
  const wanted = "files.settlements, or gazetteer: none";
  try {
    const places = await findGazetteerPlaces(control, bounds, readWorldCell);
    if (places.length > 0) {
      const found = `no settlements; ${places.length} places of ${GAZETTEER} lie in the areas`;
      const remedy = "nothing need be done: they are shown as places of the gazetteer, not of the data set";
      reporter.note("places-lent", found, wanted, remedy);
    }
    return places;
  } catch {
    const remedy = "try again where the program's own files can be read; the areas are shown without places";
    reporter.warn("places-missing", "no settlements, and the gazetteer could not be read", wanted, remedy);
    return [];
  }
}
