import type { ReactNode } from "react";
import type { Statement } from "../../core/records.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { DayButton } from "./DayButton.tsx";
import { nameAttribution } from "./facts.ts";

interface Props<Kind extends Statement> {
  readonly record: Statement;
  /** The records that say otherwise. */
  readonly others: readonly Kind[];
  /** What one of them says. */
  readonly renderText: (other: Kind) => ReactNode;
}

/** Who says otherwise, and what; with the way to its day where that is another one. */
export function ContraryLines<Kind extends Statement>({ record, others, renderText }: Props<Kind>) {
  const atlas = useAtlas();
  const words = useWords();
  if (others.length === 0) return null;
  return (
    <ul className="contrary-lines">
      {others.map((other) => (
        <li key={other.id}>
          <span className="contrary">
            {words.evidence.contradictedBy(nameAttribution(atlas, other, words))}
          </span>{" "}
          {renderText(other)}
          {!isOfSameDays(record, other) && (
            <>
              {" · "}
              <DayButton day={other.lastDay}>{words.dates.short(other.lastDay)}</DayButton>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function isOfSameDays(one: Statement, other: Statement): boolean {
  return one.firstDay <= other.lastDay && other.firstDay <= one.lastDay;
}
