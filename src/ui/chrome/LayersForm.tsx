import { codeOfScript, type Script } from "../../core/names.ts";
import { HIDEABLE, LAYERS } from "../../layers/layers.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { GroundChoice } from "./GroundChoice.tsx";
import { BaseMapChoice } from "./BaseMapChoice.tsx";
import { Segmented } from "../parts/Segmented.tsx";

/** `hidden` with the layer put in or taken out; in the order of {@link HIDEABLE}, so that equal views have equal links. */
export function toggleLayer(hidden: readonly string[], layer: string): string[] {
  const isHidden = hidden.includes(layer);
  return HIDEABLE.filter((candidate) => (candidate === layer ? !isHidden : hidden.includes(candidate)));
}

/** What is drawn on the map, what its ground tells, in which script the names are, and what lies below. */
export function LayersForm() {
  const { store } = useDashboard();
  const words = useWords();
  const { language } = words;
  const { looks } = laterWordsOf(words);
  const { scripts } = useAtlas().dataset;
  const hidden = useView((view) => view.hidden);
  const labels = useView((view) => view.labels);
  return (
    <>
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
      <GroundChoice />
      {scripts.length > 1 && (
        <Segmented
          legend={looks.labels}
          value={labels}
          options={[
            ...scripts.map((script) => ({ value: script, label: nameScript(script, language) })),
            { value: "both", label: looks.labelsBoth },
          ]}
          onChange={(script) => store.setState({ labels: script })}
        />
      )}
      <BaseMapChoice />
    </>
  );
}

function nameScript(script: Script, language: string): string {
  const name = new Intl.DisplayNames(language, { type: "script", style: "narrow" }).of(codeOfScript(script));
  const text = name ?? script;
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
}
