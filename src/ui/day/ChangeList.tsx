import type { Change } from "../../core/atlas.ts";
import { useJudge } from "../state/filter.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { ChangeLine } from "../parts/ChangeLine.tsx";
import { ChangeMark } from "../parts/SideMark.tsx";
import { ChangeItem } from "./ChangeItem.tsx";
import { groupChanges } from "./changes.ts";
import { DaySection } from "./DaySection.tsx";

/** Every place that changed hands on the day, under who lost and who gained it. Never cut, for the day is about these; only a filter leaves some out. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const { day: words, evidence, gazetteer } = useWords();
  const judge = useJudge();
  const shown = changes.filter(judge.change);
  const { gazetteer: name } = useAtlas().dataset;
  if (changes.length === 0) return null;
  const title = name === undefined ? words.changes : gazetteer.said(words.changes, name);
  return (
    <DaySection name="changes" title={title} count={shown.length} total={changes.length}>
      {groupChanges(shown).map(({ from, to, changes }) => (
        <div key={`${from} ${to}`} className="change-group">
          <h4 className="change-group-head">
            <ChangeMark from={from} to={to} />
            <ChangeLine change={{ from, to }} />
            <span className="section-count">{evidence.number(changes.length)}</span>
          </h4>
          <ul className="changes">
            {changes.map((change, index) => (
              // A place may change hands twice in a day, and both times to the same side.
              <ChangeItem key={`${change.settlement} ${index}`} change={change} />
            ))}
          </ul>
        </div>
      ))}
    </DaySection>
  );
}
