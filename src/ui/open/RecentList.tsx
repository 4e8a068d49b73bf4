import { openingWordsOf } from "../../words/opening-words.ts";
import { pickName } from "../../core/names.ts";
import { useState } from "react";
import type { RecentEntry } from "../../open/recent.ts";
import { useDashboard, useView, useWords } from "../state/dashboard.ts";
import { Icon } from "../parts/icons.tsx";

interface Props {
  readonly recents: readonly RecentEntry[] | undefined;
  readonly shownId: string | undefined;
}

/** What this browser keeps: each data set can be opened again and forgotten. */
export function RecentList({ recents, shownId }: Props) {
  const { opening } = useDashboard();
  const texts = openingWordsOf(useWords());
  const language = useView((view) => view.language);
  const [said, setSaid] = useState("");

  async function forget(ids: readonly string[]) {
    await opening.forget(ids);
    setSaid(texts.forgotten);
  }

  return (
    <>
      <output className="visually-hidden">{said}</output>
      {!recents && <p className="quiet">{texts.noStorage}</p>}
      {recents?.length === 0 && <p className="quiet">{texts.noRecent}</p>}
      {recents && recents.length > 0 && (
        <ul className="recents">
          {recents.map(({ id, title, source, openedAt, sizeBytes }) => (
            <li key={id}>
              <button type="button" className="recent-button" onClick={() => void opening.openRecent(id)}>
                <span className="recent-title">{pickName(title, language)}</span>
                <span className="quiet">
                  {texts.recentNote(source, openedAt, sizeBytes)}
                  {id === shownId && ` · ${texts.shown}`}
                </span>
              </button>
              <button
                type="button"
                className="button icon-button bare"
                aria-label={texts.forgetOne(pickName(title, language))}
                title={texts.forget}
                onClick={() => void forget([id])}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {recents && recents.length > 1 && (
        <button
          type="button"
          className="text-button"
          onClick={() => void forget(recents.map(({ id }) => id))}
        >
          {texts.forgetAll}
        </button>
      )}
    </>
  );
}
