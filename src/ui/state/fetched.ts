import { useEffect, useState } from "react";
import { useTellOfMissingPart } from "./dashboard.ts";

/**
 * What `load` gives, fetched once the component is there and anew when `of` is another; `undefined` until the first has come.
 * Where it cannot be had the reader is told.
 */
export function useFetched<Fetched>(load: () => Promise<Fetched>, of: unknown): Fetched | undefined {
  const [fetched, setFetched] = useState<Fetched>();
  const tell = useTellOfMissingPart();
  useEffect(() => {
    let isWanted = true;
    // As a function, since what is fetched may be one.
    load().then((found) => isWanted && setFetched(() => found), tell);
    return () => {
      isWanted = false;
    };
    // Both callbacks are new with each drawing of the page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [of]);
  return fetched;
}
