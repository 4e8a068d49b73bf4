import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { addDays, clampDay, type Day } from "../../core/day.ts";
import type { DayRange } from "../../core/view.ts";
import { type Axis, type AxisSpan, findDayAt, panAxis, zoomAxis } from "./axis.ts";
import { useActions, useAtlas, useDashboard, useWords } from "./dashboard.ts";
import { readFlick } from "./session.ts";

/** A turn of the wheel by so many pixels shows twice as many days, or half as many. */
const WHEEL_PX = 240;
/** Firefox tells a turn of the wheel in lines. */
const LINE_PX = 16;

/** How far along the axis a point of the window lies, from 0 to 1 between its ends, in the reading direction. */
function useFraction(element: RefObject<HTMLElement | null>): (clientX: number) => number {
  const { direction } = useWords();
  return (clientX) => {
    const { left = 0, width = 1 } = element.current?.getBoundingClientRect() ?? {};
    const fraction = (clientX - left) / Math.max(1, width);
    return direction === "rtl" ? 1 - fraction : fraction;
  };
}

/** The days at the point of a pinch, and how far apart the fingers were. */
interface Pinch {
  readonly axis: Axis;
  readonly middle: number;
  readonly distance: number;
}

/** A finger that moves less than this, in CSS pixels, taps. */
const TAP_PX = 8;

interface StripOptions {
  readonly isInScroll?: boolean;
  /** What a tap of a finger does instead of moving the day. */
  readonly onTap?: (() => void) | undefined;
}

/**
 * What a pointer does on the strip: one moves the day, a flick of a finger by one, with Shift it compares the day with the one where it began, two pinch and drag the axis, the wheel zooms it about the pointer, or
 * moves it where it is turned sideways. Within something that scrolls (`isInScroll`) an upright turn of the wheel and an
 * upright swipe are left to that.
 */
export function useStripGestures(
  element: RefObject<HTMLElement | null>,
  axis: Axis,
  { isInScroll = false, onTap }: StripOptions = {},
) {
  const atlas = useAtlas();
  const { store, session } = useDashboard();
  const { goTo } = useActions();
  const fractionAt = useFraction(element);
  /** Where a drag with Shift began, and what was compared before. */
  const anchor = useRef<{ readonly day: Day; readonly before: Day | undefined }>(undefined);
  const pointers = useRef(new Map<number, number>());
  const pinch = useRef<Pinch>(undefined);
  /** Where and when a finger touched, and the day that was shown then. */
  const touch = useRef<{ readonly x: number; readonly y: number; readonly at: number; readonly day: Day }>(
    undefined,
  );
  const isTap = useRef(false);
  const { direction } = useWords();
  const show = (span: AxisSpan | undefined) => session.setState({ axis: span });

  const handleWheel = (event: WheelEvent) => {
    const isUpright = Math.abs(event.deltaY) >= Math.abs(event.deltaX) && !event.shiftKey;
    if (isInScroll && isUpright && !event.ctrlKey) return;
    event.preventDefault();
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const [along, turned] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    if (Math.abs(along) > Math.abs(turned)) {
      const days = (along * scale * axis.days.length) / (element.current?.clientWidth || 1);
      const rounded = Math.sign(days) * Math.max(1, Math.abs(Math.round(days)));
      const isTurned = fractionAt(0) > fractionAt(1);
      show(panAxis(atlas, axis, isTurned ? -rounded : rounded));
    } else {
      // A pinch on a touchpad comes as small turns of the wheel with the control key.
      const factor = 2 ** ((turned * scale * (event.ctrlKey ? 6 : 1)) / WHEEL_PX);
      show(zoomAxis(atlas, axis, factor, Math.min(1, Math.max(0, fractionAt(event.clientX)))));
    }
  };
  useWheel(element, handleWheel);

  function movePinch(): void {
    const [one = 0, two = 0] = [...pointers.current.values()];
    const [middle, distance] = [fractionAt((one + two) / 2), Math.max(24, Math.abs(one - two))];
    pinch.current ??= { axis, middle, distance };
    const { axis: begun, middle: held, distance: apart } = pinch.current;
    const zoomed = zoomAxis(atlas, begun, apart / distance, held);
    if (!zoomed) show(undefined);
    else {
      const days = daysOf(atlas, zoomed);
      show(panAxis(atlas, days, (held - middle) * days.days.length));
    }
  }

  function handlePointer(event: PointerEvent<HTMLElement>): void {
    const isDown = event.type === "pointerdown";
    if (isDown) pointers.current.set(event.pointerId, event.clientX);
    else if (pointers.current.has(event.pointerId)) pointers.current.set(event.pointerId, event.clientX);
    if (isDown) touch.current = beginTouch(event);
    if (isDown) isTap.current = onTap !== undefined && touch.current !== undefined;
    else if (isFar(event)) isTap.current = false;
    if (pointers.current.size > 1) {
      touch.current = undefined;
      isTap.current = false;
      movePinch();
      return;
    }
    const target = findDayAt(axis, fractionAt(event.clientX));
    if (event.pointerType === "mouse") session.setState({ cursor: target });
    // A finger that has just touched may be about to scroll; one that is left over from a pinch moves no day.
    const isUndecided = isInScroll && isDown && event.pointerType === "touch";
    if (event.buttons !== 1 || !target || pinch.current || isUndecided || isTap.current) return;
    if (isDown && event.shiftKey) anchor.current = { day: target, before: store.getState().compared };
    goTo(target);
    if (!anchor.current) return;
    // Back where it began, the drag compares nothing.
    const { day, before } = anchor.current;
    store.setState({ compared: day === target ? before : day });
  }

  function beginTouch({ pointerType, clientX: x, clientY: y, timeStamp: at }: PointerEvent) {
    return pointerType === "touch" ? { x, y, at, day: store.getState().day } : undefined;
  }

  function isFar({ clientX, clientY }: PointerEvent): boolean {
    return (
      touch.current !== undefined && Math.hypot(clientX - touch.current.x, clientY - touch.current.y) > TAP_PX
    );
  }

  /** The day that a flick leads to from the one shown before it, whatever was passed meanwhile. */
  function findFlicked({ clientX, clientY, timeStamp }: PointerEvent): Day | undefined {
    if (!touch.current) return undefined;
    const { x, y, at, day } = touch.current;
    const way = { along: clientX - x, down: clientY - y, milliseconds: timeStamp - at };
    const step = readFlick(way, direction);
    const { firstDay, lastDay } = atlas.dataset;
    return step === 0 ? undefined : clampDay(addDays(day, step), firstDay, lastDay);
  }

  function release(event: PointerEvent<HTMLElement>): void {
    touch.current = undefined;
    pointers.current.delete(event.pointerId);
    anchor.current = undefined;
    if (pointers.current.size === 0) pinch.current = undefined;
  }

  return {
    onPointerDown: handlePointer,
    onPointerMove: handlePointer,
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const target = findDayAt(axis, fractionAt(event.clientX));
      const flicked = findFlicked(event);
      if (flicked) goTo(flicked);
      else if (isInScroll && event.pointerType === "touch" && target && !pinch.current) goTo(target);
      release(event);
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      isTap.current = false;
      release(event);
    },
    // Not when the finger is lifted: the click that follows would meet what has been opened.
    onClick: () => {
      if (isTap.current) onTap?.();
      isTap.current = false;
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      release(event);
      session.setState({ cursor: undefined });
    },
    onDoubleClick: () => show(undefined),
  };
}

function daysOf({ days }: Axis, { first, last }: AxisSpan): Axis {
  return { days: days.slice(days.indexOf(first), days.indexOf(last) + 1) };
}

/** React listens to the wheel without a way to keep the page from scrolling, so this does. */
function useWheel(element: RefObject<HTMLElement | null>, onWheel: (event: WheelEvent) => void): void {
  useEffect(() => {
    const { current } = element;
    current?.addEventListener("wheel", onWheel, { passive: false });
    return () => current?.removeEventListener("wheel", onWheel);
  }, [element, onWheel]);
}

/**
 * What a pointer does on the line of dates: dragged, it chooses the days that playing keeps to; pressed, it moves the day;
 * pressed twice, it gives back all days.
 */
export function useRangeGestures(element: RefObject<HTMLElement | null>, axis: Axis) {
  const { store, session } = useDashboard();
  const { goTo } = useActions();
  const fractionAt = useFraction(element);
  const start = useRef<{ readonly day: Day; readonly before: DayRange | undefined }>(undefined);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const day = findDayAt(axis, fractionAt(event.clientX));
      if (event.button !== 0 || !day) return;
      start.current = { day, before: store.getState().range };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const here = findDayAt(axis, fractionAt(event.clientX));
      if (!start.current || !here) return;
      const { day, before } = start.current;
      const [first = here, last = here] = [day, here].toSorted();
      // Back where it began, the drag has chosen nothing.
      const range = first === last ? before : { first, last };
      if (range !== store.getState().range) store.setState({ range });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const here = findDayAt(axis, fractionAt(event.clientX));
      if (here && here === start.current?.day) goTo(here);
      start.current = undefined;
    },
    onPointerCancel: () => {
      start.current = undefined;
    },
    onDoubleClick: () => {
      store.setState({ range: undefined });
      session.setState({ axis: undefined });
    },
  };
}
