import { useEffect } from "react";
import type { StoreApi } from "zustand/vanilla";
import { isSameSelection, type Selection } from "../../core/selection.ts";
import { useDashboard, useSession } from "./dashboard.ts";
import type { Session } from "./session.ts";

/** What the reader points at, wherever on the page. */
export interface Pointing {
  /** Calls back when it is another. Returns what ends that. */
  readonly watch: (onPoint: (pointed: Selection | undefined) => void) => () => void;
  readonly tell: (pointed: Selection | undefined) => void;
}

export function pointIn(session: StoreApi<Session>): Pointing {
  return {
    watch: (onPoint) =>
      session.subscribe(({ pointed }, before) => {
        if (!isSameSelection(pointed, before.pointed)) onPoint(pointed);
      }),
    tell: (pointed) => session.setState({ pointed }),
  };
}

/** What makes an element of a list point at what it names, and shows when that is pointed at on the map; nothing without a name. */
export function usePointing(named: Selection | undefined) {
  const { session } = useDashboard();
  const { kind, id } = named ?? {};
  const isPointed = useSession(
    ({ pointed }) => kind !== undefined && pointed?.kind === kind && pointed.id === id,
  );
  // Whoever goes away while it is pointed at is not told that the pointer has left.
  useEffect(
    () => () =>
      session.setState(({ pointed }) =>
        pointed?.kind === kind && pointed?.id === id ? { pointed: undefined } : {},
      ),
    [session, kind, id],
  );
  if (kind === undefined || id === undefined) return {};
  const point = () => session.setState({ pointed: { kind, id } });
  const leave = () => session.setState({ pointed: undefined });
  return {
    "data-pointed": isPointed || undefined,
    onPointerEnter: point,
    onPointerLeave: leave,
    onFocus: point,
    onBlur: leave,
  };
}
