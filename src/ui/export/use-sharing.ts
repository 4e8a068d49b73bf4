import { useEffect, useState } from "react";
import { useDashboard, useTellOfMissingPart } from "../state/dashboard.ts";
import type { Sharing } from "../state/sharing.ts";

/** Addresses to give to others; `undefined` until what knows them has come. */
export function useSharing(): Sharing | undefined {
  const { share } = useDashboard();
  const [sharing, setSharing] = useState<Sharing>();
  const tell = useTellOfMissingPart();
  useEffect(() => {
    let isGone = false;
    share()
      .then((found) => {
        if (!isGone) setSharing(found);
      })
      .catch(tell);
    return () => {
      isGone = true;
    };
    // What tells is new with each drawing of the page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [share]);
  return sharing;
}
