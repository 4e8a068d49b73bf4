import "../../../styles/page/export.css";
import { useEffect, useState } from "react";
import { Modal } from "../parts/Modal.tsx";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { keepKind, readKind } from "./choice.ts";
import { createExportJob, type ExportJob } from "./job.ts";
import { KindList } from "./KindList.tsx";
import { findKind } from "./kinds/kinds.ts";
import { useExportWords } from "./use-export-words.ts";

/** Everything that can be taken away, in one place. What is being made goes on while the dialog is shut. */
export function ExportDialog() {
  const { session } = useDashboard();
  const { chrome } = useWords();
  const [job] = useState(createExportJob);
  useEffect(() => {
    const stop = job.store.subscribe((status) =>
      session.setState({ exported: status.kind === "working" ? status.share : undefined }),
    );
    return () => {
      stop();
      job.cancel();
      session.setState({ exported: undefined });
    };
  }, [job, session]);
  return (
    <Modal name="export" title={chrome.exportPicture}>
      <Kinds job={job} />
    </Modal>
  );
}

function Kinds({ job }: { readonly job: ExportJob }) {
  const words = useExportWords();
  const { session } = useDashboard();
  const [key, setKey] = useState(() => findKind(session.getState().exportKind ?? readKind()).key);
  useEffect(() => {
    // What is shown is to be what is taken away; and who was led to a kind once is not led there again.
    session.setState({ isPlaying: false, exportKind: undefined });
  }, [session]);
  const { Form } = findKind(key);
  if (!words) return null;
  const choose = (chosen: string) => {
    keepKind(chosen);
    setKey(chosen);
  };
  return (
    <div className="export">
      <KindList words={words} chosen={key} onChoose={choose} />
      <Form key={key} job={job} words={words} />
    </div>
  );
}
