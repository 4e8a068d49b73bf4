import { useState } from "react";
import type { Claim } from "../../core/records.ts";
import type { Day } from "../../core/day.ts";
import { useJudge } from "../state/filter.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { ContraryClaims } from "../parts/ContraryClaims.tsx";
import { AttributionLine } from "../parts/SourceButton.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { SideName } from "../parts/SideName.tsx";
import { DaySection } from "./DaySection.tsx";
import { groupByPlace, listOtherClaims } from "../parts/facts.ts";
import { takeFirst } from "./sections.ts";
import { ShowAllButton } from "./ShowAllButton.tsx";

/** Claims of the day by which nothing changed hands, by place: attacks, defences, bombardment. */
export function OtherClaims({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const judge = useJudge();
  const all = listOtherClaims(atlas, day);
  const claims = all.filter(judge.claim);
  if (all.length === 0) return null;
  const places = groupByPlace(claims);
  const first = takeFirst(places);
  return (
    <DaySection name="other-claims" title={words.day.alsoReported} count={claims.length} total={all.length}>
      <ul className="notes">
        {(isWhole ? places : first).map(({ settlement, claims }) => {
          const place = atlas.settlementById.get(settlement);
          return (
            <li key={settlement}>
              {place && <PlaceButton place={place} />}
              <ul>
                {claims.map((claim) => (
                  <ClaimLine key={claim.id} claim={claim} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      {first.length < places.length && (
        <ShowAllButton count={claims.length} isWhole={isWhole} onToggle={() => setIsWhole(!isWhole)} />
      )}
    </DaySection>
  );
}

function ClaimLine({ claim }: { readonly claim: Claim }) {
  const words = useWords();
  return (
    <li>
      <SideName side={claim.side} /> {words.record.action(claim.action)}
      <span className="quiet">
        {" · "}
        <AttributionLine record={claim} />
      </span>
      <ContraryClaims claim={claim} />
    </li>
  );
}
