import { openingWordsOf } from "../../words/opening-words.ts";
import { type ChangeEvent, useRef } from "react";
import { useStore } from "zustand";
import { canPickFolder } from "../../open/disk.ts";
import { useDashboard, useTellOfMissingPart, useWords } from "../state/dashboard.ts";
import { useOwnWords } from "../state/own-words.ts";
import { Icon } from "../parts/icons.tsx";
import { RecentList } from "./RecentList.tsx";

/** React knows the attribute, its types do not. */
const FOLDERS = { webkitdirectory: "" };

/** Where data can come from: a folder, an archive or files, what was opened before, the bundled story. */
export function Chooser() {
  const { opening, localId } = useDashboard();
  const { open } = useWords();
  const texts = openingWordsOf(useWords());
  const recents = useStore(opening.store, (state) => state.recents);
  const tell = useTellOfMissingPart();
  const follow = useOwnWords()?.follow;
  const folderInput = useRef<HTMLInputElement>(null);
  const filesInput = useRef<HTMLInputElement>(null);

  function handlePick({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const files = [...(currentTarget.files ?? [])];
    // So that picking the same files again, after mending them, is a change.
    currentTarget.value = "";
    if (files.length > 0) opening.openPicked(files);
  }

  function pickFolder() {
    if (canPickFolder()) void opening.load().then((opener) => opener.openFolder(), tell);
    else folderInput.current?.click();
  }

  return (
    <div className="open-chooser">
      <p>{texts.introduction}</p>
      <div className="open-pickers">
        <button type="button" className="button primary" onClick={pickFolder}>
          <Icon name="folder" /> {texts.openFolder}
        </button>
        <button type="button" className="button" onClick={() => filesInput.current?.click()}>
          {texts.openFiles}
        </button>
        <input ref={folderInput} type="file" hidden {...FOLDERS} onChange={handlePick} />
        <input ref={filesInput} type="file" hidden multiple onChange={handlePick} />
      </div>
      <p className="quiet">
        {texts.orDrop} {canPickFolder() && follow?.hint} {texts.pictureHint} {open.privacy}
      </p>
      <h3>{texts.recent}</h3>
      <RecentList recents={recents} shownId={localId} />
      <h3>{texts.story}</h3>
      {localId === undefined ? (
        <p className="quiet">{texts.shown}</p>
      ) : (
        <button type="button" className="button" onClick={() => opening.openStory()}>
          {open.showStory}
        </button>
      )}
    </div>
  );
}
