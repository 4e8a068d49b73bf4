import { type CSSProperties, useEffect, useRef, useState } from "react";
import { listMapViews } from "../../core/view.ts";
import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import type { MountMap } from "../state/mount-map.ts";
import { pointIn } from "../state/pointing.ts";
import { listTroubles } from "../state/session.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";

/** The half of the map's area, in reading direction, that the second map has. */
type Half = "start" | "end";

interface Props {
  readonly mode: "swipe" | "beside";
  readonly mountOther: MountMap;
}

/** A second map with the compared day: over the first with a divider to move, or beside it. The earlier day comes first. */
export function OtherMap({ mode, mountOther }: Props) {
  const { direction } = useWords();
  const half = useView(({ day, compared = day }): Half => (compared < day ? "start" : "end"));
  const [percent, setPercent] = useState(50);
  const style = mode === "swipe" ? { clipPath: clip(half, percent, direction) } : {};
  return (
    <>
      <div className="other-map" data-half={half} style={style}>
        <OtherSlot mountOther={mountOther} />
      </div>
      <span
        className="divider-line"
        style={{ "--at": `${mode === "swipe" ? percent : 50}%` } as CSSProperties}
      />
      {mode === "swipe" && <Divider percent={percent} onMove={setPercent} />}
      <DayLabels />
    </>
  );
}

function OtherSlot({ mountOther }: Pick<Props, "mountOther">) {
  const slot = useRef<HTMLDivElement>(null);
  const { session } = useDashboard();
  useEffect(() => {
    if (!slot.current) return;
    return mountOther(
      slot.current,
      (trouble, isThere) =>
        session.setState(({ mapTroubles }) => ({ mapTroubles: listTroubles(mapTroubles, trouble, isThere) })),
      // The compared day stands while the other one plays.
      () => () => {},
      pointIn(session),
    );
  }, [mountOther, session]);
  return <div className="map" ref={slot} />;
}

/** The part of a map's area on one side of a divider that lies so far along it, as a CSS `clip-path`. */
export function clip(half: Half, percent: number, direction: "ltr" | "rtl"): string {
  const isLeft = (half === "start") === (direction === "ltr");
  const left = direction === "ltr" ? percent : 100 - percent;
  return isLeft ? `inset(0 ${100 - left}% 0 0)` : `inset(0 0 0 ${left}%)`;
}

/** The browser's own slider, of which only the thumb is to be seen and to be pressed: the map lies free around it. */
function Divider({
  percent,
  onMove,
}: {
  readonly percent: number;
  readonly onMove: (percent: number) => void;
}) {
  const all = useWords();
  const { dates } = all;
  const firstDay = useView((view) => listMapViews(view)[0]?.day ?? view.day);
  const words = laterWordsOf(all).compareModes;
  return (
    <input
      type="range"
      className="divider"
      min={0}
      max={100}
      // So that it follows a finger smoothly; keys move it by a hundredth all the same.
      step="any"
      value={percent}
      aria-label={words.divider}
      aria-valuetext={words.dividerAt(Math.round(percent), dates.long(firstDay))}
      onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
    />
  );
}

/** Which half is which day. */
function DayLabels() {
  const { dates } = useWords();
  const first = useView((view) => listMapViews(view)[0]?.day ?? view.day);
  const last = useView((view) => listMapViews(view).at(-1)?.day ?? view.day);
  return (
    <div className="day-labels">
      <time dateTime={first}>{dates.long(first)}</time>
      <time dateTime={last}>{dates.long(last)}</time>
    </div>
  );
}
