import type { Change } from "../../core/atlas.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { CertaintyBadge } from "../parts/CertaintyBadge.tsx";
import { ClaimCard } from "../parts/ClaimCard.tsx";
import { PlaceButton } from "../parts/PlaceButton.tsx";
import { findClaims, hasWindow, listAttributions } from "../parts/facts.ts";

/** One place that changed hands: how sure it is, and who says so; the claims on demand. */
export function ChangeItem({ change }: { readonly change: Change }) {
  const atlas = useAtlas();
  const words = useWords();
  const settlement = atlas.settlementById.get(change.settlement);
  if (!settlement) return null;
  const claims = findClaims(atlas, change.claims);
  const contrary = findClaims(atlas, change.contradictedBy);
  const count = claims.length + contrary.length;
  return (
    <li className="row">
      <div className="row-body">
        <div className="row-head">
          <PlaceButton place={settlement} />
          <CertaintyBadge certainty={change.certainty} />
        </div>
        {(hasWindow(change) || change.isWithinDay) && (
          <p className="row-line quiet">
            {hasWindow(change) && <span>{words.dates.window(change.firstDay, change.lastDay)}</span>}
            {change.isWithinDay && <span>{words.day.withinDay}</span>}
          </p>
        )}
        {change.impliedBy && <p className="row-note quiet">{words.record.impliedBy(change.impliedBy)}</p>}
        {change.certainty === "inferred" && (
          <p className="row-note quiet">{words.record.certaintyMeaning("inferred")}</p>
        )}
        {count > 0 && (
          <details className="evidence">
            <summary>
              <bdi>{listAttributions(atlas, [...claims, ...contrary], words).join(" · ")}</bdi>
              <span className="evidence-count">{words.record.claims(count)}</span>
            </summary>
            <ul className="claims">
              {claims.map((claim) => (
                <ClaimCard key={claim.id} claim={claim} />
              ))}
              {contrary.map((claim) => (
                <ClaimCard key={claim.id} claim={claim} isContrary />
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}
