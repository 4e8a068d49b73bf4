import { pickName } from "../../core/names.ts";
import type { Corridor } from "../../core/records.ts";
import { SourceButton } from "../parts/SourceButton.tsx";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";

/** Corridors along a highway and the patrols on them, since when and by which document. */
export function AgreementList({ corridors }: { readonly corridors: readonly Corridor[] }) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { layers, evidence, language } = words;
  const nameOf = (id: string) => dataset.highways.find((highway) => highway.id === id)?.name ?? id;
  return (
    <>
      <h3 className="section-heading">{laterWordsOf(words).source.corridors}</h3>
      <ul className="corridors">
        {corridors.flatMap(({ highway, widthKm, from, source, patrols }) => [
          <li key={`${highway} ${from}`}>
            {layers.highways.corridor(nameOf(highway), widthKm)}
            <p className="source-line quiet">
              {evidence.since(from)} · <SourceButton id={source} />
            </p>
          </li>,
          patrols && (
            <li key={`${highway} ${from} patrols`}>
              {layers.highways.patrols(pickName(patrols.name, language), nameOf(highway))}
              <p className="source-line quiet">
                {evidence.since(patrols.from)} · <SourceButton id={patrols.source} />
              </p>
            </li>
          ),
        ])}
      </ul>
    </>
  );
}
