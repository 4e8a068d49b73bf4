import type { Atlas } from "../atlas.ts";
import type { Position } from "../geometry.ts";
import type { StoryEvent } from "../records.ts";

/** Where an event happened: at its own position, else at its settlement; `undefined` for one without a place. */
export function findEventPosition(
  { settlementById }: Pick<Atlas, "settlementById">,
  { position, settlement }: Pick<StoryEvent, "position" | "settlement">,
): Position | undefined {
  return position ?? (settlement === undefined ? undefined : settlementById.get(settlement)?.position);
}
