import type { ReactNode } from "react";
import { ListCount } from "../parts/ListCount.tsx";
import { useWords } from "../state/dashboard.ts";
import type { SectionName } from "./sections.ts";

interface Props {
  readonly name: SectionName;
  readonly title: string;
  /** How many records the section has, shown or not. */
  readonly count?: number;
  /** How many it would have without the filter. */
  readonly total?: number;
  readonly children: ReactNode;
}

/** A part of the day, under a heading that stays in sight while the part is read. */
export function DaySection({ name, title, count, total = count, children }: Props) {
  const { filter } = useWords();
  return (
    <div className="day-section">
      <h3 id={sectionId(name)} tabIndex={-1} className="section-heading">
        {title} {count !== undefined && <ListCount shown={count} total={total ?? count} />}
      </h3>
      {count === 0 ? <p className="quiet">{filter.allLeftOut}</p> : children}
    </div>
  );
}

export function sectionId(name: SectionName): string {
  return `day-${name}`;
}
