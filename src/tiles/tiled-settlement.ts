import type { Importance, SettlementKind } from "../core/records.ts";

/** Name of the one layer within the vector tiles of settlements. */
export const SETTLEMENT_LAYER = "settlements";

/**
 * What a tile tells of a settlement beside its place: what is the same on every day. Beside these members its name in
 * each script, under the word for that script, as the label layers read it.
 */
export interface TiledSettlement {
  readonly id: string;
  readonly kind: SettlementKind;
  readonly importance: Importance;
}
