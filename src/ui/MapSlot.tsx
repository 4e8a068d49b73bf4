import { useEffect, useRef } from "react";
import { useDashboard } from "./state/dashboard.ts";

/** Puts the map into an element; `report` tells the reader what keeps it from being drawn. Returns the clean-up. */
export type MountMap = (element: HTMLElement, report: (message: string) => void) => () => void;

/** The element that the map lives in. React renders nothing inside it. */
export function MapSlot({ mountMap }: { readonly mountMap: MountMap }) {
  const slot = useRef<HTMLDivElement>(null);
  const { session } = useDashboard();
  useEffect(() => {
    if (!slot.current) return;
    return mountMap(slot.current, (text) => session.setState({ message: { tone: "failed", text } }));
  }, [mountMap, session]);
  return <div className="map" ref={slot} />;
}
