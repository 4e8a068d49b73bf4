import { memo, useMemo } from "react";
import { listEventDays } from "../../core/measure/events.ts";
import { explainKinds } from "../../layers/events.ts";
import { LegendSign } from "../parts/LegendSign.tsx";
import { type Axis, placeAt } from "../state/axis.ts";
import { useAtlas } from "../state/dashboard.ts";
import { layOutFlags } from "./flags.ts";

/** The room a sign takes with some air, in CSS pixels. */
const SIGN_PX = 24;

/** On the upper edge of the strip: the days on which events begin, with the sign of the kind that holds for most. */
export const EventFlags = memo(function EventFlags({
  axis,
  width,
}: {
  readonly axis: Axis;
  readonly width: number;
}) {
  const atlas = useAtlas();
  const flags = useMemo(() => layOutFlags(listEventDays(atlas), axis, width, SIGN_PX), [atlas, axis, width]);
  if (width === 0) return null;
  return flags.map(({ day, x, kind }) => (
    <span key={day} className="event-flag" data-kind={kind} style={placeAt(x)}>
      {kind && <LegendSign entry={explainKinds([kind])} />}
    </span>
  ));
});
