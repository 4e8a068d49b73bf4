import "../../../styles/page/export.css";
import { useEffect, useState } from "react";
import { Icon } from "../parts/icons.tsx";
import { Modal } from "../parts/Modal.tsx";
import { useDashboard, useWords } from "../state/dashboard.ts";
import { keepKind, readKind } from "./choice.ts";
import { createExportJob, type ExportJob } from "./job.ts";
import { EXPORT_KINDS } from "./kinds/kinds.ts";
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
  const [key, setKey] = useState(() => readKind() ?? EXPORT_KINDS[0].key);
  // What is shown is to be what is taken away.
  useEffect(() => session.setState({ isPlaying: false }), [session]);
  const { Form } = EXPORT_KINDS.find((kind) => kind.key === key) ?? EXPORT_KINDS[0];
  if (!words) return null;
  return (
    <div className="export">
      <nav className="export-kinds" aria-label={words.kinds}>
        {EXPORT_KINDS.map((kind) => (
          <button
            key={kind.key}
            type="button"
            className="export-kind"
            aria-current={kind.Form === Form}
            onClick={() => {
              keepKind(kind.key);
              setKey(kind.key);
            }}
          >
            <Icon name={kind.icon} />
            <strong>{kind.nameIn(words)}</strong>
            <span className="quiet">{kind.hintIn(words)}</span>
          </button>
        ))}
      </nav>
      <Form key={key} job={job} words={words} />
    </div>
  );
}
