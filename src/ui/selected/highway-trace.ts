import { useEffect, useState } from "react";
import type { Atlas } from "../../core/atlas.ts";
import { countDaysBetween } from "../../core/day.ts";
import { type HighwaySpan, traceHighway } from "../../core/measure/along-highway.ts";

/** How a highway is divided over the story, as far as that has been measured. */
export interface HighwayTrace {
  readonly spans: readonly HighwaySpan[];
  /** How much of the story that is, from 0 to 100. */
  readonly percent: number;
}

/** Measures a highway run by run, and lets the page answer in between. Of another highway it must be mounted anew. */
export function useHighwayTrace(atlas: Atlas, highway: string): HighwayTrace {
  const [spans, setSpans] = useState<readonly HighwaySpan[]>([]);
  useEffect(() => {
    const steps = traceHighway(atlas, highway);
    const found: HighwaySpan[] = [];
    let timer: ReturnType<typeof setTimeout>;
    function measure() {
      const step = steps.next();
      if (step.done) return;
      found.push(step.value);
      setSpans([...found]);
      timer = setTimeout(measure, 0);
    }
    timer = setTimeout(measure, 0);
    return () => clearTimeout(timer);
  }, [atlas, highway]);
  const last = spans.at(-1);
  const days = last ? countDaysBetween(atlas.dataset.firstDay, last.to) : 0;
  return { spans, percent: Math.floor((100 * days) / atlas.days.length) };
}

/** Spans that share one division to the tenth of a kilometre as one: what a reader would call a change. */
export function joinSpans(spans: readonly HighwaySpan[]): HighwaySpan[] {
  const joined: HighwaySpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && isSameDivision(last.km, span.km)) joined[joined.length - 1] = { ...last, to: span.to };
    else joined.push(span);
  }
  return joined;
}

function isSameDivision(one: HighwaySpan["km"], other: HighwaySpan["km"]): boolean {
  const round = (km: number | undefined) => (km ?? 0).toFixed(1);
  return one.size === other.size && [...one].every(([side, km]) => round(km) === round(other.get(side)));
}
