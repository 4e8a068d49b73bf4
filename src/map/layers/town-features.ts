import type { FeatureCollection, Point } from "geojson";
import { type Atlas, findControl } from "../../core/atlas.ts";
import type { Dataset } from "../../core/dataset.ts";
import type { Settlement, SideColour } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import { colourOf } from "./control-features.ts";

/** What the map shows of a town on a day, beside its name and place. */
export interface TownState {
  /** Palette name of the holder's colour; `undefined` if nobody is known to hold it. */
  readonly holder: SideColour | undefined;
  readonly changed: boolean;
  readonly contested: boolean;
}

/** Every town, always the same: where it is, how large it is drawn and what it is called. */
export function drawTowns(settlements: readonly Settlement[]): FeatureCollection<Point> {
  return collectTowns(settlements, (settlement) => ({ ...nameTown(settlement), kind: settlement.kind }));
}

/** The state of every town at the end of `day`, by id. `changed` holds the towns that changed hands on that day. */
export function listTownStates(
  atlas: Atlas,
  day: Day,
  changed: ReadonlySet<string>,
): ReadonlyMap<string, TownState> {
  return new Map(
    atlas.dataset.settlements.map(({ id }) => {
      const control = findControl(atlas, id, day);
      const holder = control.kind === "unknown" ? undefined : colourOf(atlas.dataset, control.by);
      return [id, { holder, changed: changed.has(id), contested: control.kind === "contested" }];
    }),
  );
}

/**
 * The names of the towns that are large, in the news or selected. `isChanged` and `isSelected` bring a name out at any
 * zoom, so these names are drawn anew when either changes; those of all others stay with the towns.
 */
export function drawTownNames(
  settlements: readonly Settlement[],
  changed: ReadonlySet<string>,
  selected: string | undefined,
): FeatureCollection<Point> {
  const isWanted = ({ id, importance }: Settlement) => importance < 3 || changed.has(id) || id === selected;
  return collectTowns(settlements.filter(isWanted), (settlement) => ({
    ...nameTown(settlement),
    isChanged: changed.has(settlement.id),
    isSelected: settlement.id === selected,
  }));
}

/** `arabic` is empty for a place that has no Arabic name. */
function nameTown({ id, name, nameAr, importance }: Settlement) {
  return { id, latin: name, arabic: nameAr, importance };
}

/**
 * The contested towns of a day, with the palette names of both sides: `left` the one on whose ground the map shows
 * the town, `right` its chief opponent. Either is empty if unknown.
 */
export function drawContestedTowns(
  dataset: Dataset,
  states: ReadonlyMap<string, TownState>,
): FeatureCollection<Point> {
  const contested = dataset.settlements.filter(({ id }) => states.get(id)?.contested);
  return collectTowns(contested, ({ id, importance }) => {
    const holder = states.get(id)?.holder;
    const opponent = dataset.sides.find((side) => side.colour === holder)?.opponents[0];
    return { id, importance, left: holder ?? "", right: colourOf(dataset, opponent) ?? "" };
  });
}

function collectTowns(
  settlements: readonly Settlement[],
  describe: (settlement: Settlement) => Record<string, unknown>,
): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: settlements.map((settlement) => ({
      type: "Feature",
      properties: describe(settlement),
      geometry: { type: "Point", coordinates: [...settlement.position] },
    })),
  };
}
