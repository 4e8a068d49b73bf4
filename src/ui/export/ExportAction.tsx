import { useState } from "react";
import { useStore } from "zustand";
import type { ExportWords } from "../../words/export-words.ts";
import { Icon } from "../parts/icons.tsx";
import type { ExportJob, JobResult, JobStatus } from "./job.ts";

interface Props {
  readonly job: ExportJob;
  /** Key of the kind. */
  readonly of: string;
  readonly words: ExportWords;
  readonly label: string;
  readonly make: Parameters<ExportJob["start"]>[1];
  /** Nothing can be made with the settings as they are; the reason stands beside them. */
  readonly isImpossible?: boolean;
}

/** The button that makes it, which shows how far it is; beside it what has become of it, or the way out. */
export function ExportAction({ job, of, words, label, make, isImpossible = false }: Props) {
  const status = useStore(job.store);
  const [isRefused, setRefused] = useState(false);
  const isWorking = status.kind === "working" && status.of === of;
  const isOtherWorking = status.kind === "working" && !isWorking;
  const percent = status.kind === "working" ? Math.floor(100 * status.share) : 0;
  return (
    <>
      <output className="export-status" data-status={status.kind}>
        {isOtherWorking && isRefused ? words.busy : tell(status, of, words)}
      </output>
      {/* Not told aloud: it changes all the time. In the button it would push the way out about. */}
      {isWorking && status.note !== undefined && <span className="export-note figures">{status.note}</span>}
      {status.kind === "working" && (
        <button type="button" className="button export-cancel" onClick={job.cancel}>
          {words.cancel}
        </button>
      )}
      <button
        type="button"
        className="button primary export-save"
        aria-disabled={isWorking || isImpossible}
        style={isWorking ? ({ "--share": `${percent}%` } as React.CSSProperties) : undefined}
        data-working={isWorking || undefined}
        onClick={() => {
          if (isWorking || isImpossible) return;
          setRefused(!job.start(of, make));
        }}
      >
        <Icon name="download" />
        <span className="figures">{isWorking ? words.working(percent) : label}</span>
      </button>
    </>
  );
}

function tell(status: JobStatus, of: string, words: ExportWords): string {
  if (status.kind === "idle" || status.of !== of) return "";
  switch (status.kind) {
    case "working":
      return "";
    case "cancelled":
      return words.cancelled;
    case "failed":
      return words.failed(status.reason);
    case "saved":
      return tellSaved(status, words);
  }
}

function tellSaved({ file, note }: JobResult, words: ExportWords): string {
  return [words.saved(file), note].filter((text) => text !== undefined).join(" ");
}
