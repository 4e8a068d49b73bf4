import type { Problem } from "../../data/problem.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";

/** Takes the list of problems along as a file. */
export function ReportActions({ problems }: { readonly problems: readonly Problem[] }) {
  const { opening } = useDashboard();
  const { open } = useWords();
  return (
    <span className="report-actions">
      <button type="button" className="text-button" onClick={() => opening.saveReport(problems, "csv")}>
        {open.saveCsv}
      </button>
      <button type="button" className="text-button" onClick={() => opening.saveReport(problems, "json")}>
        {open.saveJson}
      </button>
    </span>
  );
}
