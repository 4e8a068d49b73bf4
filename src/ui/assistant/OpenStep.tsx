import { useState } from "react";
import { nameFile } from "../../core/file-name.ts";
import { countProblems } from "../../data/problem.ts";
import { saveFile } from "../../open/save.ts";
import { useDashboard } from "../state/dashboard.ts";
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
  const [isBusy, setBusy] = useState(false);
  if (!checked) return <progress aria-label={words.working} />;
  const canOpen = checked.made !== undefined && !isBehind && !isBusy;
  const faults = countProblems(checked.problems.filter(({ severity }) => severity !== "note"));

  /** What goes wrong is told above all steps: the worker says so to the page. */
  async function carryOut(task: () => Promise<void>) {
    setBusy(true);
    await task().catch(() => {});
    setBusy(false);
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
      </div>
      <p className="quiet">{words.saveHelp}</p>
    </>
  );
}
