import { pickName } from "../../core/names.ts";
import { findCorridor, findPatrols } from "../../core/measure/corridor.ts";
import type { Day } from "../../core/day.ts";
import { OWN_WORDS } from "../../core/records.ts";
import { useAtlas, useWords } from "../state/dashboard.ts";
import { nameAttribution } from "../parts/facts.ts";

/** The security corridor of the day and the patrols along it, since when and by whose word. */
export function CorridorLines({ day }: { readonly day: Day }) {
  const atlas = useAtlas();
  const words = useWords();
  const { language, evidence } = words;
  const corridor = findCorridor(atlas.dataset, day);
  if (!corridor) return null;
  const patrols = findPatrols(corridor, day);
  const highway = atlas.dataset.highways.find(({ id }) => id === corridor.highway)?.name ?? corridor.highway;
  const nameSource = (source: string) => nameAttribution(atlas, { source, attribution: OWN_WORDS }, words);
  return (
    <ul className="corridors">
      <li>
        {words.layers.highways.corridor(highway, corridor.widthKm)}
        <span className="quiet">{` · ${evidence.since(corridor.from)} · ${nameSource(corridor.source)}`}</span>
      </li>
      {patrols && (
        <li>
          {words.layers.highways.patrols(pickName(patrols.name, language), highway)}
          <span className="quiet">{` · ${evidence.since(patrols.from)} · ${nameSource(patrols.source)}`}</span>
          {pickName(patrols.note, language) !== "" && (
            <p className="quiet">{pickName(patrols.note, language)}</p>
          )}
        </li>
      )}
    </ul>
  );
}
