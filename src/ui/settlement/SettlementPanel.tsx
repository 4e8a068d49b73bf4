import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { createLater, useLater } from "../state/later.ts";

export const laterSettlement = createLater(() => import("./SettlementPage.tsx"));

interface Props {
  /** Only the name and who holds it: the sheet of a phone at rest. */
  readonly isBrief: boolean;
}

/** The history of control of the selected place, with everything that is claimed about it. */
export function SettlementPanel({ isBrief }: Props) {
  const atlas = useAtlas();
  const words = useWords();
  const place = useView((view) => view.place);
  const settlement = place === undefined ? undefined : atlas.settlementById.get(place);
  const history = place === undefined ? undefined : atlas.histories.get(place);
  const part = useLater(laterSettlement, settlement !== undefined);
  return (
    <section className="page" aria-label={words.settlement.region}>
      {settlement && history ? (
        part && <part.SettlementPage settlement={settlement} history={history} isBrief={isBrief} />
      ) : (
        <p className="page-empty quiet">{words.settlement.empty}</p>
      )}
    </section>
  );
}
