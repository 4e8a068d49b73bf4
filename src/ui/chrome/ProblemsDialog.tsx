import { useDashboard, useWords } from "../dashboard.ts";
import { Modal } from "../parts/Modal.tsx";
import { ProblemList } from "../parts/ProblemList.tsx";

export function ProblemsDialog() {
  const { problems } = useDashboard();
  const { notices } = useWords();
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return (
    <Modal name="problems" title={notices.problemsTitle}>
      <p>{notices.dataProblems(errors, problems.length - errors)}</p>
      <ProblemList problems={problems} words={notices} />
    </Modal>
  );
}
