import type { ReactNode } from "react";
import { useWords } from "../state/dashboard.ts";
import type { SectionName } from "./sections.ts";

interface Props {
  readonly name: SectionName;
  readonly title: string;
  /** How many records the section has, shown or not. */
  readonly count?: number;
  readonly children: ReactNode;
}

/** A part of the day, under a heading that stays in sight while the part is read. */
export function DaySection({ name, title, count, children }: Props) {
  const { evidence } = useWords();
  return (
    <div className="day-section">
      <h3 id={sectionId(name)} tabIndex={-1} className="section-heading">
        {title} {count !== undefined && <span className="section-count">{evidence.number(count)}</span>}
      </h3>
      {children}
    </div>
  );
}

export function sectionId(name: SectionName): string {
  return `day-${name}`;
}
