import type { Day } from "../../core/day.ts";
import { useJudge } from "../state/filter.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { ClaimCard } from "../parts/ClaimCard.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { ContestedMark } from "../parts/SideMark.tsx";
import { DaySection } from "./DaySection.tsx";
import { isContestShown, listAttributions, listContested } from "../parts/facts.ts";

/** The places that no side can be said to hold at the end of the day, and by whose word. */
export function ContestedList({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const judge = useJudge();
  const all = listContested(atlas, day);
  const places = all.filter(({ claims }) => isContestShown(judge, claims));
  if (all.length === 0) return null;
  return (
    <DaySection name="contested" title={words.day.contested} count={places.length} total={all.length}>
      <ul className="changes compact">
        {places.map(({ settlement, claims }) => (
          <li key={settlement.id} className="row">
            <ContestedMark />
            <div className="row-body">
              <div className="row-head">
                <PlaceButton place={settlement} />
              </div>
              <details className="evidence">
                <summary>
                  <bdi>{listAttributions(atlas, claims, words).join(" · ")}</bdi>
                  <span className="evidence-count">{words.record.claims(claims.length)}</span>
                </summary>
                <ul className="claims">
                  {claims.map((claim) => (
                    <ClaimCard key={claim.id} claim={claim} />
                  ))}
                </ul>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </DaySection>
  );
}
