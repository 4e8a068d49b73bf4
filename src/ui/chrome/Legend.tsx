import { type CSSProperties, useSyncExternalStore } from "react";
import { findAdvance } from "../../core/measure/advance.ts";
import { findInferredTint } from "../../core/measure/inferred-tint.ts";
import { pickName } from "../../core/names.ts";
import { useShallow } from "zustand/react/shallow";
import { findGround, type View } from "../../core/view.ts";
import { listLegend, thinMarks } from "../../layers/layers.ts";
import { LegendSign } from "../parts/LegendSign.tsx";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { ROOMY, useMedia } from "../state/media.ts";

/** The signs on the map, in a box that can be shut; shut at first where room is scarce. */
export function Legend() {
  const { dataset } = useAtlas();
  const words = useWords();
  const isRoomy = useMedia(ROOMY);
  return (
    <details className="legend" open={isRoomy}>
      <summary>{words.chrome.legend}</summary>
      <LegendList />
      <details className="quiet legend-note legend-fold">
        <summary>{pickName(dataset.lineNote, words.language)}</summary>
      </details>
    </details>
  );
}

/** What each sign on the map means. */
export function LegendList() {
  const atlas = useAtlas();
  const words = useWords();
  const view = useView(useShallow(withoutCamera));
  useAdvance();
  const tint = findInferredTint(atlas);
  useSyncExternalStore(tint.watch, tint.reachKm);
  return (
    <>
      <ul>
        {listLegend(atlas, view).map((entry) => (
          <li key={entry.key} className={entry.width === "ramp" ? "legend-ramp" : undefined}>
            <LegendSign entry={entry} />
            {entry.describe(words)}
            {entry.listMarks && <Marks texts={entry.listMarks(words)} />}
          </li>
        ))}
      </ul>
      <Progress />
    </>
  );
}

/** The dates below a ramp, as many as have room. */
function Marks({ texts }: { readonly texts: readonly string[] }) {
  return (
    <span className="legend-marks" aria-hidden="true" style={{ "--parts": texts.length } as CSSProperties}>
      {thinMarks(texts).map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- What stands where does not change on its own.
        <span key={index}>{text}</span>
      ))}
    </span>
  );
}

/** How far the days before the one shown are worked out, until they are. */
function Progress() {
  const { layers } = useWords();
  const percent = useAdvance();
  const day = useView((view) => view.day);
  const ground = useView(findGround);
  const atlas = useAtlas();
  if (ground !== "changed" || findAdvance(atlas).isKnownUntil(day)) return null;
  return <p className="quiet legend-note">{layers.ground.working(percent)}</p>;
}

/** How much of the story's advance is worked out, in percent; the legend is told when it is more. */
function useAdvance(): number {
  const advance = findAdvance(useAtlas());
  return useSyncExternalStore(advance.watch, advance.findPercent);
}

/** The legend is the same wherever the reader looks. */
function withoutCamera(view: View): View {
  return { ...view, camera: undefined };
}
