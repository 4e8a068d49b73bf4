import { useEffect, useState } from "react";
import { summariseDay } from "../../core/measure/day-summary.ts";
import { NO_FILTER } from "../../core/filter.ts";
import { select } from "../../core/selection.ts";
import { describeFilter, describeSelection, describeShown } from "../../words/view-sentence.ts";
import { describeDay } from "../../words/day-sentence.ts";
import { useAtlas, useSession, useView, useWords } from "../state/dashboard.ts";

/** A pause in stepping after which the day is read out; slower than key repeat, so that only the last day is. */
const PAUSE_MS = 400;

/** Tells screen readers what changed when the reader steps to a day or shows it otherwise, what is selected and left out. Silent while playing. */
export function Announcer() {
  const atlas = useAtlas();
  const words = useWords();
  const day = useView((view) => view.day);
  const shown = useView((view) =>
    describeShown({ ...view, ...select(undefined), filter: NO_FILTER }, atlas.dataset, words).join(" "),
  );
  const selected = useView((view) => describeSelection(view, atlas.dataset, words).join(" "));
  const filtered = useView((view) => describeFilter(view.filter, atlas.dataset, words).join(" "));
  const isPlaying = useSession((state) => state.isPlaying);
  const [text, setText] = useState("");
  useEffect(() => {
    if (isPlaying) return;
    const timer = setTimeout(
      () => setText([describeDay(summariseDay(atlas, day), atlas.dataset, words), shown].join(" ").trim()),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [atlas, day, shown, isPlaying, words]);
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {text}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {selected}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {filtered}
      </p>
    </>
  );
}
