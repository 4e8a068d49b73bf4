import { useAtlas, useWords } from "../state/dashboard.ts";
import { findSide, nameSideShortly } from "../state/sides.ts";

/** The short name of a side in its text colour. */
export function SideName({ side }: { readonly side: string | undefined }) {
  const { dataset } = useAtlas();
  const words = useWords();
  return (
    <span className="side-name" data-colour={findSide(dataset, side)?.colour ?? "unknown"}>
      {nameSideShortly(dataset, side, words)}
    </span>
  );
}
