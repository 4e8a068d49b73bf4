import type { CSSProperties, PointerEvent } from "react";
import { countDaysBetween } from "../../core/day.ts";
import type { ControlHistory } from "../../core/history/control.ts";
import { useActions, useAtlas, useView, useWords } from "../state/dashboard.ts";
import { lookOf } from "../state/sides.ts";
import { cutHistory } from "./facts.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

/**
 * The whole story of a place as a strip in its holders' colours, one day as wide as another, with the playhead in the
 * middle of its day. Pressing goes to a day; the dates of the history below do the same from the keyboard.
 */
export function ControlBand({ history }: { readonly history: ControlHistory }) {
  const { dataset, days } = useAtlas();
  const words = useWords();
  const { goTo } = useActions();
  const day = useView((view) => view.day);
  const { firstDay, lastDay } = dataset;
  const spans = cutHistory(history, firstDay, lastDay);
  const middle = (100 * (days.indexOf(day) + 0.5)) / days.length;

  function handlePointer(event: PointerEvent<HTMLElement>) {
    if (event.buttons !== 1) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const fraction = (event.clientX - left) / width;
    const along = words.direction === "rtl" ? 1 - fraction : fraction;
    const target = days[Math.floor(along * days.length)];
    if (target) goTo(target);
  }

  return (
    <div className="band" title={laterWordsOf(words).place.bandHint} aria-hidden="true">
      <div className="band-strip" onPointerDown={handlePointer} onPointerMove={handlePointer}>
        {spans.map(({ from, to, side, isContested }) => (
          <span
            key={from}
            className="side-fill"
            {...lookOf(dataset, side, { flexGrow: countDaysBetween(from, to) })}
            {...(isContested ? { "data-pattern": "contested" } : {})}
          />
        ))}
        <span className="band-playhead" style={{ "--at": `${middle}%` } as CSSProperties} />
      </div>
      <div className="band-ends quiet">
        <span>{words.dates.long(firstDay)}</span>
        <span>{words.dates.long(lastDay)}</span>
      </div>
    </div>
  );
}
