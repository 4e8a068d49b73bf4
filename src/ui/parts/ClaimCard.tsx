import { findClaimCertainty } from "../../core/filter.ts";
import type { Claim } from "../../core/records.ts";
import { nameAttribution } from "./facts.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { CertaintyBadge } from "./CertaintyBadge.tsx";
import { ContraryClaims } from "./ContraryClaims.tsx";
import { NameText, RecordText } from "./RecordText.tsx";
import { SourceButton } from "./SourceButton.tsx";
import { SideName } from "./SideName.tsx";

interface Props {
  readonly claim: Claim;
  /** It contradicts what is shown beside it. */
  readonly isContrary?: boolean;
}

/** One claim in full: what it says, who says so, in which document and where. */
export function ClaimCard({ claim, isContrary = false }: Props) {
  const words = useWords();
  const atlas = useAtlas();
  const publisher = atlas.sourceById.get(claim.source)?.publisher ?? "";
  const { record, dates } = words;
  const when =
    claim.firstDay === claim.lastDay
      ? dates.short(claim.lastDay)
      : dates.window(claim.firstDay, claim.lastDay);
  return (
    <li className="claim" data-contrary={isContrary}>
      <p className="claim-head">
        <SideName side={claim.side} />
        <span>{record.action(claim.action)}</span>
        <span className="quiet">{when}</span>
        <CertaintyBadge certainty={findClaimCertainty(claim)} />
        {isContrary && <span className="contrary">{record.saysOtherwise}</span>}
      </p>
      {claim.summary !== "" && (
        <p className="claim-summary">
          <RecordText record={claim} />
        </p>
      )}
      <p className="quiet claim-source">
        <bdi className="attribution">{nameAttribution(atlas, claim, words)}</bdi>
      </p>
      {!isContrary && <ContraryClaims claim={claim} />}
      <p className="quiet claim-source">
        <SourceButton id={claim.source} />
        {publisher !== "" && (
          <>
            {words.comma}
            <NameText name={publisher} />
          </>
        )}
        {claim.paragraph > 0 && ` · ${record.line(claim.paragraph)}`}
        {claim.spelling !== "" && ` · ${record.printedAs(claim.spelling)}`}
        {claim.ground !== undefined && ` · ${record.saidOf(claim.ground)}`}
      </p>
    </li>
  );
}
