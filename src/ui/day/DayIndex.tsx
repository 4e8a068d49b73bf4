import type { Day } from "../../core/day.ts";
import { useJudge } from "../state/filter.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { sectionId } from "./DaySection.tsx";
import { countRecords, LISTS, type ListName } from "./sections.ts";

/** A day with no more records than this is seen at a glance. */
const FEW = 8;

/** What a full day has, by number, and the way there. */
export function DayIndex({ day }: { readonly day: Day }) {
  const counts = countRecords(useAtlas(), day, useJudge());
  const { day: words, evidence } = useWords();
  const filled = LISTS.filter((name) => counts[name] > 0);
  const total = filled.reduce((sum, name) => sum + counts[name], 0);
  if (total <= FEW || filled.length < 2) return null;
  const titles: Readonly<Record<ListName, string>> = {
    changes: words.changes,
    contested: words.contested,
    "other-claims": words.alsoReported,
    events: evidence.events,
    figures: evidence.figures,
  };
  return (
    <nav className="day-index" aria-label={words.index}>
      {filled.map((name) => (
        <button key={name} type="button" className="index-button" onClick={() => showSection(name)}>
          {titles[name]} <span className="section-count">{evidence.number(counts[name])}</span>
        </button>
      ))}
    </nav>
  );
}

/** Moves the reader there, and with them what the keyboard and a screen reader do next. */
function showSection(name: ListName): void {
  const heading = document.getElementById(sectionId(name));
  // The heading itself stays in sight, so it would not have to move.
  heading?.parentElement?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}
