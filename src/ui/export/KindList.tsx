import type { ExportWords } from "../../words/export-words.ts";
import { EXPORT_GROUPS } from "./kinds/kinds.ts";

interface Props {
  readonly words: ExportWords;
  /** Key of the kind that is chosen. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** What can be taken away: a list in groups or, where there is no room beside the preview, one field. The style shows one of them. */
export function KindList({ words, chosen, onChoose }: Props) {
  return (
    <nav className="export-kinds" aria-label={words.kinds}>
      {EXPORT_GROUPS.map(({ key, kinds }) => (
        <section key={key} className="export-group" aria-label={words.groups[key]}>
          {kinds.map((kind) => (
            <button
              key={kind.key}
              type="button"
              className="export-kind"
              aria-current={kind.key === chosen}
              onClick={() => onChoose(kind.key)}
            >
              <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d={kind.icon} />
              </svg>
              <strong>{kind.nameIn(words)}</strong>
              <span className="quiet">{kind.hintIn(words)}</span>
            </button>
          ))}
        </section>
      ))}
      <select
        className="button export-kind-field"
        aria-label={words.kinds}
        value={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {EXPORT_GROUPS.map(({ key, kinds }) => (
          <optgroup key={key} label={words.groups[key]}>
            {kinds.map((kind) => (
              <option key={kind.key} value={kind.key}>
                {kind.nameIn(words)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </nav>
  );
}
