import { useAtlas, useWords } from "../state/dashboard.ts";
import { lookOf, nameSideShortly } from "../state/sides.ts";

/** The short name of a side in its text colour. */
export function SideName({ side }: { readonly side: string | undefined }) {
  const { dataset } = useAtlas();
  const words = useWords();
  return (
    <span className="side-name" {...lookOf(dataset, side)}>
      {nameSideShortly(dataset, side, words)}
    </span>
  );
}
