import { countProblems } from "../../data/problem.ts";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { ReportActions } from "../open/ReportActions.tsx";
import { Modal } from "../parts/Modal.tsx";
import { ProblemList } from "../parts/ProblemList.tsx";

export function ProblemsDialog() {
  const { problems } = useDashboard();
  const words = useWords();
  const { notices } = words;
  return (
    <Modal name="problems" title={notices.problemsTitle}>
      <p>{notices.dataProblems(countProblems(problems, "error"), countProblems(problems, "warning"))}</p>
      <ReportActions problems={problems} />
      <ProblemList problems={problems} words={words} heading="h3" />
    </Modal>
  );
}
