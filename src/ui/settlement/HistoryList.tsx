import { addDays } from "../../core/day.ts";
import type { ContestedSpan, ControlHistory, HistoryChange } from "../../core/history/control.ts";
import { findClaims, hasWindow } from "../parts/facts.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { CertaintyBadge } from "../parts/CertaintyBadge.tsx";
import { ChangeLine } from "../parts/ChangeLine.tsx";
import { ClaimCard } from "../parts/ClaimCard.tsx";
import { DayButton } from "../parts/DayButton.tsx";
import { ContestedMark, SideMark } from "../parts/SideMark.tsx";
import { useJudge } from "../state/filter.ts";
import { nameSide } from "../state/sides.ts";
import { isEntryShown, listEntries } from "./facts.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** From the holder at the start through every change and contest, each with its claims. */
export function HistoryList({ history }: { readonly history: ControlHistory }) {
  const atlas = useAtlas();
  const { dataset } = atlas;
  const words = useWords();
  const judge = useJudge();
  const { initialSide } = history;
  const entries = listEntries(history).filter((entry) => isEntryShown(judge, atlas, entry));
  return (
    <>
      <ol className="history">
        <li className="row">
          <SideMark side={initialSide} />
          <p className="row-body">
            {initialSide === undefined
              ? laterWordsOf(words).place.initialSideUnknown(dataset.firstDay)
              : laterWordsOf(words).place.initialSide(
                  nameSide(dataset, initialSide, words),
                  dataset.firstDay,
                )}
          </p>
        </li>
        {entries.map((entry, index) =>
          entry.kind === "change" ? (
            <ChangeEntry key={`${entry.day} ${index}`} change={entry.change} />
          ) : (
            <ContestedEntry key={`${entry.day} ${index}`} span={entry.span} />
          ),
        )}
      </ol>
      {history.changes.length === 0 && <p className="quiet">{laterWordsOf(words).place.noChanges}</p>}
    </>
  );
}

function ChangeEntry({ change }: { readonly change: HistoryChange }) {
  const atlas = useAtlas();
  const { dates, record } = useWords();
  const day = useView((view) => view.day);
  const claims = findClaims(atlas, change.claims);
  const contrary = findClaims(atlas, change.contradictedBy);
  return (
    <li className="row" aria-current={change.day === day ? "date" : undefined}>
      <SideMark side={change.to} />
      <div className="row-body">
        <div className="row-head">
          <DayButton day={change.day} />
          <CertaintyBadge certainty={change.certainty} />
        </div>
        <p className="row-line">
          <ChangeLine change={change} />
          {hasWindow(change) && (
            <span className="quiet">{dates.window(change.firstDay, change.lastDay)}</span>
          )}
        </p>
        {change.impliedBy && <p className="quiet">{record.impliedBy(change.impliedBy)}</p>}
        {change.certainty === "inferred" && <p className="quiet">{record.certaintyMeaning("inferred")}</p>}
        {claims.length + contrary.length > 0 && (
          <ul className="claims" data-competing={contrary.length > 0}>
            {claims.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} />
            ))}
            {contrary.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} isContrary />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function ContestedEntry({ span }: { readonly span: ContestedSpan }) {
  const atlas = useAtlas();
  const { dates } = useWords();
  const lastDay = addDays(span.to, -1);
  return (
    <li className="row">
      <ContestedMark />
      <div className="row-body">
        <div className="row-head">
          <DayButton day={span.from} />
          <CertaintyBadge certainty="contested" />
        </div>
        {lastDay > span.from && <p className="quiet row-line">{dates.window(span.from, lastDay)}</p>}
        <ul className="claims">
          {findClaims(atlas, span.claims).map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
        </ul>
      </div>
    </li>
  );
}
