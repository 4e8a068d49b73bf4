import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { OpeningPhase } from "../../open/opening-state.ts";
import { useDashboard, useSession, useWords } from "../state/dashboard.ts";
import { Modal } from "../parts/Modal.tsx";
import { Chooser } from "./Chooser.tsx";
import { OpeningProgress } from "./OpeningProgress.tsx";
import { OpeningReport } from "./OpeningReport.tsx";
import { Step } from "./Step.tsx";
import { Undeclared } from "./Undeclared.tsx";

/** Opening data of one's own, from the choice to the report. Shutting the dialog ends what is under way. */
export function OpenDialog() {
  const { opening, session } = useDashboard();
  const { open } = useWords();
  const phase = useStore(opening.store, (state) => state.phase);
  const isOpen = useSession((state) => state.dialog === "open");
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) {
      const { kind } = opening.store.getState().phase;
      if (kind === "working" || kind === "preparing") {
        session.setState({ message: { tone: "done", text: open.cancelled } });
      }
      opening.cancel();
    }
    wasOpen.current = isOpen;
  }, [isOpen, opening, session, open]);
  return (
    <Modal name="open" title={open.title}>
      <PhaseStep key={phase.kind} phase={phase} />
    </Modal>
  );
}

function PhaseStep({ phase }: { readonly phase: OpeningPhase }) {
  const { open } = useWords();
  switch (phase.kind) {
    case "idle":
      return <Chooser />;
    case "working":
      return <OpeningProgress name={phase.name} found={phase.found} progress={phase.progress} />;
    case "preparing":
      return (
        <Step title={open.opening(phase.name)}>
          <progress aria-label={open.preparing} />
          <p>{open.preparing}</p>
        </Step>
      );
    case "undeclared":
      return <Undeclared paths={phase.paths} draft={phase.draft} />;
    case "refused":
    case "ready":
      return <OpeningReport phase={phase} />;
    case "failed":
      return (
        <>
          <p className="open-failure" role="alert">
            {open.failed(phase.name, phase.reason)} {open.presentStays}
          </p>
          <Chooser />
        </>
      );
  }
}
