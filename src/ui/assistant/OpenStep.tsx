import { useState } from "react";
import { nameFile } from "../../core/file-name.ts";
import { countProblems } from "../../data/problem.ts";
import { canPickFolder, makeFolder, pickFolder, writeFiles } from "../../open/disk.ts";
import { saveFile } from "../../open/save.ts";
import { useDashboard } from "../state/dashboard.ts";
import { useOwnWords } from "../state/own-words.ts";
import { Icon } from "../parts/icons.tsx";
import { useAssisting, useImport } from "./use-import.ts";

/** The end of it: the dashboard, or a data set to keep. */
export function OpenStep({ name }: { readonly name: string }) {
  const { importing, words } = useAssisting();
  const { opening } = useDashboard();
  const isBehind = useImport((state) => state.isBehind);
  const checked = useImport((state) => state.checked);
  const title = useImport((state) => state.understanding?.meaning.title.value ?? "data");
  const questions = useImport((state) => state.understanding?.meaning.questions.length ?? 0);
  const own = useOwnWords()?.edit;
  const [isBusy, setBusy] = useState(false);
  const [saved, setSaved] = useState("");
  if (!checked) return <progress aria-label={words.working} />;
  const canOpen = checked.made !== undefined && !isBehind && !isBusy;
  const faults = countProblems(checked.problems.filter(({ severity }) => severity !== "note"));

  /** What goes wrong in the worker is told above all steps; a folder that cannot be written is told here. */
  function tellFailure(error: unknown) {
    if (error instanceof DOMException) setSaved(own?.notSaved(error.message) ?? error.message);
  }

  async function carryOut(task: () => Promise<void>) {
    setBusy(true);
    setSaved("");
    await task().catch(tellFailure);
    setBusy(false);
  }

  /** Into a new folder within the one that is chosen: nothing of what lies there is written over. */
  async function saveFolder() {
    const within = await pickFolder("readwrite");
    if (!within) return;
    const files = await importing.listFiles();
    const folder = await makeFolder(within, nameFile([title], "").replace(/\.$/, ""));
    await writeFiles(
      folder,
      files.map(({ path, content }) => ({ path, bytes: content })),
    );
    setSaved(words.savedFolder(`${within.name}/${folder.name}`));
  }

  return (
    <>
      {checked.made === undefined && <p role="alert">{words.cannotOpen}</p>}
      {questions > 0 && <p>{words.openQuestionsLeft(questions)}</p>}
      {faults > 0 && <p>{words.problems(faults)}.</p>}
      <div className="open-actions">
        <button
          type="button"
          className="button primary"
          disabled={!canOpen}
          onClick={() =>
            void carryOut(async () => {
              const bytes = await importing.compile();
              const archive = new File([await importing.pack()], `${name}.zip`);
              opening.openMade(name, bytes, [{ path: archive.name, file: archive }]);
            })
          }
        >
          {words.openNow}
        </button>
        <button
          type="button"
          className="button"
          disabled={!canOpen}
          onClick={() =>
            void carryOut(async () => saveFile(await importing.pack(), nameFile([title], "zip")))
          }
        >
          <Icon name="download" /> {words.saveZip}
        </button>
        {canPickFolder() && (
          <button
            type="button"
            className="button"
            disabled={!canOpen}
            onClick={() => void carryOut(saveFolder)}
          >
            <Icon name="folder" /> {words.saveFolder}
          </button>
        )}
      </div>
      <output>{saved}</output>
      <p className="quiet">{words.saveHelp}</p>
    </>
  );
}
