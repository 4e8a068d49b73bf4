import { pickName } from "../../core/names.ts";
import { useShallow } from "zustand/react/shallow";
import type { View } from "../../core/view.ts";
import { listLegend } from "../../layers/layers.ts";
import { LegendSign } from "../parts/LegendSign.tsx";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { ROOMY, useMedia } from "../state/media.ts";

/** The signs on the map, in a box that can be shut; shut at first where room is scarce. */
export function Legend() {
  const atlas = useAtlas();
  const words = useWords();
  const view = useView(useShallow(withoutCamera));
  const isRoomy = useMedia(ROOMY);
  return (
    <details className="legend" open={isRoomy}>
      <summary>{words.chrome.legend}</summary>
      <ul>
        {listLegend(atlas, view).map((entry) => (
          <li key={entry.key}>
            <LegendSign entry={entry} />
            {entry.describe(words)}
          </li>
        ))}
      </ul>
      <p className="quiet legend-note">{pickName(atlas.dataset.lineNote, words.language)}</p>
    </details>
  );
}

/** The legend is the same wherever the reader looks. */
function withoutCamera(view: View): View {
  return { ...view, camera: undefined };
}
