import { useShallow } from "zustand/react/shallow";
import type { Dataset } from "../../core/dataset.ts";
import { mapWords } from "../../words/map-words.ts";
import { useAtlas, useView, useWords } from "../state/dashboard.ts";
import { ROOMY, useMedia } from "../state/media.ts";
import { findSide, nameSide } from "../state/sides.ts";
import { type LegendItem, listLegend } from "./legend.ts";

/** The signs on the map, in a box that can be shut; shut at first where room is scarce. */
export function Legend() {
  const atlas = useAtlas();
  const { chrome, language } = useWords();
  const view = useView(useShallow(({ day, hidden }) => ({ day, hidden })));
  const isRoomy = useMedia(ROOMY);
  return (
    <details className="legend" open={isRoomy}>
      <summary>{chrome.legend.title}</summary>
      <ul>
        {listLegend(atlas, view).map((item) => (
          <LegendRow key={JSON.stringify(item)} item={item} />
        ))}
      </ul>
      <p className="quiet legend-note">{atlas.dataset.lineNote[language]}</p>
    </details>
  );
}

function nameHighway({ highways }: Dataset, id: string): string {
  return highways.find((highway) => highway.id === id)?.name ?? id;
}

function LegendRow({ item }: { readonly item: LegendItem }) {
  const { dataset } = useAtlas();
  const words = useWords();
  const { legend } = words.chrome;
  const colour = "side" in item ? (findSide(dataset, item.side)?.colour ?? "unknown") : undefined;
  return (
    <li>
      <span
        className="sign"
        data-sign={item.kind}
        data-colour={colour}
        data-hollow={"isEncircled" in item && item.isEncircled}
      />
      {describe()}
    </li>
  );

  function describe(): string {
    switch (item.kind) {
      case "side":
        return nameSide(dataset, item.side, words);
      case "front-line":
        return legend.frontLine;
      case "inferred-line":
        return mapWords[words.language].inferredLine;
      case "quiet-line":
        return mapWords[words.language].quietLine;
      case "yesterday":
        return legend.yesterday;
      case "gains":
        return legend.gains;
      case "changed":
        return legend.changedToday;
      case "contested":
        return legend.contested;
      case "highways":
        return legend.highways(dataset.highways.map((highway) => highway.name));
      case "corridor":
        return mapWords[words.language].corridor(nameHighway(dataset, item.highway), item.widthKm);
      case "patrols":
        return mapWords[words.language].patrols(
          item.name[words.language],
          nameHighway(dataset, item.highway),
        );
      case "post":
        return item.isEncircled ? `${legend.post}${words.comma}${legend.postEncircled}` : legend.post;
    }
  }
}
