import { washesGains } from "../../layers/gains.ts";
import type { Shown } from "../shown.ts";
import type { GroundLook } from "./ground.ts";

/** How the ground of what a map shows looks. */
export function lookOf({ content, palette, scale, view }: Shown): GroundLook {
  return { palette, scale, hasGains: washesGains(view), sides: content.atlas.dataset.sides };
}
