import type { Day } from "../../core/day.ts";
import { useAtlas, useWords } from "../dashboard.ts";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { SideName } from "../parts/SideName.tsx";
import { listOtherClaims, nameAttribution } from "./facts.ts";

/** Claims of the day by which nothing changed hands: attacks, defences, bombardment. */
export function OtherClaims({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const claims = listOtherClaims(atlas, day);
  if (claims.length === 0) return null;
  return (
    <>
      <h3 className="section-heading">{words.day.alsoReported}</h3>
      <ul className="notes">
        {claims.map((claim) => {
          const settlement = atlas.settlementById.get(claim.settlement);
          return (
            <li key={claim.id}>
              {settlement && <PlaceButton place={settlement} />}{" "}
              <span className="row-line">
                <SideName side={claim.side} /> <span>{words.record.action(claim.action)}</span>{" "}
                <bdi className="quiet attribution">{nameAttribution(atlas, claim, words)}</bdi>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
