import { useEffect, useMemo, useState } from "react";
import type { Atlas } from "../../core/atlas.ts";
import { measureGainedArea } from "../../core/measure/gained-area.ts";
import type { Axis } from "../state/axis.ts";
import { useAtlas } from "../state/dashboard.ts";
import { begin, type Work, workOut } from "../state/work-out.ts";
import type { DayGain } from "./bars.ts";
import { Bars } from "./ChartBackground.tsx";

/** The ground that each side gained, in square kilometres, as the days are worked out. */
interface GroundGains extends Work {
  readonly list: () => readonly DayGain[];
}

const allGains = new WeakMap<Atlas, GroundGains>();

/** One and the same for an atlas, so that nothing is worked out twice. */
function gainsOf(atlas: Atlas): GroundGains {
  const known = allGains.get(atlas);
  if (known) return known;
  const gains: DayGain[] = [];
  let done = 0;
  const made: GroundGains = {
    isDone: () => done >= atlas.days.length,
    workOn() {
      const day = atlas.days[done++];
      if (day === undefined) return;
      for (const { side, km2 } of measureGainedArea(atlas, day).gains)
        gains.push({ day, side, certain: km2, uncertain: 0 });
    },
    list: () => [...gains],
  };
  begin(made);
  allGains.set(atlas, made);
  return made;
}

/** The bars of a data set of ground alone, which grow as its days are worked out in idle time. */
export function GroundBars({ axis }: { readonly axis: Axis }) {
  const gains = gainsOf(useAtlas());
  const [told, setTold] = useState(0);
  useEffect(() => workOut(gains, () => setTold((count) => count + 1)), [gains]);
  // oxlint-disable-next-line react/exhaustive-deps -- what is told is that there are more
  const shown = useMemo(() => gains.list(), [gains, told]);
  return <Bars axis={axis} gains={shown} />;
}
