import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { toggleNarrative } from "../state/narrative.ts";
import { OpenButton } from "../open/OpenButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { SearchBox } from "../search/SearchBox.tsx";
import { LanguageChoice } from "../parts/LanguageChoice.tsx";
import { pickName } from "../../core/names.ts";
import { ExportButton } from "./ExportButton.tsx";
import { LayersMenu } from "./LayersMenu.tsx";
import { MoreMenu } from "./MoreMenu.tsx";

/** Title and search on one side, what changes the map or takes it along on the other. */
export function TopBar() {
  const { dataset } = useAtlas();
  const { session } = useDashboard();
  const language = useView((view) => view.language);
  const { chrome, dates, table } = useWords();
  const months = [dates.month(dataset.firstDay, true), dates.month(dataset.lastDay, true)];
  return (
    <header className="top-bar">
      <div className="title-card">
        <h1>{pickName(dataset.title, language)}</h1>
        <p className="quiet">{[...new Set(months)].join(" – ")}</p>
      </div>
      <SearchBox />
      <nav className="tools" aria-label={chrome.more}>
        <StoryButton />
        <OpenButton />
        <LayersMenu />
        <button
          type="button"
          className="button collapsible"
          aria-label={table.button}
          onClick={() => session.setState({ dialog: "table" })}
        >
          <Icon name="table" />
          <span className="button-text">{table.button}</span>
        </button>
        <LanguageChoice className="button language-button" />
        <MoreMenu />
        <ExportButton />
      </nav>
    </header>
  );
}

/** Only where the data set tells a story. */
function StoryButton() {
  const dashboard = useDashboard();
  const { narrative } = useWords();
  const isOn = useView((view) => view.step !== undefined);
  if (!dashboard.atlas.dataset.narrative) return null;
  return (
    <button
      type="button"
      className="button collapsible"
      aria-label={narrative.region}
      aria-pressed={isOn}
      onClick={() => toggleNarrative(dashboard)}
    >
      <Icon name="story" />
      <span className="button-text">{narrative.region}</span>
    </button>
  );
}
