import { useEffect, useRef } from "react";
import { useDashboard } from "./state/dashboard.ts";
import type { MountMap } from "./state/mount-map.ts";
import { pointIn } from "./state/pointing.ts";
import { listTroubles } from "./state/session.ts";

interface Props {
  readonly mountMap: MountMap;
  /** It is looked at and cannot be touched. */
  readonly isStill: boolean;
}

/** The element that the map lives in. React renders nothing inside it. */
export function MapSlot({ mountMap, isStill }: Props) {
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
      pointIn(session),
    );
    return () => {
      unmount();
      session.setState({ mapTroubles: [] });
    };
  }, [mountMap, session]);
  return <div className="map" ref={slot} inert={isStill} />;
}
