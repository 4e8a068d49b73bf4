import "../../../styles/page/open-dialog.css";
import { openingWordsOf } from "../../words/opening-words.ts";
import type { Problem } from "../../data/problem.ts";
import type { ProblemsFormat } from "../../open/save.ts";
import { useDashboard, useTellOfMissingPart, useWords } from "../state/dashboard.ts";

/** Takes the list of problems along as a file. */
export function ReportActions({ problems }: { readonly problems: readonly Problem[] }) {
  const { opening } = useDashboard();
  const texts = openingWordsOf(useWords());
  const tell = useTellOfMissingPart();
  const save = (format: ProblemsFormat) => void opening.saveReport(problems, format).catch(tell);
  return (
    <span className="report-actions">
      <button type="button" className="text-button" onClick={() => save("csv")}>
        {texts.saveCsv}
      </button>
      <button type="button" className="text-button" onClick={() => save("json")}>
        {texts.saveJson}
      </button>
    </span>
  );
}
