import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Axis } from "../state/axis.ts";
import { useWords } from "../state/dashboard.ts";
import { layOutTicks, type Tick } from "./ticks.ts";

/** Labels are a little smaller than the text of the page. */
const LABEL_EM = 0.75;
/** How far a label may reach beyond the end of the axis: there is that much room in every layout. */
const SLACK_PX = 8;
/** The space before the text of a label. */
const PADDING_PX = 4;

/** The days named below the axis of an element of `width` CSS pixels, measured in the letters they are written in. */
export function useTicks(axis: Axis, width: number, element: RefObject<HTMLElement | null>): readonly Tick[] {
  const { dates } = useWords();
  const fontsLoaded = useFontsLoaded();
  return useMemo(() => {
    const context = width > 0 && element.current ? document.createElement("canvas").getContext("2d") : null;
    if (!context || !element.current) return [];
    const { fontFamily } = getComputedStyle(element.current);
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    context.font = `${LABEL_EM * rem}px ${fontFamily}`;
    const measure = (text: string) => context.measureText(text).width + PADDING_PX;
    return layOutTicks(axis, width, dates, measure, SLACK_PX);
    // oxlint-disable-next-line react/exhaustive-deps -- the letters are others once their font is there
  }, [axis, width, dates, element, fontsLoaded]);
}

function useFontsLoaded(): boolean {
  const [isLoaded, setLoaded] = useState(document.fonts.status === "loaded");
  useEffect(() => {
    const handleDone = () => setLoaded(true);
    document.fonts.addEventListener("loadingdone", handleDone);
    return () => document.fonts.removeEventListener("loadingdone", handleDone);
  }, []);
  return isLoaded;
}
