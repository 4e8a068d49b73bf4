import type { Atlas } from "../atlas.ts";
import type { Position } from "../geometry.ts";
import type { PlacePrecision, StoryEvent } from "../records.ts";

/** Where an event happened: at its own position, else at its settlement; `undefined` for one without a place. */
export function findEventPosition(
  { settlementById }: Pick<Atlas, "settlementById">,
  { position, settlement }: Pick<StoryEvent, "position" | "settlement">,
): Position | undefined {
  return position ?? (settlement === undefined ? undefined : settlementById.get(settlement)?.position);
}

/** The own position of an event, unless it is that of its settlement, beside which it is then drawn. */
export function findOwnSpot(
  { settlementById }: Pick<Atlas, "settlementById">,
  { position, settlement }: Pick<StoryEvent, "position" | "settlement">,
): Position | undefined {
  const known = position && settlementById.get(settlement ?? "")?.position;
  return known && known[0] === position[0] && known[1] === position[1] ? undefined : position;
}

/** Kilometres within which something lies of which only this much is named: a usual size, and none of any one place. */
const USUAL_KM: Readonly<Record<PlacePrecision, number>> = {
  spot: 0,
  settlement: 2,
  vicinity: 25,
  district: 50,
  province: 100,
  country: 500,
};

/** Around an event's position, within how many kilometres it happened; `undefined` where nothing is told of that. */
export function findRadiusKm({
  precisionKm,
  precision,
}: Pick<StoryEvent, "precisionKm" | "precision">): number | undefined {
  return precisionKm ?? (precision && USUAL_KM[precision]);
}
