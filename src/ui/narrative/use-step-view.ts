import { useCallback, useEffect, useRef, useState } from "react";
import { listCharts } from "../../core/measure/charts.ts";
import { type Frame, type Narrative, viewOfStep } from "../../core/narrative.ts";
import { isSameSelection, selectionOf } from "../../core/selection.ts";
import { FIRST_CHART, type View } from "../../core/view.ts";
import { useDashboard, useView } from "../state/dashboard.ts";
import { isTold, tell } from "../state/narrative.ts";

/** How much of a map is left free around what a step shows: above, the bar of the page. */
const MARGINS = { top: 88, right: 56, bottom: 56, left: 56 };
/** The same on the map of a phone, in part of the width. */
const NARROW = { width: 640, margins: { top: 66, right: 56, bottom: 28, left: 32 } };
/** By these the reader takes the map in hand. */
const HANDS = ["pointerdown", "wheel", "keydown"] as const;

interface StepShown {
  /** Whether the reader has changed what the step shows. */
  readonly isTouched: boolean;
  readonly showAgain: () => void;
}

/** Shows what the step that is read shows, until the reader changes the day, the map or what is selected. */
export function useStepView({ steps }: Narrative): StepShown {
  const { atlas, store } = useDashboard();
  const current = useView((view) => view.step);
  const [touched, setTouched] = useState<string>();
  const isTouched = touched !== undefined && touched === current;
  const hasHands = useRef(false);
  const show = useCallback(() => {
    const step = steps.find(({ id }) => id === current);
    if (!step) return;
    hasHands.current = false;
    const charts = [FIRST_CHART, ...listCharts(atlas).map(({ key }) => key)];
    const frame = measureMap();
    const { camera, ...view } = viewOfStep(step, frame ?? NO_FRAME, charts);
    tell(store, frame ? { ...view, camera } : view);
  }, [atlas, store, steps, current]);
  useEffect(show, [show]);

  useEffect(() => {
    const map = findMap();
    const take = () => (hasHands.current = true);
    for (const event of HANDS) map?.addEventListener(event, take, { passive: true });
    const stop = store.subscribe((view, before) => {
      if (view.step !== before.step) setTouched(undefined);
      else if (!isTold(store) && isOther(view, before, hasHands.current)) setTouched(view.step);
    });
    return () => {
      for (const event of HANDS) map?.removeEventListener(event, take);
      stop();
    };
  }, [store]);

  // A map of another size shows the same ground: what a step names is in sight on a phone too.
  useEffect(() => {
    const map = findMap();
    if (!map || isTouched) return;
    let known = `${map.clientWidth} ${map.clientHeight}`;
    const watch = new ResizeObserver(() => {
      const size = `${map.clientWidth} ${map.clientHeight}`;
      if (size === known) return;
      known = size;
      show();
    });
    watch.observe(map);
    return () => watch.disconnect();
  }, [show, isTouched]);
  const showAgain = () => {
    setTouched(undefined);
    show();
  };
  return { isTouched, showAgain };
}

function isOther(view: View, before: View, hasHands: boolean): boolean {
  const { day, compared, ground, hidden, camera } = before;
  return (
    view.day !== day ||
    view.compared !== compared ||
    view.ground !== ground ||
    view.hidden !== hidden ||
    !isSameSelection(selectionOf(view), selectionOf(before)) ||
    (hasHands && view.camera !== camera)
  );
}

const NO_FRAME: Frame = { width: 1, height: 1, margins: { top: 0, right: 0, bottom: 0, left: 0 } };

function findMap(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(".map-area > .map") ?? undefined;
}

function measureMap(): Frame | undefined {
  const map = findMap();
  const { clientWidth: width = 0, clientHeight: height = 0 } = map ?? {};
  if (!map || width === 0 || height === 0) return undefined;
  if (width < NARROW.width) return { width, height, margins: NARROW.margins };
  const box = document.querySelector(".legend")?.getBoundingClientRect();
  // An open legend takes a side of the map; a folded one only a corner.
  if (!box || box.height < height / 3 || box.width > width / 2) return { width, height, margins: MARGINS };
  const isAtLeft = box.left - map.getBoundingClientRect().left < width / 2;
  const side = isAtLeft ? "left" : "right";
  return { width, height, margins: { ...MARGINS, [side]: MARGINS[side] + box.width } };
}
