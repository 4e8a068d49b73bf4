import { useEffect, useRef } from "react";
import type { MapTrouble } from "../words/map-words.ts";
import { useDashboard } from "./state/dashboard.ts";
import { listTroubles, type Sweep } from "./state/session.ts";

/**
 * Puts the map into an element; `report` tells the reader what is amiss with it, or no longer is, and `watchSweep` calls
 * back whenever the ground is to set out for the next day, or to stand. Returns the clean-up.
 */
export type MountMap = (
  element: HTMLElement,
  report: (trouble: MapTrouble, isThere: boolean) => void,
  watchSweep: (onSweep: (sweep: Sweep | undefined) => void) => () => void,
) => () => void;

/** The element that the map lives in. React renders nothing inside it. */
export function MapSlot({ mountMap }: { readonly mountMap: MountMap }) {
  const slot = useRef<HTMLDivElement>(null);
  const { session } = useDashboard();
  useEffect(() => {
    if (!slot.current) return;
    const unmount = mountMap(
      slot.current,
      (trouble, isThere) =>
        session.setState(({ mapTroubles }) => ({ mapTroubles: listTroubles(mapTroubles, trouble, isThere) })),
      (onSweep) =>
        session.subscribe(({ sweep }, before) => {
          if (sweep !== before.sweep) onSweep(sweep);
        }),
    );
    return () => {
      unmount();
      session.setState({ mapTroubles: [] });
    };
  }, [mountMap, session]);
  return <div className="map" ref={slot} />;
}
