import type { Importance, SettlementKind } from "../core/records.ts";

/** Name of the one layer within the vector tiles of settlements. */
export const SETTLEMENT_LAYER = "settlements";

/** What a tile tells of a settlement beside its place: what is the same on every day. Names as the label layers read them. */
export interface TiledSettlement {
  readonly id: string;
  readonly latin: string;
  /** Empty if there is none. */
  readonly arabic: string;
  readonly kind: SettlementKind;
  readonly importance: Importance;
}
