import type { CSSProperties } from "react";

/** A style that puts an element at a percentage along the line of time, which runs in the reading direction. */
export function placeAt(percent: number, more: CSSProperties = {}): CSSProperties {
  return { ...more, "--at": `${percent}%` } as CSSProperties;
}
