import { useEffect, useRef } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { Position } from "../../core/geometry.ts";
import type { StoryEvent } from "../../core/records.ts";
import { isSameSelection, type Selection } from "../../core/selection.ts";
import { useDashboard, useSession } from "./dashboard.ts";
import type { Session } from "./session.ts";

/** What the reader points at, wherever on the page. */
export interface Pointing {
  /** Calls back when it is another. Returns what ends that. */
  readonly watch: (onPoint: (pointed: Selection | undefined) => void) => () => void;
  readonly tell: (pointed: Selection | undefined) => void;
  /** The same of a pin that the reader can drag on the map: where it is to be, and where it has been dragged to. */
  readonly watchPin: (onPin: (pin: Position | undefined) => void) => () => void;
  readonly movePin: (pin: Position) => void;
  /** Opens events in the list of the day. */
  readonly openEvents: (events: readonly StoryEvent[]) => void;
}

export function pointIn(session: StoreApi<Session>): Pointing {
  return {
    watch: (onPoint) =>
      session.subscribe(({ pointed }, before) => {
        if (!isSameSelection(pointed, before.pointed)) onPoint(pointed);
      }),
    tell: (pointed) => session.setState({ pointed }),
    watchPin: (onPin) =>
      session.subscribe(({ pin }, before) => {
        if (pin !== before.pin) onPin(pin);
      }),
    movePin: (pin) => session.setState({ pin }),
    openEvents: (openEvents) =>
      session.setState(({ sheet }) => ({
        openEvents,
        tab: "day",
        isPanelOpen: true,
        sheet: sheet === "closed" ? "half" : sheet,
      })),
  };
}

/** How long the pointer rests on something before the map is drawn anew for it: what it only passes is not pointed at. */
const REST_MS = 60;

/** What makes an element of a list point at what it names, and shows when that is pointed at on the map; nothing without a name. */
export function usePointing(named: Selection | undefined) {
  const { session } = useDashboard();
  const { kind, id } = named ?? {};
  const isPointed = useSession(
    ({ pointed }) => kind !== undefined && pointed?.kind === kind && pointed.id === id,
  );
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Whoever goes away while it is pointed at is not told that the pointer has left.
  useEffect(
    () => () => {
      clearTimeout(resting.current);
      endPointing(session, { kind, id });
    },
    [session, kind, id],
  );
  if (kind === undefined || id === undefined) return {};
  const point = () => session.setState({ pointed: { kind, id } });
  const leave = () => {
    clearTimeout(resting.current);
    endPointing(session, { kind, id });
  };
  return {
    "data-pointed": isPointed || undefined,
    onPointerMove: ({ movementX, movementY }: Pick<PointerEvent, "movementX" | "movementY">) => {
      // What is scrolled under a pointer that stands still is not pointed at.
      if (isPointed || (movementX === 0 && movementY === 0)) return;
      clearTimeout(resting.current);
      resting.current = setTimeout(point, REST_MS);
    },
    onPointerLeave: leave,
    onFocus: point,
    onBlur: leave,
  };
}

/** Tells that something is no longer pointed at, if it was: nobody is woken for nothing. */
function endPointing(
  session: StoreApi<Session>,
  { kind, id }: { readonly kind: Selection["kind"] | undefined; readonly id: string | undefined },
): void {
  const { pointed } = session.getState();
  if (pointed !== undefined && pointed.kind === kind && pointed.id === id)
    session.setState({ pointed: undefined });
}
