import { countSettlements } from "../../core/measure/settlements.ts";
import type { Day } from "../../core/day.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { ContestedMark, SideMark } from "../parts/SideMark.tsx";
import { lookOf, nameSideShortly } from "../state/sides.ts";
import { DaySection } from "./DaySection.tsx";

/** Who holds how many of the documented places: a strip in proportion, then the numbers. */
export function BalanceLine({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const balance = countSettlements(atlas, day);
  const held = [...balance.held].filter(([, count]) => count > 0);
  const { gazetteer } = atlas.dataset;
  const title = words.day.balance(balance.documented);
  // Of areas without places, or events without sides, there is nothing to tell.
  if (balance.documented === 0 || atlas.dataset.sides.length === 0) return null;
  return (
    <DaySection
      name="balance"
      title={gazetteer === undefined ? title : words.gazetteer.said(title, gazetteer)}
    >
      <div className="balance-strip" aria-hidden="true">
        {held.map(([side, count]) => (
          <span key={side} className="side-fill" {...lookOf(atlas.dataset, side, { flexGrow: count })} />
        ))}
        <span className="side-fill" data-pattern="contested" style={{ flexGrow: balance.contested }} />
        <span className="side-fill" data-pattern="unknown" style={{ flexGrow: balance.unknown }} />
      </div>
      <ul className="balance">
        {held.map(([side, count]) => (
          <li key={side}>
            <SideMark side={side} /> {nameSideShortly(atlas.dataset, side, words)} <strong>{count}</strong>
          </li>
        ))}
        {balance.contested > 0 && (
          <li>
            <ContestedMark /> {words.day.contested} <strong>{balance.contested}</strong>
          </li>
        )}
        {balance.unknown > 0 && (
          <li>
            <SideMark side={undefined} /> {words.day.unknownHolder} <strong>{balance.unknown}</strong>
          </li>
        )}
      </ul>
    </DaySection>
  );
}
