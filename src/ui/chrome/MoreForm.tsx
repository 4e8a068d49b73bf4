import type { MouseEvent } from "react";
import type { Theme } from "../../core/view.ts";
import { laterWordsOf } from "../../words/words-of-later.ts";
import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import { toggleNarrative } from "../state/narrative.ts";
import { enterWall } from "../state/wall.ts";
import { LanguageChoice } from "../parts/LanguageChoice.tsx";
import { Icon } from "../parts/icons.tsx";
import { Segmented } from "../parts/Segmented.tsx";

type ThemeChoice = Theme | "auto";

/** Theme, link, wall mode, tour, help: what is wanted now and then. */
export function MoreForm() {
  const dashboard = useDashboard();
  const { store, session } = dashboard;
  const words = useWords();
  const { chrome, narrative, open } = words;
  const { looks } = laterWordsOf(words);
  const theme = useView((view) => view.theme);

  function startTour({ currentTarget }: MouseEvent<HTMLElement>) {
    // The menu would stay open over what is shown.
    currentTarget.closest(".popover")?.querySelector("button")?.click();
    session.setState({ isTouring: true });
  }

  return (
    <>
      <Segmented<ThemeChoice>
        legend={looks.theme}
        value={theme ?? "auto"}
        options={[
          { value: "auto", label: looks.themeAuto },
          { value: "light", label: looks.themeLight },
          { value: "dark", label: looks.themeDark },
          { value: "contrast", label: looks.themeContrast },
        ]}
        onChange={(choice) => store.setState({ theme: choice === "auto" ? undefined : choice })}
      />
      <ul className="menu-list">
        <li>
          <button
            type="button"
            className="menu-item"
            onClick={() => session.setState({ dialog: "export", exportKind: "link" })}
          >
            <Icon name="link" /> {chrome.shareLink}
          </button>
        </li>
        {dashboard.atlas.dataset.narrative && (
          <li className="phone-only">
            <button type="button" className="menu-item" onClick={() => toggleNarrative(dashboard)}>
              <Icon name="story" /> {narrative.region}
            </button>
          </li>
        )}
        <li className="phone-only">
          <button type="button" className="menu-item" onClick={() => session.setState({ dialog: "open" })}>
            <Icon name="folder" /> {open.button}
          </button>
        </li>
        <li className="phone-only">
          <button type="button" className="menu-item" onClick={() => session.setState({ dialog: "table" })}>
            <Icon name="table" /> {chrome.table}
          </button>
        </li>
        <li className="phone-only">
          <LanguageChoice className="menu-item" />
        </li>
        <li>
          <button type="button" className="menu-item" onClick={() => enterWall(dashboard)}>
            <Icon name="wall" /> {laterWordsOf(words).wall.region}
          </button>
        </li>
        <li>
          <button type="button" className="menu-item" onClick={startTour}>
            <Icon name="signpost" /> {chrome.tour}
          </button>
        </li>
        <li>
          <button type="button" className="menu-item" onClick={() => session.setState({ dialog: "help" })}>
            <Icon name="keyboard" /> {chrome.help}
          </button>
        </li>
      </ul>
    </>
  );
}
