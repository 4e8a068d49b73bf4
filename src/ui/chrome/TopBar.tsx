import { useAtlas, useDashboard, useView, useWords } from "../state/dashboard.ts";
import { OpenButton } from "../open/OpenButton.tsx";
import { Icon } from "../parts/icons.tsx";
import { StoryButton } from "../parts/StoryButton.tsx";
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
  const { chrome, dates } = useWords();
  const months = [dates.month(dataset.firstDay, true), dates.month(dataset.lastDay, true)];
  return (
    <header className="top-bar">
      <div className="title-card">
        <h1>{pickName(dataset.title, language)}</h1>
        <p className="quiet">{[...new Set(months)].join(" – ")}</p>
      </div>
      <SearchBox />
      <nav className="tools" aria-label={chrome.more}>
        <StoryButton className="button collapsible" />
        <OpenButton />
        <LayersMenu />
        <button
          type="button"
          className="button collapsible"
          aria-label={chrome.table}
          onClick={() => session.setState({ dialog: "table" })}
        >
          <Icon name="table" />
          <span className="button-text">{chrome.table}</span>
        </button>
        <LanguageChoice className="button language-button" />
        <MoreMenu />
        <ExportButton />
      </nav>
    </header>
  );
}
