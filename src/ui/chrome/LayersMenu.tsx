import type { LabelScript } from "../../core/view.ts";
import { HIDEABLE, LAYERS } from "../../layers/layers.ts";
import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import { Popover } from "../parts/Popover.tsx";
import { Segmented } from "../parts/Segmented.tsx";

const SCRIPTS: readonly LabelScript[] = ["latin", "arabic", "both"];

/** `hidden` with the layer put in or taken out; in the order of {@link HIDEABLE}, so that equal views have equal links. */
export function toggleLayer(hidden: readonly string[], layer: string): string[] {
  const isHidden = hidden.includes(layer);
  return HIDEABLE.filter((candidate) => (candidate === layer ? !isHidden : hidden.includes(candidate)));
}

/** What is drawn on the map, and in which script the names are. */
export function LayersMenu() {
  const { store } = useDashboard();
  const words = useWords();
  const { chrome } = words;
  const hidden = useView((view) => view.hidden);
  const labels = useView((view) => view.labels);
  return (
    <Popover label={chrome.layers} icon="layers" hasText className="layers-menu">
      <ul className="checks">
        {LAYERS.map(
          ({ key, nameIn }) =>
            nameIn && (
              <li key={key}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={!hidden.includes(key)}
                    onChange={() => store.setState({ hidden: toggleLayer(hidden, key) })}
                  />
                  <span>{nameIn(words)}</span>
                </label>
              </li>
            ),
        )}
      </ul>
      <Segmented
        legend={chrome.labels}
        value={labels}
        options={SCRIPTS.map((script) => ({ value: script, label: chrome.labelScript(script) }))}
        onChange={(script) => store.setState({ labels: script })}
      />
    </Popover>
  );
}
