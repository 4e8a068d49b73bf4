import type { Settlement } from "../../core/records.ts";
import { POSITION_SOURCES } from "../../words/keys.ts";
import { useWords } from "../state/dashboard.ts";
import { listExternalMaps } from "./facts.ts";
import { useOriginal } from "../parts/RecordText.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** Where the place is, how precisely that is known and from whom, and links to look it up. */
export function PositionNote({ settlement }: { readonly settlement: Settlement }) {
  const { place: words } = laterWordsOf(useWords());
  const original = useOriginal();
  const [lng, lat] = settlement.position;
  // Data that do not say where a position is from do not say how precise it is either.
  const isKnown = settlement.positionSource !== "";
  const source = POSITION_SOURCES.find((name) => name === settlement.positionSource);
  return (
    <>
      <h3 className="section-heading">{words.position}</h3>
      <p>
        <bdi dir="ltr" className="figures">
          {`${lat.toFixed(4)}, ${lng.toFixed(4)}`}
        </bdi>
        {isKnown && `, ${words.precision(String(settlement.precisionKm))}`}
      </p>
      {isKnown && <p className="quiet">{words.positionSource(source, settlement.positionSource)}</p>}
      {settlement.note !== "" && (
        <p className="quiet" {...original}>
          {settlement.note}
        </p>
      )}
      <p className="external">
        <span className="quiet">{words.elsewhere}:</span>
        {listExternalMaps(settlement.position).map(({ name, url }) => (
          <a key={name} href={url} target="_blank" rel="noreferrer" lang="en">
            {name}
          </a>
        ))}
      </p>
    </>
  );
}
